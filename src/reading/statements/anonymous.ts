/** Speakers of whom a text says no more than what they do: "one clerk", "two judges", "an aide to the minister". */
import { isPeople, isPerson } from '../peopleWords.ts';
import { before, between, type Token } from '../tokens.ts';
import type { Mention, Span, Speaker } from '../types.ts';
import type { Subject } from './speakers.ts';
import { isVerbOfSaying } from './verbs.ts';

/** Whose people they are, by what they are called and where they stand. */
export type Whose = (noun: string, at: number, whom?: Speaker) => string | undefined;

const one = /(?<![\p{L}\p{N}'’-])(?:one|another|an?|the|(?:one|another|some|none) of (?:the|its|their|his|her))\s+/giu;
const several = /(?<![\p{L}\p{N}'’-])(?:two|three|four|five|six|several|some|many|a few|both|other|senior)\s+/giu;
/** At most two words that describe them, and what they are. */
const noun =
  /(?:(?!(?:of|and|or|to|that|for|in|by|with)\b)[\p{Ll}][\p{Ll}-]*\s+|\p{Lu}\p{Ll}+\s+){0,3}?(?<noun>\p{Ll}[\p{Ll}-]+)(?=[\s,.]|$)/uy;

/** Those who are close to somebody, whom the list of people's jobs has not. */
const close =
  /^(?:aide|insider|staffer|envoy|diplomat|source|judge|justice|adjudicator|clerk|spokesm[ae]n|official)s?$|(?:hand|keeper|master|mate|wright|smith|guard|pilot|cook|parent|nurse|resident|neighbou?r|shopper|student|mother|father)s?$/;
/** They speak for nobody, or stand for an organization. */
const none =
  /^(?:person|man|woman|child|kid|reader|caller|employer|operator|publisher|producer|supplier|owner|carrier|number|other|member|government|part(?:y|ner)|leader|manager|worker|employee)s?$/;

/** Finds them in a paragraph. `taken`: those who were found by their names and posts. */
export function anonymousIn(
  text: string,
  taken: readonly Subject[],
  bodies: readonly Mention[],
  whose: Whose,
): Subject[] {
  const found: Subject[] = [];
  for (const [pattern, plural] of [
    [one, false],
    [several, true],
  ] as const)
    for (const { index, 0: lead } of text.matchAll(pattern)) {
      noun.lastIndex = index + lead.length;
      const { 0: words = '', groups: { noun: word = '' } = {} } = noun.exec(text) ?? {};
      const many = plural || /\bof\b/i.test(lead);
      if (none.test(word) || !(close.test(word) || (many ? isPeople(word) : isPerson(word)))) continue;
      if (many !== /(?:[^s]s|men)$/.test(word)) continue;
      const end = index + lead.length + words.length;
      // "the hotelier Ana Ruiz" has a name; "a Ruiz aide" is close to one who has.
      if (taken.some((other) => other.start < end + 2 && end < other.end)) continue;
      // "Ana Ruiz, a nurse at the board, said": she has a name.
      const named = taken.findLast((other) => other.end <= index);
      if (named !== undefined && isApposed(text, named, index)) continue;
      const near = taken.find((other) => other.start < end && index < other.end && !other.collective);
      if (near !== undefined && !close.test(word)) continue;
      const body = bodies.find(
        ({ start }) =>
          start > end && /^ (?:at|with|for|from|of)(?: the| its| their)? $/.test(between(text, end, start)),
      );
      const of = body?.entity ?? whose(`${words.split(/\s/)[0]?.toLowerCase()} ${word}`, index, near?.speaker);
      if (of === undefined) continue;
      const single = /^(?:one|another) of/i.test(lead) ? word.replace(/s$/, '') : word;
      found.push(subject(index, body?.end ?? end, { unnamed: single, of }));
    }
  return found;
}

/** Whether what begins at a place is said of the one before, past a comma: not after "In Malta, ". */
const isApposed = (text: string, { start, end }: Span, at: number): boolean =>
  text.slice(end, at) === ', ' && !/\b(?:in|at|near|from|outside|by|of)(?: the)? $/i.test(before(text, start));

const subject = (start: number, end: number, speaker: Speaker): Subject => ({
  ...{ start, end, speaker },
  ...{ pronoun: false, collective: false },
});

const adverb = /^(?:also|have|had|has|later|then|even|all|both|\p{Ll}+ly)$/u;

/** "One calls the plan thin", after officials; "they said", after two people: words that stand for those before. */
export function standingFor(text: string, tokens: readonly Token[], subjects: readonly Subject[]): Subject[] {
  return tokens.flatMap((token, at) => {
    const word = token.text.toLowerCase();
    if (!/^(?:one|another|others|they)$/.test(word) || (word !== 'they' && !token.first)) return [];
    let next = at + 1;
    while (adverb.test(tokens[next]?.text ?? '') && next < at + 4) next += 1;
    if (!isVerbOfSaying(tokens[next]?.text ?? '')) return [];
    const earlier = subjects.filter(({ end }) => end <= token.start);
    return meant(text, word, earlier).map((speaker) => subject(token.start, token.end, speaker));
  });
}

function meant(text: string, word: string, earlier: readonly Subject[]): readonly Speaker[] {
  const many = earlier.findLast(({ speaker }) => 'unnamed' in speaker && /s$|men$/.test(speaker.unnamed))?.speaker;
  if (word !== 'they') {
    if (many === undefined || !('unnamed' in many)) return [];
    return [word === 'others' ? many : { ...many, unnamed: many.unnamed.replace(/s$/, '').replace(/men$/, 'man') }];
  }
  for (let index = earlier.length - 1; index > 0; index -= 1) {
    const [first, second] = [earlier[index - 1], earlier[index]];
    if (first === undefined || second === undefined || first.pronoun || second.pronoun) continue;
    if (/^(?:, [^,;.]{2,60},)? and (?:the |its |[\p{Ll}-]+ ){0,5}$/u.test(between(text, first.end, second.start)))
      return [first.speaker, second.speaker];
  }
  return many === undefined ? [] : [many];
}
