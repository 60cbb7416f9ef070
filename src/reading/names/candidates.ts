/** What may be a name in a paragraph: runs of capitalised words, with the titles and parties in them told apart. */
import { isCommon, isDemonym, isGrammatical, isJurisdiction, isMonthOrDay } from '../lexicon.ts';
import { isGeneral, isTitleHead, isTitleModifier, takesPortfolio } from '../offices/words.ts';
import { datelineIn, type Token } from '../tokens.ts';
import type { Span } from '../types.ts';
import { endOfRun, type IsName, isContraction } from './runs.ts';
import { partyNames, takesOf } from './words.ts';

/** A stretch of a paragraph that may name somebody or something. */
export interface Candidate extends Span {
  readonly text: string;
  /** The tokens of it, as a range of the paragraph's. */
  readonly from: number;
  readonly to: number;
  /** The post that stands right before it: "Premier Ana Ruiz". */
  readonly title: string | undefined;
  /** Whether a title stands right after it: "Ferry Board President". */
  readonly beforeTitle: boolean;
  /** Whether its first word begins a sentence, so that its capital says nothing. */
  readonly first: boolean;
}

/** The candidates of a paragraph in order. */
export function candidatesOf(text: string, tokens: readonly Token[], isName: IsName): Candidate[] {
  const found: Candidate[] = [];
  let at = 0;
  const body = datelineIn(text);
  while (at < tokens.length) {
    const token = tokens[at];
    if (
      token === undefined ||
      (token.start < body && tokens[at - 1]?.text !== '(') ||
      !token.capital ||
      isMonthOrDay(token.text) ||
      isContraction(token.text)
    ) {
      at += 1;
      continue;
    }
    const to = endOfRun(text, tokens, at, isName);
    found.push(...partsOf(text, tokens, at, to, isName));
    at = to;
  }
  return found;
}

/** A run without the small words at its start, divided at titles and parties. */
function partsOf(text: string, tokens: readonly Token[], from: number, to: number, isName: IsName): Candidate[] {
  const whole = (a: number, b: number) => text.slice(tokens[a]?.start ?? 0, tokens[b - 1]?.end ?? 0);
  let start = from;
  const first = tokens[start]?.first === true;
  if (first && !isName(whole(start, to))) start = withoutOpening(tokens, start, to, (at) => isName(whole(at, to)));
  if (start >= to) return [];
  const candidate = (a: number, b: number, title: string | undefined, beforeTitle: boolean): Candidate[] =>
    a >= b
      ? []
      : [
          {
            ...{ text: whole(a, b), from: a, to: b, title, beforeTitle, first: tokens[a]?.first === true },
            ...{ start: tokens[a]?.start ?? 0, end: tokens[b - 1]?.end ?? 0 },
          },
        ];
  while (
    to - start > 1 &&
    /^(?:Interim|Former|Acting|Then|Longtime|Outgoing|Incoming|New)$/.test(tokens[start]?.text ?? '') &&
    (titleAfter(tokens, to) || findTitle(tokens, start, to) !== undefined)
  )
    start += 1;
  // "The" is no part of a name, wherever it stands.
  if (/^(?:The|L['’])$/.test(tokens[start]?.text ?? '')) start += 1;
  if (start >= to) return [];
  const isOffice = tokens[start]?.text === 'Office' && tokens[start + 1]?.text === 'of' && to - start > 3;
  if (isOffice || isName(whole(start, to))) return candidate(start, to, titleBefore(tokens, start), false);
  // "Progressive Conservative House leader": the last word belongs to the post that follows.
  while (
    to - start > 1 &&
    titleAfter(tokens, to) &&
    isTitleModifier(tokens[to - 1]?.text ?? '') &&
    !takesOf(tokens[to - 1]?.text ?? '')
  )
    to -= 1;
  if (to - start > 1 && titleAfter(tokens, to) && tokens[to - 1]?.text === 'House') to -= 1;
  const title = findTitle(tokens, start, to);
  if (title === undefined)
    return splitLeading(tokens, start, to).flatMap(([a, b], index) =>
      candidate(a, b, index === 0 ? titleBefore(tokens, a) : undefined, titleAfter(tokens, b)),
    );
  const words = tokens
    .slice(title.from, title.to)
    .map((token) => token.text)
    .join(' ');
  const left = splitLeading(tokens, start, title.from).flatMap(([a, b]) => {
    const [part] = candidate(a, b, undefined, true);
    if (part === undefined) return [];
    // The field of a minister is no name, and neither is one word of everyday speech.
    const field =
      takesPortfolio(words) &&
      !isName(part.text) &&
      !isJurisdiction(part.text) &&
      !(part.text in partyNames) &&
      !tokens.slice(a, b).some(({ text: one }) => takesOf(one));
    return field || (b - a === 1 && isCommon(part.text)) ? [] : [part];
  });
  return [...left, ...partsAfterTitle(text, tokens, title.to, to, words, isName)];
}

function partsAfterTitle(
  text: string,
  tokens: readonly Token[],
  from: number,
  to: number,
  title: string,
  isName: IsName,
): Candidate[] {
  // "Minister of Labour", "President of the Ferry Board": the run ended at the title, and goes on elsewhere.
  if (from >= to) return [];
  return [
    {
      ...{ text: text.slice(tokens[from]?.start ?? 0, tokens[to - 1]?.end ?? 0), from, to, title, first: false },
      ...{ beforeTitle: titleAfter(tokens, to), start: tokens[from]?.start ?? 0, end: tokens[to - 1]?.end ?? 0 },
    },
  ].filter((part) => isName(part.text) || part.text !== '');
}

/** Drops words that only begin the sentence: "But Unifor", "Striking CUPE members". */
function withoutOpening(
  tokens: readonly Token[],
  from: number,
  to: number,
  isNameFrom: (at: number) => boolean,
): number {
  let start = from;
  while (start < to) {
    const word = tokens[start]?.text ?? '';
    if (isNameFrom(start)) return start;
    const single = to - start === 1;
    const drop =
      isGrammatical(word) ||
      /^(?:The|His|Her|Its|Their|Our|My|A|An|In|On|At|But|And|As|If|For|While|When|After|Before|Since|Last|This|That|These|Those|Both|Some|Many|Most|Both|Meanwhile|Earlier|Later|Late|Early|Also|Although|Though|Despite|Because|Under|With|Without|Like|Unlike|Nearly|About|Around|Former|Longtime|Striking|Outgoing|Incoming|Current|Today|Yesterday|Even|Still|Yet|Now|Then|Here|There|Le|La|Les|L)$/.test(
        word,
      ) ||
      (!single &&
        /(?:ing|ed|ly|ers|ors|ists)$/.test(word) &&
        isCommon(word) &&
        !takesOf(word) &&
        !isTitleHead(word) &&
        !isTitleModifier(word));
    if (!drop) return start;
    start += 1;
    // What follows an article does not begin the sentence.
    if (/^(?:The|A|An|Le|La|Les)$/.test(word)) return start;
    if (tokens[start] !== undefined && !tokens[start]?.capital) return to;
  }
  return start;
}

/** The title within a run: its head, with the modifiers before it. */
function findTitle(tokens: readonly Token[], from: number, to: number): { from: number; to: number } | undefined {
  let head = -1;
  for (let at = from; at < to; at += 1) {
    if (!isTitleHead(tokens[at]?.text ?? '')) continue;
    // "Court of Justice": what an organization is for is no post.
    if (/^(?:of|for)$/.test(tokens[at - 1]?.text ?? '') && at - 2 >= from && takesOf(tokens[at - 2]?.text ?? ''))
      continue;
    // "Local President", "Chief Executive Officer": the last head of the run of titles.
    head = at;
    while (
      head + 1 < to &&
      (isTitleHead(tokens[head + 1]?.text ?? '') ||
        isGeneral(tokens[head]?.text ?? '', tokens[head + 1]?.text ?? '') ||
        (isTitleModifier(tokens[head + 1]?.text ?? '') && isTitleHead(tokens[head + 2]?.text ?? '')))
    )
      head += 1;
    break;
  }
  if (head === -1) return undefined;
  // "Chief" or "Justice" within an organization's name are no title.
  const rest = tokens.slice(head + 1, to);
  if (rest.length > 0 && rest.every(({ text }) => takesOf(text) || /^(?:of|for|and|the)$/.test(text))) return undefined;
  let start = head;
  while (start > from && (isTitleModifier(tokens[start - 1]?.text ?? '') || isTitleHead(tokens[start - 1]?.text ?? '')))
    start -= 1;
  return { from: start, to: head + 1 };
}

/** Takes a party, a country or its people from the front: "Conservative Ana Ruiz", "Canadian Union …" stays whole. */
function splitLeading(tokens: readonly Token[], from: number, to: number): [number, number][] {
  const whole = tokens
    .slice(from, to)
    .map(({ text }) => text)
    .join(' ');
  if (to - from < 2 || whole in partyNames) return from < to ? [[from, to]] : [];
  const word = tokens[from]?.text ?? '';
  const rest = tokens.slice(from + 1, to);
  const organization = rest.some(({ text }) => takesOf(text));
  const two = `${word} ${rest[0]?.text ?? ''}`;
  if (!organization && two in partyNames && rest.length >= 2)
    return [[from, from + 2], ...splitLeading(tokens, from + 2, to)];
  if (!organization && word in partyNames && rest.length >= 1)
    return [[from, from + 1], ...splitLeading(tokens, from + 1, to)];
  if (!organization && isDemonym(word) && rest.length >= 2) return splitLeading(tokens, from + 1, to);
  return [[from, to]];
}

/** The lower-case post right before a name: "president Ana Ruiz", "spokesperson". */
function titleBefore(tokens: readonly Token[], at: number): string | undefined {
  // "its deputy head, Leo de Vella": past a comma too.
  const from =
    tokens[at - 1]?.text === ',' && isTitleHead(tokens[at - 2]?.text ?? '') && tokens[at - 2]?.capital === false
      ? at - 1
      : at;
  // "Mr. Vella"
  if (
    tokens[at - 1]?.text === '.' &&
    /^(?:Mr|Mrs|Ms|Mme|Dr|Mlle|Coun|Prof|Sen|Rep|Rev)$/.test(tokens[at - 2]?.text ?? '')
  )
    return tokens[at - 2]?.text;
  let start = from;
  while (start > 0 && tokens[start - 1]?.word && isTitleWord(tokens, start - 1, start === from)) start -= 1;
  if (start === from) return undefined;
  return tokens
    .slice(start, from)
    .map(({ text }) => text)
    .join(' ');
}

const isTitleWord = (tokens: readonly Token[], at: number, last: boolean): boolean => {
  const { text, possessive } = tokens[at] ?? { text: '', possessive: false };
  return !possessive && (isTitleHead(text) || (!last && isTitleModifier(text)));
};

function titleAfter(tokens: readonly Token[], at: number): boolean {
  if (tokens[at - 1]?.possessive) return false;
  for (let next = at; next < at + 4; next += 1) {
    const { text = '', word = false } = tokens[next] ?? {};
    if (!word) return false;
    if (isTitleHead(text)) return true;
    if (!isTitleModifier(text)) return false;
  }
  return false;
}
