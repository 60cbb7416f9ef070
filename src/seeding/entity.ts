/** A record that is an entity. */
import { type Kind, kindDefinition, kindNames, openAttributes, type Vocabulary } from '../graph/registry.ts';
import { attributeReader, attributesOf, isRequired, particularKeys } from './attributes.ts';
import { readDate, startsAfter } from './date.ts';
import { readEvidence } from './evidence.ts';
import {
  type Context,
  complete,
  type Fields,
  isNotStated,
  openRecord,
  type Reader,
  readList,
  readSlug,
  readText,
  readWord,
  wordsOf,
  wrong,
} from './fields.ts';
import { readNames } from './names.ts';
import { partKeys, readParts } from './parts.ts';
import type { Node } from './read.ts';
import type { AttributeValue, EntityRecord } from './records.ts';

const sharedKeys = ['id', 'kind', 'names', 'summary', 'notStated', 'evidence', 'relationships'];

/** Reads an entity, but for its relationships. */
export function readEntity(node: Node, context: Context): EntityRecord | undefined {
  const kind = kindOf(node);
  const known = kind && [...sharedKeys, ...particularKeys(kind), ...partKeys(kind)];
  const fields = openRecord(node, kind ?? 'entity', known, context);
  if (fields === undefined) return undefined;
  const id = fields.required('id', readSlug);
  fields.required('kind', readWord('kind', kindNames));
  const names = fields.required('names', readNames);
  const summary = fields.required('summary', readText);
  if (kind === null) {
    readEvidence(fields, fields.keys);
    return undefined;
  }
  return complete<EntityRecord>({
    place: fields.place,
    id,
    kind,
    names,
    summary,
    ...readState(fields, kind),
    ...readTimes(fields, kind),
    attributes: readAttributes(fields, kind),
    notStated: readNotStated(fields, kind),
    evidence: readEvidence(fields, supportable(fields, kind)),
    ...readParts(fields, kind),
  });
}

function kindOf(node: Node): Kind | null {
  const kind = node.type === 'mapping' ? node.entries.get('kind')?.node : undefined;
  return kindNames.find((name) => kind?.type === 'scalar' && kind.text === name) ?? null;
}

/** `not stated` is none, and reported where something must be there. */
function optionalOrOpen<T>(fields: Fields, key: string, read: Reader<T>): T | null | undefined {
  return isNotStated(fields.node(key)) ? null : fields.optional(key, read);
}

function readState(fields: Fields, kind: Kind) {
  const { types, statuses } = kindDefinition(kind);
  const word = (key: string, words: Vocabulary | undefined) =>
    words ? optionalOrOpen(fields, key, readWord(`${key} of ${kind}`, wordsOf(words))) : null;
  return { type: word('type', types), status: word('status', statuses) };
}

function readTimes(fields: Fields, kind: Kind) {
  const definition = kindDefinition(kind);
  const time = (key: 'start' | 'end') => (definition[key] ? optionalOrOpen(fields, key, readDate) : null);
  const [start, end] = [time('start'), time('end')];
  if (startsAfter(start, end)) fields.report('end', 'the end is before the start');
  return { start, end };
}

function readAttributes(fields: Fields, kind: Kind): ReadonlyMap<string, AttributeValue> | undefined {
  const values = Object.entries(attributesOf(kind)).map(([name, type]) => {
    const read = attributeReader(name, type);
    const value = isRequired(kind, name) ? fields.required(name, read) : optionalOrOpen(fields, name, read);
    return [name, value] as const;
  });
  const attributes = new Map(values.flatMap(([name, value]) => (value == null ? [] : [[name, value]])));
  checkFigure(fields, attributes);
  return values.every(([, value]) => value !== undefined) ? attributes : undefined;
}

/** A figure has a unit, and its range is in order. */
function checkFigure(fields: Fields, attributes: ReadonlyMap<string, AttributeValue>): void {
  const [low, high] = [attributes.get('low'), attributes.get('high')];
  if (typeof low === 'number' && typeof high === 'number' && low > high) fields.report('high', '"high" is below "low"');
  for (const key of ['low', 'high']) {
    if (attributes.has(key) && !fields.keys.includes('unit')) fields.report(key, `"${key}" needs a "unit"`);
  }
}

/** The attributes that stand as `not stated`, and those that are listed so. */
function readNotStated(fields: Fields, kind: Kind): readonly string[] | undefined {
  const open = openAttributes(kind);
  const listed = fields.optional('notStated', readList(readOpenKey(fields, open)));
  const written = particularKeys(kind).filter((key) => open.includes(key) && isNotStated(fields.node(key)));
  return listed === undefined ? undefined : [...new Set([...written, ...(listed ?? [])])];
}

function readOpenKey(fields: Fields, open: readonly string[]): Reader<string> {
  return (node, context) => {
    const key = readWord('attribute', open)(node, context);
    if (key === undefined || !fields.node(key) || isNotStated(fields.node(key))) return key;
    return wrong(node, 'left open: the record states it', context);
  };
}

/** What evidence can be `for`: whatever the record says of itself. */
function supportable(fields: Fields, kind: Kind): string[] {
  const said = ['names', 'summary', ...particularKeys(kind)].filter((key) => fields.keys.includes(key));
  const listed = fields.node('notStated');
  const items = listed?.type === 'list' ? listed.items : [];
  return [...said, ...items.flatMap((item) => (item.type === 'scalar' ? [item.text] : []))];
}
