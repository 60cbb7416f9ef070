/** Records that are to be put beside the seeds, each in the place of the one of the same id: as `apply` does with the graph. */
import { relationshipId } from '../records/ids.ts';
import type { Entry, Mapping, Node, Source } from '../records/validation/node.ts';
import { isRelationshipType } from '../registry/index.ts';

/** The records of both, where they have the same id those of the second alone. */
export function putBeside(seeds: Source, more: Source): Source {
  const put = new Set(more.records.flatMap(idsOf));
  const entities = new Set(more.records.flatMap((record) => textAt(record, 'id') ?? []));
  return {
    records: [...seeds.records.flatMap((record) => without(record, entities, put)), ...more.records],
    broken: [...seeds.broken, ...more.broken],
    problems: [...seeds.problems, ...more.problems],
  };
}

const textAt = (node: Node, key: string): string | undefined => {
  const value = node.type === 'mapping' ? node.entries.get(key)?.node : undefined;
  return value?.type === 'scalar' ? value.text : undefined;
};

/** A record without what is put in its place; the relationships of an entity that is replaced stand by themselves. */
function without(record: Node, entities: ReadonlySet<string>, put: ReadonlySet<string>): Node[] {
  if (record.type !== 'mapping') return [record];
  const id = textAt(record, 'id');
  if (id === undefined) return withoutObjects(record, textAt(record, 'subject') ?? '', put);
  const own = record.entries.get('relationships');
  const items = own?.node.type === 'list' ? own.node.items : [];
  const left = items.flatMap((item): Node[] => (item.type === 'mapping' ? withoutObjects(item, id, put) : [item]));
  if (entities.has(id)) return left.map((item) => (item.type === 'mapping' ? standing(item, id) : item));
  if (own === undefined || own.node.type !== 'list') return [record];
  const relationships: Entry = { ...own, node: { ...own.node, items: left } };
  return [{ ...record, entries: new Map([...record.entries, ['relationships', relationships]]) }];
}

function standing(record: Mapping, subject: string): Mapping {
  const { place } = record;
  const entry: Entry = { place, node: { type: 'scalar', place, value: subject, text: subject } };
  return { ...record, entries: new Map([['subject', entry], ...record.entries]) };
}

/** A relationship without the objects that it is put to; nothing, where none is left. */
function withoutObjects(record: Mapping, subject: string, put: ReadonlySet<string>): Mapping[] {
  const found = typeAndObjects(record);
  if (found === undefined) return [record];
  const { type, entry, objects } = found;
  const left = objects.filter((object) => !put.has(idOf(record, subject, type, object)));
  if (left.length === objects.length) return [record];
  if (left.length === 0) return [];
  const items = entry.node.type === 'list' ? entry.node.items : [];
  const node: Node = {
    type: 'list',
    place: entry.node.place,
    items: items.filter((item) => left.includes(textOf(item))),
  };
  return [{ ...record, entries: new Map([...record.entries, [type, { ...entry, node }]]) }];
}

const textOf = (node: Node): string => (node.type === 'scalar' ? node.text : '');

const idOf = (record: Node, subjectId: string, type: string, objectId: string): string =>
  relationshipId({ subjectId, type, objectId }, textAt(record, 'key') ?? null);

function typeAndObjects(record: Mapping) {
  const found = [...record.entries].find(([key]) => isRelationshipType(key));
  if (found === undefined) return undefined;
  const [type, entry] = found;
  return { type, entry, objects: (entry.node.type === 'list' ? entry.node.items : [entry.node]).map(textOf) };
}

/** The ids of the relationships that a record puts. */
function idsOf(record: Node): string[] {
  if (record.type !== 'mapping') return [];
  const subject = textAt(record, 'id') ?? textAt(record, 'subject') ?? '';
  const own = record.entries.get('relationships')?.node;
  const related = textAt(record, 'id') === undefined ? [record] : own?.type === 'list' ? own.items : [];
  return related.flatMap((item) => {
    const ends = item.type === 'mapping' ? typeAndObjects(item) : undefined;
    return ends === undefined ? [] : ends.objects.map((object) => idOf(item, subject, ends.type, object));
  });
}
