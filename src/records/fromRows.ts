/**
 * Rows to records: what a seed file says to come to these rows. The other way is seeding/rows.ts.
 *
 * A record is plain data, in the order in which a person would write it. An id that is not made of what its fact says,
 * as only somebody who writes past the files can give one, has no record.
 */
import type {
  Basis,
  Entity,
  Evidence,
  Identifier,
  LegislationStage,
  Name,
  NameType,
  NotStated,
  Passage,
  Provision,
  Relationship,
  Term,
} from '../generated/prisma/client.ts';
import {
  type AttributeType,
  attributeOfScheme,
  identifierSchemeNames,
  isKind,
  kindDefinition,
} from '../registry/index.ts';
import { evidenceId, provisionId, relationshipId, stageId, termId } from './ids.ts';

/** A row with its evidence, in order. */
export type With<Row> = Row & { readonly evidence: readonly Evidence[] };

/** An entity with all that its record says. The rows are in their order. */
export interface EntityRows extends With<Omit<Entity, 'createdAt' | 'updatedAt'>> {
  readonly names: readonly Name[];
  readonly identifiers: readonly Identifier[];
  readonly notStated: readonly NotStated[];
  /** Of the detail table of its kind. */
  readonly detail: Readonly<Record<string, unknown>>;
  readonly terms: readonly With<Term>[];
  readonly stages: readonly With<LegislationStage>[];
  readonly provisions: readonly With<Provision & { readonly affects: readonly { readonly id: string }[] }>[];
  readonly passages: readonly Passage[];
  /** Those of which it is the subject. */
  readonly outgoing: readonly With<Relationship>[];
}

/** A record, or a part of one: keys with nothing under them are left out. */
export type Plain = Readonly<Record<string, unknown>>;

/** So many relationships stand in the record of their subject; where there are more, each is a record. */
const mostWithin = 200;

/**
 * The record of an entity and, where it has many, those of its relationships.
 * @throws Error if an id in it is not made of what its fact says.
 */
export function recordsOf(entity: EntityRows): readonly Plain[] {
  if (entity.outgoing.length <= mostWithin) return [entityOf(entity, entity.outgoing.map(relationshipOf))];
  return [entityOf(entity, []), ...entity.outgoing.map(standingOf)];
}

/** A relationship as a record by itself. @throws Error if its id is not made of what it says. */
export const standingOf = (row: With<Relationship>): Plain => ({ subject: row.subjectId, ...relationshipOf(row) });

function entityOf(entity: EntityRows, relationships: readonly Plain[]): Plain {
  const { id, kind, type, status, summary, names, identifiers, notStated, evidence, detail } = entity;
  const registers = new Set(identifierSchemeNames.map(attributeOfScheme));
  const isOwn = ({ attribute }: Evidence): boolean => attribute === null || !registers.has(attribute);
  const record = {
    id,
    kind,
    // That of a statement follows from its evidence.
    type: kind === 'STATEMENT' ? null : type,
    status,
    names: namesOf(names),
    identifiers: identifiersOf(identifiers, evidence),
    summary,
    start: dateOf(entity, 'start'),
    end: dateOf(entity, 'end'),
    ...attributesOf(kind, detail),
    notStated: notStated.map(({ attribute }) => attribute),
    evidence: piecesOf(id, evidence.filter(isOwn)),
    terms: entity.terms.map(termOf),
    stages: entity.stages.map(stageOf),
    provisions: entity.provisions.map(provisionOf),
    relationships,
    paragraphs: entity.passages.map(({ role, sha256, uncoveredReason }) =>
      filled({ role, sha256, without: uncoveredReason }),
    ),
  };
  // What is left open stands under `notStated` alone.
  const open = notStated.map(({ attribute }) => attribute);
  return filled(
    record,
    evidence.filter(({ attribute }) => attribute !== null && !open.includes(attribute)),
  );
}

/** Without what is null, and without empty lists, unless evidence is for one. */
const filled = (record: Plain, evidence: readonly Evidence[] = []): Plain =>
  Object.fromEntries(
    Object.entries(record).filter(
      ([key, value]) => value !== null && !(Array.isArray(value) && value.length === 0 && !isSupported(key, evidence)),
    ),
  );

const otherNames = { acronym: 'ACRONYM', alias: 'ALIAS', former: 'FORMER' } as const satisfies Record<string, NameType>;

/** The names by language, in the order in which they are known. */
function namesOf(names: readonly Name[]): Plain {
  const inOrder = [...names].sort((one, other) => one.ordinal - other.ordinal);
  const languages = [...new Set(inOrder.map(({ language }) => language))];
  const of = (language: string, type: NameType): string[] =>
    inOrder.filter((name) => name.language === language && name.type === type).map(({ text }) => text);
  return Object.fromEntries(
    languages.map((language) => {
      const others = Object.entries(otherNames).map(([key, type]) => [key, of(language, type)]);
      return [language, filled({ preferred: of(language, 'PREFERRED')[0] ?? null, ...Object.fromEntries(others) })];
    }),
  );
}

/** The identifiers, each with the piece of evidence that it brings. */
function identifiersOf(identifiers: readonly Identifier[], evidence: readonly Evidence[]): Plain | null {
  if (identifiers.length === 0) return null;
  return Object.fromEntries(
    identifiers.map(({ scheme, value }) => {
      const source = evidence.find(({ attribute }) => attribute?.toUpperCase() === scheme);
      return [scheme, filled({ value, external: source?.note ?? null, url: source?.url ?? null })];
    }),
  );
}

/** What the registry says that a kind has, by attribute. */
function attributesOf(kind: string, detail: EntityRows['detail']): Plain {
  const attributes = isKind(kind) ? (kindDefinition(kind).details?.attributes ?? {}) : {};
  return Object.fromEntries(Object.entries(attributes).map(([name, type]) => [name, attributeOf(detail, name, type)]));
}

function attributeOf(detail: EntityRows['detail'], name: string, type: AttributeType): unknown {
  if (type === 'date') return dateOf(detail, name);
  if (type === 'entity') return detail[`${name}Id`] ?? null;
  if (type === 'amount' || type === 'share' || type === 'decimal') return amountOf(detail, name);
  return detail[name] ?? null;
}

/** A fraction as the source gives it, or a number. */
function amountOf(row: object, name: string): string | number | null {
  const columns: Readonly<Record<string, unknown>> = { ...row };
  const fraction = columns[`${name}Fraction`];
  if (typeof fraction === 'string') return fraction;
  const value = columns[name] ?? null;
  return value === null ? null : Number(value);
}

/** A date alone where it is stated, or with how it is known. */
function dateOf(row: object, name: string): unknown {
  const columns: Readonly<Record<string, unknown>> = { ...row };
  const [date, basis, note] = [columns[name] ?? null, columns[`${name}Basis`], columns[`${name}Note`]];
  if (date === null || basis === 'STATED') return date;
  return basis === 'DERIVED' ? { date, rule: note } : { date, external: note };
}

function termOf(term: With<Term>): Plain {
  const { id, proposalId, issueId, year, years, evidence, ...own } = term;
  const keyed = termId(proposalId, { issueId, year, key: null });
  return part(
    {
      issue: issueId,
      year,
      years: years === 1 && !isSupported('years', evidence) ? null : years,
      value: own.notStated ? 'not stated' : amountOf(term, 'value'),
      unit: own.unit,
      approximation: own.approximation,
      compounded: own.compounded,
      retroactive: own.retroactive,
      lumpSum: own.lumpSum,
      effective: dateOf(term, 'effective'),
      text: own.text,
    },
    { id, key: keyOf(id, keyed), evidence },
  );
}

function stageOf(row: With<LegislationStage>): Plain {
  const { id, legislationId, stage, evidence } = row;
  const key = keyOf(id, stageId(legislationId, { stage, key: null }));
  return part({ stage, date: dateOf(row, 'date') }, { id, key, evidence });
}

function provisionOf(row: EntityRows['provisions'][number]): Plain {
  const { id, legislationId, effect, condition, affects, evidence } = row;
  const own = provisionId(legislationId, { effect, key: null }) === id ? null : id.split('.provision.')[1];
  if (own === undefined || provisionId(legislationId, { effect, key: own }) !== id) throw notMadeOf(id);
  return part({ effect, condition, affects: affects.map((one) => one.id) }, { id, key: own, evidence });
}

function relationshipOf(row: With<Relationship>): Plain {
  const { id, type, objectId, evidence, side, position, role, acting, ordinal, note, accordingToId } = row;
  const from = dateOf(row, 'validFrom');
  const qualifiers = { from, until: dateOf(row, 'validTo'), side, position, role, acting, ordinal, note };
  const key = keyOf(id, relationshipId(row, null));
  return part({ [type]: objectId, ...qualifiers, accordingTo: accordingToId }, { id, key, evidence });
}

interface Whole {
  readonly id: string;
  readonly key: string | null;
  readonly evidence: readonly Evidence[];
}

const isSupported = (attribute: string, evidence: readonly Evidence[]): boolean =>
  evidence.some((one) => one.attribute === attribute);

/** What a part may leave open. */
const openInParts: readonly string[] = ['from', 'until', 'value', 'effective', 'date'];

/**
 * A part with its key and evidence. What evidence is for and nobody states is said to be open.
 * @throws Error if that is nothing that can be.
 */
function part(fields: Plain, { id, key, evidence }: Whole): Plain {
  const open = evidence.flatMap(({ attribute }) =>
    attribute !== null && (fields[attribute] ?? null) === null ? [attribute] : [],
  );
  const stray = open.find((attribute) => !openInParts.includes(attribute));
  if (stray !== undefined)
    throw new Error(`evidence of ${id} is for "${stray}", which it does not have, so that no record comes to it`);
  const stated = { ...fields, ...Object.fromEntries(open.map((attribute) => [attribute, 'not stated'])) };
  return filled({ ...stated, key, evidence: piecesOf(id, evidence) }, evidence);
}

/** What an id has beyond the one that it would have without a key. @throws Error if it begins otherwise. */
function keyOf(id: string, without: string): string | null {
  if (id === without) return null;
  if (id.startsWith(`${without}.`)) return id.slice(without.length + 1);
  throw notMadeOf(id);
}

const notMadeOf = (id: string): Error =>
  new Error(`the id ${id} is not made of what its fact says, so that no record comes to it`);

/** The pieces of evidence; those that follow one another and differ in the attribute alone are one. */
function piecesOf(factId: string, rows: readonly Evidence[]): Plain[] {
  const pieces: { readonly said: Plain; readonly attributes: string[] }[] = [];
  for (const row of rows) {
    const { attribute } = row;
    const said = pieceOf(factId, row);
    const last = pieces.at(-1);
    const goesOn = attribute !== null && last !== undefined && last.attributes.length > 0;
    if (goesOn && JSON.stringify(last.said) === JSON.stringify(said)) last.attributes.push(attribute);
    else pieces.push({ said, attributes: attribute === null ? [] : [attribute] });
  }
  return pieces.map(({ said, attributes }) => filled({ ...said, for: attributes }));
}

function pieceOf(factId: string, row: Evidence): Plain {
  const { id, attribute, articleId, paragraph, anchors, quotation, note, url } = row;
  const made = (basis: Basis) => evidenceId(factId, { articleId, paragraph, basis, note, url }, attribute) === id;
  if (articleId === null) {
    if (!made('EXTERNAL')) throw notMadeOf(id);
    return filled({ external: note, url });
  }
  // What a passage says of a date that was worked out from it is derived by the date's rule, and needs none of its own.
  const isRuled = row.basis === 'DERIVED' && !made('STATED');
  if (!made(isRuled ? 'DERIVED' : 'STATED')) throw notMadeOf(id);
  return filled({ at: `${articleId}/${paragraph}`, cues: anchors, quotation, rule: isRuled ? note : null });
}
