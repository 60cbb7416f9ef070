/** Each distinct name in each paragraph: one pass over the words, the longest name first. */
import { isJurisdiction } from '../lexicon.ts';
import type { Token } from '../tokens.ts';
import type { Mention } from '../types.ts';
import type { Line } from './seen.ts';

/** Whom a name names, and by what rule. */
export interface NameOf {
  readonly entity: string;
  readonly rule: string;
}

/** Finds names in lines. `byName` has each with plain apostrophes. */
export function findNames(lines: readonly Line[], byName: ReadonlyMap<string, NameOf>): Mention[] {
  const byFirst = new Map<string, string[]>();
  for (const name of byName.keys()) {
    const first = firstWord(name);
    byFirst.set(first, [...(byFirst.get(first) ?? []), name]);
  }
  for (const names of byFirst.values()) names.sort((a, b) => b.length - a.length);
  return lines.flatMap((line) => namesIn(line, byFirst, byName));
}

const firstWord = (name: string): string => (/^(?:(?:\p{Lu}\.)+|[\p{L}\p{N}]+)/u.exec(name)?.[0] ?? name).toUpperCase();

function namesIn(
  { paragraph, tokens }: Line,
  byFirst: ReadonlyMap<string, readonly string[]>,
  byName: ReadonlyMap<string, NameOf>,
): Mention[] {
  const found: Mention[] = [];
  const text = paragraph.text.replaceAll('’', "'");
  let end = 0;
  for (const token of tokens) {
    if (!token.capital || token.start < end) continue;
    const name = byFirst.get(firstWord(token.text))?.find((one) => standsAt(text, token, one));
    const named = name === undefined ? undefined : byName.get(name);
    // "Kamloops, B.C.": a province that only says where a town is.
    if (
      name !== undefined &&
      /^(?:\p{Lu}\.){2,}$/u.test(name) &&
      /\p{Lu}[\p{L}'’.-]+, $/u.test(text.slice(0, token.start))
    )
      continue;
    // "Quebec City" is a town.
    if (name !== undefined && isJurisdiction(name) && / City(?!\p{L})/uy.test(text.slice(token.start + name.length)))
      continue;
    if (name === undefined || named === undefined) continue;
    end = token.start + name.length;
    found.push({
      ...{ p: paragraph.number, start: token.start, end, text: paragraph.text.slice(token.start, end) },
      ...{ entity: named.entity, proper: true, rule: named.rule },
    });
  }
  return found;
}

/** Whole words alone: "Smith" is not in "Smithson", nor "HN" in "HNL". A headline may shout. */
function standsAt(text: string, { start }: Token, name: string): boolean {
  const here = text.slice(start, start + name.length);
  if (here !== name && !(here === name.toUpperCase() && name.length > 4)) return false;
  return !/^(?:[\p{L}\p{N}]|-\p{L}|'\p{L}{2})/u.test(text.slice(start + name.length, start + name.length + 3));
}
