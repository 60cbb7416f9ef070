/** Where a run of capitalised words ends: "Harbour Nurses’ League of Malta". */
import { isFirstName, isJurisdiction, isMonthOrDay } from '../lexicon.ts';
import { isTitleHead } from '../offices/words.ts';
import type { Token } from '../tokens.ts';
import { isAcronymOf } from './acronyms.ts';
import { endOfFrench } from './french.ts';
import { isComplete, kindOfName, takesOf } from './words.ts';

/** Whether a name is one that the graph has, or that the text has shown. */
export type IsName = (text: string) => boolean;

/** Small words within the names of people. */
const inPeople = new Set('de du des la le van von der da di del bin ten dos d'.split(' '));
/** Small words within any name. */
const joins = new Set([...inPeople, ...'of for les et and the & on in to at pour au aux en'.split(' ')]);
/** "Harbour at Noon": a programme's hour. */
const isHour = /^(?:Noon|Breakfast|One|Five|Six|Ten|Eleven|Night|Dawn|Dusk|Work|Issue|Large)$/;

const isNamed = ({ word, capital }: Token): boolean => word && capital;
/** "Local 77", "Bill 58": the number is a part of the name. */
const takesNumber = /^(?:Local|Bill|Lodge|Branch|Loi)$/;

/** "We've", "I'll": never a name. */
export const isContraction = (word: string): boolean =>
  /^(?:I|We|They|You|He|She|It|That|There|What|Who|Don|Can|Won|Isn|Let)['’](?:ve|ll|m|re|d|s|t)$/i.test(word) ||
  word === 'I';

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
export function endOfRun(text: string, tokens: readonly Token[], from: number, isName: IsName): number {
  const whole = endOfFrench(tokens, from) ?? endOfLaw(text, tokens, from);
  if (whole !== undefined) return whole;
  let to = from + 1;
  while (to < tokens.length && to - from < 16) {
    const next = skipApostrophe(tokens, to);
    const token = tokens[next];
    if (token === undefined || token.first || /^(?:The|By|OK|OKs)$/.test(token.text)) break;
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

/** A number alone is no name's beginning, and a possessive divides: "Malta's Ferry Board". */
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
  const stop = ahead.findIndex(({ capital }, index) => !capital || ahead[index - 1]?.possessive === true);
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
  // "Local 77 of the Dockers' Union": the local and its union are two names.
  if (/^(?:Local|Lodge)$/.test(sofar[0] ?? '') && /^\d/.test(sofar.at(-1) ?? '')) return undefined;
  if (word === '&') return at + 1;
  if (word === 'at') return isHour.test(next.text) ? at + 1 : undefined;
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
  if (isJurisdiction(text.slice(tokens[from]?.start ?? 0, tokens[nextEnd - 1]?.end ?? 0))) return nextEnd;
  if (isName(name(after)) || isName(name(before)) || tokens[at]?.text === 'The') return undefined;
  // "the Union of Ferry and Port Staff (UFPS)": the letters tell how far the name goes.
  const [open, letters] = [tokens[nextEnd], tokens[nextEnd + 1]];
  if (open?.text === '(' && letters !== undefined && isAcronymOf(letters.text, name(tokens.slice(from, nextEnd))))
    return nextEnd;
  if (isPerson(before) || isPerson(after)) return undefined;
  // "Ana Ruiz of the League of Malta and Leo Vella of the Guild".
  const isShort = after.length === 2 && !after.some(({ text: one }) => takesOf(one));
  if (isShort && tokens[nextEnd]?.text === 'of' && before.some(({ text: one }) => one === 'of')) return undefined;
  if (after.some(({ text: one }) => isTitleHead(one))) return undefined;
  if (after.length === 1 && /^\p{Lu}{2,}$/u.test(after[0]?.text ?? '')) return undefined;
  // "The Globe and Mail".
  if (
    before.length === 1 &&
    after.length === 1 &&
    kindOfName(before[0]?.text ?? '') === 'NEWS_OUTLET' &&
    kindOfName(after[0]?.text ?? '') === 'NEWS_OUTLET'
  )
    return nextEnd;
  const opened = before.findLastIndex(({ text: one }) => /^(?:of|for|de|du|des)$/.test(one));
  if (opened > 0 && takesOf(before[opened - 1]?.text ?? '')) {
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

/** "Ana Ruiz": two or three words of which the first is a given name. */
const isPerson = (words: readonly Token[]): boolean =>
  (words.length === 2 || words.length === 3) &&
  isFirstName(words[0]?.text ?? '') &&
  !words.some(({ text }) => takesOf(text));

/** The end of a run without small words. */
function endOfPlain(tokens: readonly Token[], from: number): number {
  let to = from;
  while (tokens[to]?.capital && !tokens[to]?.first && !isMonthOrDay(tokens[to]?.text ?? '')) {
    to = skipApostrophe(tokens, to + 1);
  }
  return to;
}
