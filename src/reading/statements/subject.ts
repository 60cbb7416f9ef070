/** The subject of a verb of saying: before it, after it, or at the start of its sentence. */
import { before, between } from '../tokens.ts';
import type { Span } from '../types.ts';
import { isQuoted } from './quotes.ts';
import type { Scene } from './scene.ts';
import type { Subject } from './speakers.ts';

/** The subject after the verb: `," said Smith`. */
export function inversion({ text, subjects, quotes }: Scene, { start, end }: Span): Subject | undefined {
  const lead = before(text, start).trimEnd();
  if (!/[,"”’'»?!–—-]$/.test(lead) && lead !== '') return undefined;
  if (isQuoted(quotes, end)) return undefined;
  // "said the minister's spokesperson, Marla Ruiz": who is owned, and not the owner.
  const subject = subjects.find((one) => one.start >= end && !/^['’]s /.test(text.slice(one.end)));
  if (subject === undefined) return undefined;
  const gap = between(text, end, subject.start);
  if (
    !/^ (?:out |back )?(?:the |a |an |its |[Tt]heir |new |then-|local |longtime |former |(?:Coun|Cllr|Dr|Mr|Mrs|Ms|Mme|Prof|Sen|Rep|Rev)\. |\p{Lu}[\p{L}'’-]+ \p{Ll}+ |[\p{Ll}-]+ |[\p{L}-]+, ){0,3}$/u.test(
      gap,
    )
  )
    return undefined;
  if (/\b(?:that|he|she|it|they|to|and|of|is|was|in|on|by)\b/.test(gap)) return undefined;
  if (/["”’'»]$/.test(lead)) return subject;
  // After a comma alone, what follows must not go on with the subject: "…, says Ontario is trampling rights".
  const goesOn =
    !/^(?:[.,;]|$| (?:in|on|at|of|during|when|who|after|from|this|last|earlier|late|outside|through|via|by|\p{Lu}\p{Ll}+day)(?![\p{L}]))/u.test(
      text.slice(subject.end),
    );
  return /,$/.test(lead) && !goesOn ? subject : undefined;
}

const skipped =
  /^\.?(?:['’]s)?(?:,? (?:also|just|only|would only|would(?= $)|who|has|have|had|did|does|once|was|were|is|are|later|then|now|again|repeatedly|previously|recently|further|earlier|himself|herself|itself|however|both|still|first|instead|therefore|nonetheless|nevertheless|meanwhile|though|too|quickly|immediately|publicly|flatly|simply|once|even|already|not|on|this|last|in|late|early|all|[\p{L}]+ly|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day(?: (?:morning|afternoon|evening|night))?|week|month|year|afternoon|morning)){0,5},? $/u;

/** Whom a speaker reports within a quotation: "Their envoy admitted it". */
export function admittedIn({ text, subjects, quotes }: Scene, verb: number): Subject | undefined {
  const one = subjects.findLast(({ end }) => end <= verb);
  return one !== undefined &&
    !one.pronoun &&
    !one.collective &&
    isQuoted(quotes, one.start) &&
    skipped.test(between(text, one.end, verb))
    ? one
    : undefined;
}

/** The subject before the verb, past appositions, phrases and adverbs. */
export function subjectBefore({ text, subjects, quotes }: Scene, sentence: Span, verb: number): Subject | undefined {
  const within = subjects.filter((one) => one.start >= sentence.start && one.end <= verb);
  for (let index = within.length - 1; index >= Math.max(0, within.length - 5); index -= 1) {
    const one = within[index];
    if (one === undefined || isQuoted(quotes, one.start)) continue;
    const gap = between(text, one.end, verb);
    if (!reaches(gap)) continue;
    // The noun is governed by what stands before it: "the offer of the union said", "workers at the mill said".
    return apposedTo(text, within.slice(0, index), one, gap) ?? governor(text, within.slice(0, index), one) ?? one;
  }
  return undefined;
}

/** "declined to comment, but said", "…, arguing that": the verb goes on with the subject of its sentence. */
export function subjectOfSentence(
  { text, subjects, quotes }: Scene,
  sentence: Span,
  verb: number,
): Subject | undefined {
  const lead = before(text, verb).slice(-Math.min(200, verb - sentence.start));
  if (!/(?:,? (?:and|but|then)|,)(?: (?:also|has|have|later|then|again|instead|only|even))? $/.test(lead))
    return undefined;
  const first = subjects.find((one) => one.start >= sentence.start && one.end <= verb && !isQuoted(quotes, one.start));
  return first !== undefined && first.start - sentence.start < 70 ? first : undefined;
}

/** Whether nothing but an apposition, a phrase or adverbs stands between a subject and its verb. */
function reaches(gap: string): boolean {
  if (skipped.test(gap)) return true;
  // ", who has led the local since 2010,", ", 54,", " in an interview on Monday", " of the league".
  const plain = gap
    .replace(/^(?: \([^)]{1,60}\))/, '')
    .replace(/^ [—–-] [^—–"“]{1,220} [—–-](?= )/u, '')
    .replace(/^, (?!(?:and|but|which)\b)[^"“”]{1,220},(?= )/u, '')
    .replace(/^ who\b[^;:"“”.]{1,160},(?= )/u, '')
    .replace(/^ (?:of|from|at|for|with|in|speaking|representing)\b [^,;:"“”]{1,90},(?= )/u, '')
    .replace(/^,? (?:in|at|on|during|after|from|outside|speaking|through|via|by|of) [^,;:"“”]{1,60}?(?= ?$)/u, '');
  if (/^ (?:for|representing|that represents|which represents) [^;:"“.]{1,130} $/.test(gap)) return true;
  return plain !== gap && (skipped.test(plain) || plain.trim() === '' || /^,? (?:also |has |have |had )?$/.test(plain));
}

const apposition =
  /^[^,;"“]{2,80}, (?:an?|the|who|whose|which|one of|president|head|chair|director|spokes\p{L}+|of|with|from|at|in|on|by|near|outside|now|then|until|[\p{Ll}]+ing|\d{2},)(?![\p{L}])[^,;."“]{0,130}$/u;

/** "Ana Ruiz, a professor at the university, said": who stands before the apposition. */
function apposedTo(text: string, earlier: readonly Subject[], one: Subject, gap: string): Subject | undefined {
  if (!/^[^,;"“]{0,60},/.test(gap)) return undefined;
  return earlier.findLast(
    (other) =>
      one.start - other.start < 240 &&
      // "the league, whose lawyer, Ana Ruiz, said": she.
      !/, whose (?:[\p{L}-]+ ){0,3}$/u.test(between(text, other.end, one.start)) &&
      !other.collective &&
      apposition.test(between(text, other.start, one.start)),
  );
}

/** Whoever a noun hangs on: "a spokesperson for the league". */
function governor(text: string, earlier: readonly Subject[], one: Subject): Subject | undefined {
  const owner = earlier.at(-1);
  if (owner === undefined) return undefined;
  const gap = between(text, owner.end, one.start);
  if (!/^,? (?:of|for|with|from|at)(?: the| its| their| all)? $/.test(gap)) return undefined;
  return owner.collective ? undefined : owner;
}
