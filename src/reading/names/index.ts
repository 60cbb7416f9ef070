/** Names: who and what an article speaks of, and where. */

import { groupBy } from '../groupBy.ts';
import { isCity, isCommon, isJurisdiction } from '../lexicon.ts';
import { tokensOf } from '../tokens.ts';
import type { Article, Knowledge, Mention, Named } from '../types.ts';
import { isAcronymOf } from './acronyms.ts';
import { candidatesOf } from './candidates.ts';
import { type Acronym, type Entity, entitiesOf } from './entities.ts';
import { gazetteerOf, plainName } from './gazetteer.ts';
import { findNames, type NameOf } from './mentions.ts';
import { collectSeen, type Line } from './seen.ts';

export interface Names {
  readonly entities: readonly Named[];
  readonly mentions: readonly Mention[];
  readonly lines: readonly Line[];
}

/** Finds all proper names of an article. */
export function findNamed(article: Article, knowledge: Knowledge): Names {
  const gazetteer = gazetteerOf(knowledge);
  const lines = article.paragraphs.map((paragraph) => ({
    paragraph,
    tokens: tokensOf(paragraph.text, paragraph.sentences),
  }));
  const isKnown = (text: string) => gazetteer.has(plainName(text));
  // A name in the middle of a sentence is one at its start too, whatever words it is made of.
  const within = new Set(
    [...collectSeen(lines, isKnown).values()]
      .filter(({ text, capital }) => capital > 0 && text.includes(' '))
      .map(({ text }) => text),
  );
  const isName = (text: string) => isKnown(text) || within.has(plainName(text));
  const seen = collectSeen(lines, isName);
  const gathered = entitiesOf(seen, gazetteer, acronymsOf(lines, isName));
  const byName = new Map<string, NameOf>();
  const entities = namedOf(gathered);
  for (const [index, { names, rule }] of gathered.entries())
    for (const name of names) byName.set(plainName(name), { entity: entities[index]?.key ?? '', rule });
  // A headline has surnames that the text gives in full alone.
  for (const [index, { kind, names, rule }] of gathered.entries()) {
    const surname =
      kind === 'PERSON'
        ? [...names]
            .sort((a, b) => b.length - a.length)[0]
            ?.split(' ')
            .at(-1)
        : undefined;
    if (
      surname !== undefined &&
      surname.length > 2 &&
      !byName.has(surname) &&
      !isCommon(surname) &&
      !isJurisdiction(surname) &&
      !isCity(surname)
    )
      byName.set(surname, { entity: entities[index]?.key ?? '', rule });
  }
  // A headline has names that no sentence shows again: those of the graph.
  for (const [name, { id }] of gazetteer)
    if (!byName.has(name)) byName.set(name, { entity: id, rule: 'name: of the graph' });
  const mentions = findNames(lines, byName);
  const missing = new Set(mentions.map(({ entity }) => entity));
  for (const { key } of entities) missing.delete(key);
  const others = [...new Set([...gazetteer.values()])]
    .filter(({ id }) => missing.has(id))
    .map(
      (known): Named => ({
        ...{ key: known.id, kind: known.kind, known: true, candidates: [], rule: 'name: of the graph' },
        names: known.names.map(({ text }) => text),
      }),
    );
  const count = groupBy(mentions, ({ entity }) => entity);
  const timesOf = ({ key }: Named) => count.get(key)?.length ?? 0;
  // The most named first.
  return { entities: [...entities, ...others].sort((a, b) => timesOf(b) - timesOf(a)), mentions, lines };
}

/** "The Long Name (LN)", "LN (the Long Name)", "the Long Name, or LN". */
function acronymsOf(lines: readonly Line[], isName: (text: string) => boolean): Acronym[] {
  return lines.flatMap(({ paragraph: { text }, tokens }) => {
    const candidates = candidatesOf(text, tokens, isName);
    return candidates.flatMap((one, index) => {
      const next = candidates[index + 1];
      if (next === undefined) return [];
      const between = text.slice(one.end, next.start);
      if (!/^(?:['’]?s? ?\((?:the |or |known as |aussi )?["“]?|, (?:or|known as|the) (?:the )?)$/.test(between))
        return [];
      const [short, long] = one.text.length < next.text.length ? [one.text, next.text] : [next.text, one.text];
      const bracket = between.includes('(') && /^\p{Lu}[\p{Lu}\p{L}&.-]*\p{Lu}s?$/u.test(short) && !short.includes(' ');
      // "Bill 28, the Keeping Students in Class Act".
      const law = /^Bill /.test(short) && /\b(?:Act|Code)$/.test(long);
      return bracket || law || isAcronymOf(short, long) ? [{ long, short }] : [];
    });
  });
}

function namedOf(gathered: readonly Entity[]): Named[] {
  const taken = new Set<string>();
  return gathered.map(({ kind, known, names, rule }) => {
    const sorted = [...names].sort((a, b) => b.length - a.length);
    const key = known?.id ?? freeKey(slugOf(sorted[0] ?? kind), taken);
    taken.add(key);
    const seat =
      rule === 'name: seat of a government'
        ? ['Government of Canada', 'federal government', 'Canadian government', 'government']
        : [];
    const all = [...sorted, ...seat, ...(known?.names.map(({ text }) => text) ?? [])];
    return { key, kind, known: known !== undefined, names: [...new Set(all)], candidates: [], rule };
  });
}

function freeKey(slug: string, taken: ReadonlySet<string>): string {
  for (let number = 1; ; number += 1) {
    const key = number === 1 ? slug : `${slug}-${number}`;
    if (!taken.has(key)) return key;
  }
}

const slugOf = (name: string): string =>
  name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 80) || 'unnamed';
