/** Runs of capitalised words: what may be a name, with the titles in it told apart. */
import { isCommon, isDemonym, isGrammatical, isJurisdiction, isMonthOrDay } from '../lexicon.ts';
import { datelineIn, type Token } from '../tokens.ts';
import type { Span } from '../types.ts';
import { endOfFrench } from './french.ts';
import { isComplete, isTitleHead, isTitleModifier, kindOfName, partyNames, takesOf, takesPortfolio } from './words.ts';

/** A stretch of a paragraph that may name somebody or something. */
export interface Candidate extends Span {
  readonly text: string;
  /** The tokens of it, as a range of the paragraph's. */
  readonly from: number;
  readonly to: number;
  /** The post that stands right before it: "Premier Alison Redford". */
  readonly title: string | undefined;
  /** Whether a title stands right after it: "Treasury Board President". */
  readonly beforeTitle: boolean;
  /** Whether its first word begins a sentence, so that its capital says nothing. */
  readonly first: boolean;
}

/** Whether a name is one that the graph has, or that the text has shown. */
export type IsName = (text: string) => boolean;

const joins = new Set([
  'of',
  'for',
  'de',
  'du',
  'des',
  'd',
  'la',
  'le',
  'les',
  'et',
  'and',
  'the',
  '&',
  'on',
  'in',
  'van',
  'von',
  'der',
  'da',
  'di',
  'del',
  'bin',
  'ten',
  'dos',
  'to',
  'pour',
  'au',
  'aux',
  'en',
]);
const inPeople = new Set([
  'de',
  'du',
  'des',
  'la',
  'le',
  'van',
  'von',
  'der',
  'da',
  'di',
  'del',
  'bin',
  'ten',
  'dos',
  'd',
]);

const isNamed = ({ word, capital }: Token): boolean => word && capital;
/** "Local 77", "Bill 58": the number is a part of the name. */
const takesNumber = /^(?:Local|Bill|Lodge|Branch|Loi)$/;

/** "We've", "I'll": never a name. */
const isContraction = (word: string): boolean =>
  /^(?:I|We|They|You|He|She|It|That|There|What|Who|Don|Can|Won|Isn|Let)['’](?:ve|ll|m|re|d|s|t)$/i.test(word) ||
  word === 'I';

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

const law =
  /^\p{Lu}[\p{L}'’-]*(?: (?:\p{Lu}[\p{L}'’-]*,?|(?:of|in|to|from|for|on)(?: the)?|and|with|at|by|a|or)){0,11} (?:Act|Code|Charter)(?![\p{L}])/u;

/** The end of the name of a law, which may have any small words: "Keeping Students in Class Act". */
function endOfLaw(text: string, tokens: readonly Token[], from: number): number | undefined {
  const start = tokens[from]?.start ?? 0;
  const found = law.exec(text.slice(start, start + 160))?.[0];
  if (found === undefined || !/ (?:in|to|from|on|with|at|by|a|or) /.test(found)) return undefined;
  const to = tokens.findIndex(({ end }) => end >= start + found.length);
  return to === -1 ||
    tokens.slice(from, to + 1).some(({ first, possessive }, index) => (first && index > 0) || possessive)
    ? undefined
    : to + 1;
}

/** Where the run that begins at a token ends. */
function endOfRun(text: string, tokens: readonly Token[], from: number, isName: IsName): number {
  const whole = endOfFrench(tokens, from) ?? endOfLaw(text, tokens, from);
  if (whole !== undefined) return whole;
  let to = from + 1;
  while (to < tokens.length && to - from < 16) {
    const next = skipApostrophe(tokens, to);
    const token = tokens[next];
    if (token === undefined || token.first || /^(?:The|By)$/.test(token.text)) break;
    if (token.word && /^\d/.test(token.text) && takesNumber.test(tokens[next - 1]?.text ?? '')) {
      to = next + 1;
      continue;
    }
    if (isNamed(token) && !isMonthOrDay(token.text) && !isContraction(token.text)) {
      if (!canFollow(text, tokens, from, to, next)) break;
      to = next + 1;
      continue;
    }
    const far = joined(text, tokens, from, to, isName);
    if (far === undefined) break;
    to = far;
  }
  return to;
}

/** "Teachers' Federation": the apostrophe of a plural is within the name. */
const skipApostrophe = (tokens: readonly Token[], at: number): number =>
  /^['’]$/.test(tokens[at]?.text ?? '') && tokens[at - 1]?.possessive ? at + 1 : at;

/** A number alone is no name's beginning, and a possessive divides: "Canada's Treasury Board". */
function canFollow(text: string, tokens: readonly Token[], from: number, to: number, next: number): boolean {
  const [last, token] = [tokens[to - 1], tokens[next]];
  if (last === undefined || token === undefined) return false;
  if (!last.possessive) return /^[ \u00a0\t]*$/.test(text.slice(last.end, token.start));
  if (token.text === 'Office' && /^(?:Minister|Premier|Mayor|President|Governor|Auditor|Taoiseach)$/.test(last.text))
    return true;
  const owner = text.slice(tokens[from]?.start ?? 0, last.end);
  if (/^(?:Queen|King|Children|Women|Men|Saint|People|Mary|Joseph|Michael|Paul)$/u.test(last.text)) return true;
  // "Nurses' League", "Western Employers' Cargo Association".
  const ahead = tokens.slice(next, next + 3);
  const stop = ahead.findIndex(({ capital, possessive }) => !capital || possessive);
  return (
    /s$/i.test(last.text) &&
    !isJurisdiction(owner) &&
    ahead.slice(0, stop === -1 ? 3 : stop).some(({ text: one }) => takesOf(one))
  );
}

/** Goes on past "of", "of the", "and": the end of the run with what follows, if that is a part of the name. */
function joined(text: string, tokens: readonly Token[], from: number, to: number, isName: IsName): number | undefined {
  let at = to;
  const small: string[] = [];
  while (at < tokens.length && small.length < 3) {
    const token = tokens[at];
    if (token === undefined || token.first || !(joins.has(token.text) || (token.text === ',' && small.length === 0)))
      break;
    small.push(token.text);
    at += /^['’]$/.test(tokens[at + 1]?.text ?? '') ? 2 : 1;
  }
  const next = tokens[at];
  if (small.length === 0 || next === undefined || !next.capital || next.first || isMonthOrDay(next.text))
    return undefined;
  if (tokens[to - 1]?.possessive) return undefined;
  const sofar = tokens.slice(from, to).map((token) => token.text);
  const word = small.join(' ');
  if (sofar.some((one) => isTitleHead(one)) && !sofar.some(takesOf)) return undefined;
  if (word === '&') return at + 1;
  if (word === ',') return /^(?:Local|Lodge|Branch)$/.test(next.text) && sofar.some(takesOf) ? at + 1 : undefined;
  if (/^(?:of|for|de|du|des|d|pour)(?: (?:the|la|le|les|l))?$/.test(word) || /^(?:de l|au|aux)$/.test(word))
    return sofar.some(takesOf) || (inPeople.has(small[0] ?? '') && sofar.length <= 2) ? at + 1 : undefined;
  if (small.every((one) => inPeople.has(one)) && sofar.length <= 3) return at + 1;
  if (/^(?:and|et|,|, and)(?: (?:the|des|de|du))?$/.test(word)) return andJoins(text, tokens, { from, to, at }, isName);
  if (/^(?:on|in|to|en)(?: the)?$/.test(word))
    return sofar.some((one) => /^(?:Act|Commission|Union|Council|Society)$/.test(one)) && word === 'on'
      ? at + 1
      : undefined;
  return undefined;
}

/** "Ministry of Health and Long-Term Care", "Retail and Wholesale Workers Union": one name on both sides of "and". */
function andJoins(
  text: string,
  tokens: readonly Token[],
  { from, to, at }: { from: number; to: number; at: number },
  isName: IsName,
): number | undefined {
  const before = tokens.slice(/^The$/.test(tokens[from]?.text ?? '') ? from + 1 : from, to);
  const nextEnd = endOfPlain(tokens, at);
  const after = tokens.slice(at, nextEnd);
  const name = (part: readonly Token[]) => text.slice(part[0]?.start ?? 0, part.at(-1)?.end ?? 0);
  if (isName(name(after)) || isName(name(before)) || after.some(({ text: one }) => isTitleHead(one))) return undefined;
  if (after.length === 1 && /^\p{Lu}{2,}$/u.test(after[0]?.text ?? '')) return undefined;
  // "The Globe and Mail".
  if (
    before.length === 1 &&
    after.length === 1 &&
    kindOfName(before[0]?.text ?? '') === 'NEWS_OUTLET' &&
    kindOfName(after[0]?.text ?? '') === 'NEWS_OUTLET'
  )
    return nextEnd;
  const open = before.findLastIndex(({ text: one }) => /^(?:of|for|de|du|des)$/.test(one));
  if (open > 0 && takesOf(before[open - 1]?.text ?? '')) {
    return after.some(({ text: one }) => isComplete(one)) ? undefined : nextEnd;
  }
  if (tokens[to]?.text === ',' || tokens[at - 1]?.text === 'the') return undefined;
  const complete = isComplete(before.at(-1)?.text ?? '') || /^\p{Lu}{2,}$/u.test(before.at(-1)?.text ?? '');
  const words = after.map((one) => one.text);
  // "Warehouse Union Canada": the country is behind the head.
  while (words.length > 2 && isJurisdiction(words.at(-1) ?? '')) words.pop();
  const shouts =
    before.some(({ text: one }) => /^\p{Lu}{2,}$/u.test(one)) || /^(?:Teamsters|Unifor)$/.test(words[0] ?? '');
  return takesOf(words.at(-1) ?? '') && words.length >= 2 && before.length <= 4 && !complete && !shouts
    ? nextEnd
    : undefined;
}

/** The end of a run without small words. */
function endOfPlain(tokens: readonly Token[], from: number): number {
  let to = from;
  while (tokens[to]?.capital && !tokens[to]?.first && !isMonthOrDay(tokens[to]?.text ?? '')) {
    to = skipApostrophe(tokens, to + 1);
  }
  return to;
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
  if (isName(whole(start, to))) return candidate(start, to, titleBefore(tokens, start), false);
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
  // "Minister of Labour", "President of the Treasury Board": the run ended at the title, and goes on elsewhere.
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
      /^(?:The|A|An|In|On|At|But|And|As|If|For|While|When|After|Before|Since|Last|This|That|These|Those|Both|Some|Many|Most|Both|Meanwhile|Earlier|Later|Late|Early|Also|Although|Though|Despite|Because|Under|With|Without|Like|Unlike|Nearly|About|Around|Former|Longtime|Striking|Outgoing|Incoming|Current|Today|Yesterday|Even|Still|Yet|Now|Then|Here|There|Le|La|Les|L)$/.test(
        word,
      ) ||
      (!single && isCommon(word) && !takesOf(word) && !isTitleHead(word) && !isTitleModifier(word));
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
    // "Local President", "Chief Executive Officer": the last head of the run of titles.
    head = at;
    while (
      head + 1 < to &&
      (isTitleHead(tokens[head + 1]?.text ?? '') ||
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

/** Takes a party, a country or its people from the front: "Conservative Alison Redford", "Canadian Union …" stays whole. */
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

/** The lower-case post right before a name: "president Robyn Benson", "spokesperson". */
function titleBefore(tokens: readonly Token[], at: number): string | undefined {
  // "its deputy head, Proinsias de Búrca": past a comma too.
  const from =
    tokens[at - 1]?.text === ',' && isTitleHead(tokens[at - 2]?.text ?? '') && tokens[at - 2]?.capital === false
      ? at - 1
      : at;
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
