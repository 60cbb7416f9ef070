/** A record that is an entity. */
import { type Kind, kindDefinition, kindNames, openAttributes, type Vocabulary } from '../../registry/index.ts';
import { checkApproximations, checkFigure } from './amount.ts';
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
import { readIdentifiers } from './identifiers.ts';
import { readNames } from './names.ts';
import type { Mapping, Node } from './node.ts';
import { partKeys, readParts } from './parts.ts';
import { readQuotation } from './quotation.ts';
import type { AttributeValue, EntityRecord, EvidenceRecord } from './records.ts';

const sharedKeys = ['id', 'kind', 'names', 'identifiers', 'summary', 'notStated', 'evidence', 'relationships'];

/** Reads an entity, but for its relationships. */
export function readEntity(node: Node, context: Context): EntityRecord | undefined {
  const kind = kindOf(node);
  const known = kind && [...sharedKeys, ...particularKeys(kind), ...partKeys(kind)];
  const fields = openRecord(node, kind ?? 'entity', known, context);
  if (fields === undefined) return undefined;
  const id = fields.required('id', readSlug);
  fields.required('kind', readWord('kind', kindNames));
  const names = fields.required('names', readNames);
  const identifiers = fields.optional('identifiers', readIdentifiers);
  const summary = fields.required('summary', readText);
  if (kind === null) {
    readEvidence(fields, fields.keys);
    return undefined;
  }
  const state = readState(fields, kind);
  const evidence = readEvidence(fields, supportable(fields, kind), kind === 'STATEMENT');
  const said = kind === 'STATEMENT' && evidence !== undefined;
  const notStated = readNotStated(fields, kind);
  if (evidence !== undefined) for (const key of notStated ?? []) checkLeftOpen(key, fields, evidence);
  const record = {
    place: fields.place,
    id,
    kind,
    names,
    identifiers: identifiers === null ? [] : identifiers,
    summary,
    ...state,
    ...(said && { type: readQuotation(fields, evidence, context) }),
    ...readTimes(fields, kind),
    attributes: readAttributes(fields, kind),
    notStated,
    evidence,
    ...readParts(fields, kind),
  };
  return complete<EntityRecord>(record, instead);
}

const instead = {
  names: [],
  identifiers: [],
  summary: '',
  type: null,
  status: null,
  start: null,
  end: null,
  notStated: [],
  evidence: [],
  terms: [],
  stages: [],
  provisions: [],
} as const;

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
  // That of a statement follows from its evidence.
  const type = kind === 'STATEMENT' ? null : word('type', types);
  return { type, status: word('status', statuses) };
}

function readTimes(fields: Fields, kind: Kind) {
  const definition = kindDefinition(kind);
  const time = (key: 'start' | 'end') => (definition[key] ? optionalOrOpen(fields, key, readDate) : null);
  const [start, end] = [time('start'), time('end')];
  if (startsAfter(start, end)) fields.report('end', 'the end is before the start');
  return { start, end };
}

/** Those that are not mistaken. */
function readAttributes(fields: Fields, kind: Kind): ReadonlyMap<string, AttributeValue> {
  const values = Object.entries(attributesOf(kind)).map(([name, type]) => {
    const read = attributeReader(name, type);
    const value = isRequired(kind, name) ? fields.required(name, read) : optionalOrOpen(fields, name, read);
    return [name, value] as const;
  });
  const attributes = new Map(values.flatMap(([name, value]) => (value == null ? [] : [[name, value]])));
  if (kind === 'CLAIM') checkFigure(fields, attributes);
  checkApproximations(fields, attributes);
  return attributes;
}

/** The attributes that stand as `not stated`, and those that are listed so. */
function readNotStated(fields: Fields, kind: Kind): readonly string[] | undefined {
  const open = openAttributes(kind);
  const listed = fields.optional('notStated', readList(readOpenKey(fields, open)));
  const written = particularKeys(kind).filter((key) => open.includes(key) && isNotStated(fields.node(key)));
  return listed === undefined ? undefined : [...new Set([...written, ...(listed ?? [])])];
}

/** That a source leaves something open is a fact too: a passage speaks of the matter, and does not say it. */
function checkLeftOpen(key: string, fields: Fields, evidence: readonly EvidenceRecord[]): void {
  if (evidence.some(({ articleId, attributes }) => articleId !== null && attributes.includes(key))) return;
  fields.report(
    fields.keys.includes(key) ? key : 'notStated',
    `"${key}" is not stated: by which passage? Add it to the evidence, "for: [${key}]"; if none speaks of it, leave "${key}" out`,
  );
}

/** What an article leaves open may be known by another way: worked out, or from elsewhere. Then both are said. */
function readOpenKey(fields: Fields, open: readonly string[]): Reader<string> {
  return (node, context) => {
    const key = readWord('attribute', open)(node, context);
    if (key === undefined || !fields.node(key) || isNotStated(fields.node(key))) return key;
    if (isKnownOtherwise(fields, key)) return key;
    return wrong(node, 'left open: the record states it', context);
  };
}

/** True for a date that says how it is known, and for an attribute that has external evidence of its own. */
function isKnownOtherwise(fields: Fields, key: string): boolean {
  if (fields.node(key)?.type === 'mapping') return true;
  const evidence = fields.node('evidence');
  const pieces = evidence?.type === 'list' ? evidence.items : [];
  return pieces.some((piece) => piece.type === 'mapping' && piece.entries.has('external') && isFor(piece, key));
}

function isFor(piece: Mapping, key: string): boolean {
  const attributes = piece.entries.get('for')?.node;
  return attributes?.type === 'list' && attributes.items.some((item) => item.type === 'scalar' && item.text === key);
}

/** What evidence can be `for`: whatever the record says of itself. */
function supportable(fields: Fields, kind: Kind): string[] {
  const said = ['names', 'summary', ...particularKeys(kind)].filter((key) => fields.keys.includes(key));
  const listed = fields.node('notStated');
  const items = listed?.type === 'list' ? listed.items : [];
  return [...said, ...items.flatMap((item) => (item.type === 'scalar' ? [item.text] : []))];
}
