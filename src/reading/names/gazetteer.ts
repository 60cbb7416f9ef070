/** The names of the graph, to be found in a text. */
import type { Knowledge, KnownEntity } from '../types.ts';

/** What can be mentioned: a name of an event or a claim is our own wording, and stands in no text. */
const mentioned = new Set<string>([
  'PERSON',
  'UNION',
  'GOVERNMENT',
  'PUBLIC_BODY',
  'POLITICAL_PARTY',
  'COURT',
  'NEWS_OUTLET',
  'JURISDICTION',
  'LEGISLATION',
]);

export const plainName = (name: string): string => name.replaceAll('’', "'").replace(/\s+/g, ' ').trim();

/** A name of its own begins with a capital: "the government" is told of many. */
const isProper = (name: string): boolean => /^\p{Lu}/u.test(name) && (name.match(/\p{Lu}/gu)?.length ?? 0) >= 1;

/** Each proper name of the graph, and whose it is. A name of two is that of the first by id, and told of no one else. */
export function gazetteerOf({ entities }: Knowledge): ReadonlyMap<string, KnownEntity> {
  const byName = new Map<string, KnownEntity>();
  for (const entity of entities) {
    if (!mentioned.has(entity.kind)) continue;
    for (const { text } of entity.names) {
      const name = plainName(text);
      if (isProper(name) && !byName.has(name)) byName.set(name, entity);
    }
  }
  return byName;
}
