/** Where a paragraph says that somebody speaks, and who. */
import { isCapitalised } from '../names/seen.ts';
import type { Rules } from '../rules.ts';
import { before, between, type Token } from '../tokens.ts';
import type { Span, Speaker } from '../types.ts';
import { phraseAt } from './phrases.ts';
import { isQuoted } from './quotes.ts';
import type { Scene } from './scene.ts';
import type { Subject } from './speakers.ts';
import { isHeld, isNoSpeech, ownQuote, supports } from './speech.ts';
import { admittedIn, inversion, subjectBefore, subjectOfSentence } from './subject.ts';
import { isDecision, isDoubtfulVerb, isQuotingVerb, isVerbOfSaying } from './verbs.ts';

export const statementRules = {
  'statement: subject and verb': { says: 'somebody is the subject of a verb of saying', confidence: 0.98 },
  'statement: verb and subject': { says: 'a verb of saying, and then who says it', confidence: 0.99 },
  'statement: reported by another': { says: 'a speaker says that somebody said it', confidence: 0.8 },
  'statement: according to': { says: 'according to somebody', confidence: 0.99 },
  'statement: told of, and quoted': {
    says: 'a sentence tells of somebody, and the next is a quotation',
    confidence: 0.85,
  },
  'statement: heading': { says: 'a heading says who speaks', confidence: 0.85 },
  'statement: a quotation goes on': { says: 'a quotation goes on from the paragraph before', confidence: 0.91 },
} as const satisfies Rules;

export interface Attribution extends Span {
  readonly speaker: Speaker;
  readonly verb: string;
  readonly rule: keyof typeof statementRules;
}

/** The attributions of a paragraph, in the order in which they were found. */
export function attributionsOf(scene: Scene): Attribution[] {
  const { role } = scene.line.paragraph;
  const found = [...accordingTo(scene), ...ownedBy(scene), ...saidBy(scene), ...quotedAs(scene), ...withColon(scene)];
  const capitals = isCapitalised(scene.line);
  for (const [at, token] of scene.line.tokens.entries())
    if (token.word && (!token.capital || capitals)) {
      const phrase = phraseAt(scene.text, token);
      if (phrase !== undefined) found.push(...byVerb(scene, at, { ...token, ...phrase }, found));
      else if (isVerbOfSaying(token.text)) found.push(...byVerb(scene, at, token, found));
    }
  return found.length === 0 && role !== 'BODY' && role !== 'CAPTION' ? inHeading(scene) : found;
}

const byWords =
  /\b(?:according to|in the (?:words|view|opinion|judgment|judgement|estimation|eyes|telling) of|selon)\s+/giu;

function accordingTo(scene: Scene): Attribution[] {
  const { text, subjects, quotes } = scene;
  return [...text.matchAll(byWords)].flatMap(({ index, 0: words }) => {
    const after = index + words.length;
    const subject = subjects.find(
      ({ start, end }) =>
        end > after &&
        start <= after + 14 &&
        /^(?:the |a |an |its |former |one |both )*$/i.test(text.slice(after, Math.max(after, start))),
    );
    if (subject === undefined || isQuoted(quotes, index)) return [];
    return [
      subject,
      ...subjects.filter((one) => one !== subject && (isWith(text, one, subject) || isWith(text, subject, one))),
    ].map((one) => ({
      speaker: speakerOf(one, scene),
      verb: words.trim(),
      start: index,
      end: one.end,
      rule: 'statement: according to' as const,
    }));
  });
}

const ownedWords =
  /(?:^|[^\p{L}])(?:in|by|on|to) (?=[^,;:."“”]{2,60}['’]s? (?:own )?(?:\p{Ll}+ )?(?:telling|view|words?|estimates?|estimation|reckoning|account|opinion|reading|count|mind|eyes|version|description|phrase|calculations?|figures|judge?ment)\b)/giu;

/** "In Ruiz's telling", "by the league's count". */
function ownedBy(scene: Scene): Attribution[] {
  const { text, subjects, quotes } = scene;
  return [...text.matchAll(ownedWords)].flatMap(({ index, 0: lead }) => {
    const after = index + lead.length;
    const subject = subjects.find(
      ({ start, end }) =>
        end > after && start <= after + 30 && /^['’]s? (?:own )?(?:\p{Ll}+ )?\p{Ll}+/u.test(text.slice(end)),
    );
    const words =
      /^['’]s? (?:own )?(?:\p{Ll}+ )?(?:telling|view|words?|estimat|reckoning|account|opinion|reading|count|mind|eyes|version|description|phrase|calculation|figures|judg)/u;
    if (subject === undefined || isQuoted(quotes, index + 1) || !words.test(text.slice(subject.end))) return [];
    return [
      {
        speaker: speakerOf(subject, scene),
        verb: lead.trim(),
        start: subject.start,
        end: subject.end,
        rule: 'statement: according to' as const,
      },
    ];
  });
}

const passive =
  /\b(?:described|called|condemned|dismissed|denounced|praised|branded|dubbed|criticized|criticised|hailed|labelled|labeled|characterized|characterised|welcomed|mocked|derided|slammed|blasted|summed up|termed|rejected)(?: [\p{Ll}]+)? by /gu;

/** "was dismissed by Ruiz as "thin"": the one by whom, where a quotation follows. */
function saidBy(scene: Scene): Attribution[] {
  const { text, subjects, quotes, sentences } = scene;
  return [...text.matchAll(passive)].flatMap(({ index, 0: verb }) => {
    const after = index + verb.length;
    const sentence = sentences.find(({ start, end }) => start <= index && index < end);
    const subject = subjects.find(
      ({ start, end }) =>
        end > after && /^(?:the |its |an? |[\p{Ll}-]+ ){0,3}$/u.test(text.slice(after, Math.max(after, start))),
    );
    const said = quotes.some(({ start }) => start > after && start < (sentence?.end ?? 0));
    if (subject === undefined || subject.start > after + 40 || !said || isQuoted(quotes, index)) return [];
    return [
      {
        speaker: speakerOf(subject, scene),
        verb: verb.trim(),
        start: index,
        end: subject.end,
        rule: 'statement: verb and subject' as const,
      },
    ];
  });
}

function quotedAs(scene: Scene): Attribution[] {
  return [...scene.text.matchAll(/\b(?:is|was|were) quoted as saying\b/g)].flatMap(({ index, 0: verb }) => {
    const sentence = scene.sentences.find(({ start, end }) => start <= index && index <= end);
    const subject = sentence && subjectBefore(scene, sentence, index);
    if (subject === undefined) return [];
    return [
      {
        speaker: speakerOf(subject, scene),
        verb,
        start: subject.start,
        end: index + verb.length,
        rule: 'statement: subject and verb' as const,
      },
    ];
  });
}

/** A verb, or a phrase that is known to be one of saying. */
interface Verb extends Token {
  readonly speaks?: boolean;
}

/** Who is the subject of a verb of saying. */
function byVerb(scene: Scene, at: number, token: Verb, found: readonly Attribution[]): Attribution[] {
  const { text, sentences, subjects, quotes, line } = scene;
  const sentence = sentences.find(({ start, end }) => start <= token.start && token.end <= end);
  const quoted = isQuoted(quotes, token.start);
  if (quoted && !/^(?:admitted|acknowledged|told|said|says|say)$/.test(token.text)) return [];
  if (
    sentence === undefined ||
    (token.speaks === undefined ? isNoSpeech(text, line.tokens, at) : isHeld(line.tokens, at))
  )
    return [];
  // "told the paper, adding that": who told also adds.
  const gerund =
    /ing$/.test(token.text) &&
    !/\b(?:is|are|was|were|been)(?: (?:also|still|already|now))? $/.test(before(text, token.start));
  if (gerund && found.some(({ start }) => start >= sentence.start && start < token.start)) return [];
  const after = gerund ? undefined : inversion(scene, token);
  const ahead = quoted
    ? admittedIn(scene, token.start)
    : gerund || (after !== undefined && /["”’'»]\s*$/.test(before(text, token.start)))
      ? undefined
      : subjectBefore(scene, sentence, token.start);
  const chosen = after !== undefined && endsWith(text, sentence, token, after) ? after : (ahead ?? after);
  const subject = chosen ?? (quoted ? undefined : subjectOfSentence(scene, sentence, token.start));
  if (subject === undefined) return [];
  const plain = ahead === undefined && after !== undefined;
  if (!says(scene, token, sentence, plain)) return [];
  if (subject.collective && quotes.length === 0 && !/^(?:say|said)$/.test(token.text)) return [];
  const together = subjects.filter((one) => one !== subject && !one.collective && isWith(text, one, subject));
  return [subject, ...together].map((one) => ({
    ...{ speaker: speakerOf(one, scene), verb: token.text },
    ...{ start: Math.min(subject.start, token.start), end: Math.max(subject.end, token.end) },
    rule: quoted
      ? ('statement: reported by another' as const)
      : subject === after
        ? ('statement: verb and subject' as const)
        : ('statement: subject and verb' as const),
  }));
}

/** Whether a verb tells of speech where it stands; `plain`: beside a quotation, and before its subject. */
function says({ text, quotes, line: { tokens } }: Scene, verb: Verb, sentence: Span, plain: boolean): boolean {
  if (verb.speaks === true) return true;
  if (verb.speaks === false || isQuotingVerb(verb.text)) return ownQuote(tokens, verb, sentence, quotes, text);
  const doubtful = isDoubtfulVerb(verb.text) || isDecision(verb.text);
  return !doubtful || plain || supports(text, verb.text, verb.end, sentence, quotes);
}

/** "…, said the minister.": what stands before the comma is told, and nobody's subject. */
const endsWith = (text: string, sentence: Span, verb: Span, after: Subject): boolean =>
  verb.start > sentence.start &&
  /,\s*$/.test(before(text, verb.start)) &&
  /^(?:[.,]|$)/.test(text.slice(after.end, sentence.end)) &&
  sentence.end - after.end < 90;

/** "Both sides", "the union and the operator": they say it together. */
const isWith = (text: string, one: Subject, other: Subject): boolean =>
  (one.start === other.start && one.end === other.end) ||
  (one.end < other.start &&
    other.start - one.end < 90 &&
    /^(?: (?:of|from|with|at|for) [^,;:"“”]{2,70}?)?,? and (?:both )?(?:the |its )?$/.test(
      between(text, one.end, other.start),
    ));

const speakerOf = (subject: Subject, scene: Scene): Speaker =>
  subject.pronoun ? pronounOf(subject, scene) : subject.speaker;

/** "She said": who the paragraph began with, or who spoke last, where that is a person; else the last whom it can mean. */
function pronounOf(subject: Subject, { subjects, quotes, last, isPerson, sentences }: Scene): Speaker {
  const own = 'entity' in subject.speaker ? subject.speaker.entity : '';
  if (!isPerson(own)) {
    // "It": the subject of a sentence before, or else the organization that spoke last.
    const opens = subjects.some(
      (one) =>
        !one.pronoun &&
        !one.collective &&
        one.start < subject.start &&
        'entity' in one.speaker &&
        one.speaker.entity === own &&
        sentences.some(({ start }) => one.start >= start && one.start - start <= 4),
    );
    return !opens && last !== undefined && 'entity' in last && !isPerson(last.entity) ? last : subject.speaker;
  }
  const here = subjects.find(
    (one) =>
      one.start < subject.start &&
      !one.pronoun &&
      'entity' in one.speaker &&
      isPerson(one.speaker.entity, own) &&
      !isQuoted(quotes, one.start),
  );
  if (here !== undefined) return here.speaker;
  return last !== undefined && 'entity' in last && isPerson(last.entity, own) ? last : subject.speaker;
}

/** `The mayor, in an email: "We are ready."` */
function withColon({ text, subjects, quotes }: Scene): Attribution[] {
  return quotes.flatMap(({ start }) => {
    const lead = text.slice(0, start - 1);
    if (!/: ?$/.test(lead)) return [];
    const one = subjects.findLast(
      (subject) =>
        subject.end <= start &&
        !isQuoted(quotes, subject.start) &&
        /^(?:(?:,? (?:in|on|at|by|via|from|speaking|writing|to|outside|after|during|later|afterwards?)\b[^.;:"“]{0,80})| (?:went on|goes on|continued|continues|put it[^:"“]{0,30}|had this to say))?: ?$/.test(
          lead.slice(subject.end),
        ),
    );
    return one === undefined
      ? []
      : [
          {
            speaker: one.speaker,
            verb: ':',
            start: one.start,
            end: start - 1,
            rule: 'statement: subject and verb' as const,
          },
        ];
  });
}

/** "Offer is thin: union", "Union: offer is thin". */
function inHeading({ text, subjects }: Scene): Attribution[] {
  const end = subjects.find(
    (one) => one.end >= text.trimEnd().length - 1 && /[:–—-]\s+(?:the )?$/.test(text.slice(0, one.start)),
  );
  const start = subjects.find((one) => one.start <= 4 && /^:\s/.test(text.slice(one.end)));
  const one = end ?? start;
  return one === undefined
    ? []
    : [{ speaker: one.speaker, verb: '', start: one.start, end: one.end, rule: 'statement: heading' }];
}
