/** Flattens records to the rows of tables. Ids are made of what a fact says, so that they stay the same. */
import type { TextStatus } from '../generated/prisma/enums.ts';
import { evidenceId, provisionId, stageId, termId } from '../records/ids.ts';
import { attributesOf } from '../records/validation/attributes.ts';
import { decimalOf } from '../records/validation/fields.ts';
import { evidenceOfIdentifier } from '../records/validation/identifiers.ts';
import type {
  AttributeValue,
  DateValue,
  EntityRecord,
  EvidenceRecord,
  Records,
  RelationshipRecord,
} from '../records/validation/records.ts';
import type { Fraction } from '../records/values.ts';
import { type AttributeType, kindDefinition } from '../registry/index.ts';
import { type Row, type Rows, tables } from '../store/tables.ts';

/** What became of an article's text: its paragraphs only where it is the one that the facts were taken from. */
export interface ArticleText {
  readonly status: TextStatus;
  readonly paragraphs: readonly string[];
}

/**
 * The rows that say what the records say.
 * @param texts by article; one that is missing has not been supplied.
 * @param beside entities that relationships of the records may lead to, and that are not written.
 */
export function rowsOf(
  records: Records,
  texts: ReadonlyMap<string, ArticleText>,
  beside: readonly EntityRecord[] = [],
): Rows {
  const singleSeats = new Map([...beside, ...records.entities].map((entity) => [entity.id, hasSingleSeat(entity)]));
  const rows = new Map<string, Row[]>(tables.map(({ model }) => [model, []]));
  const add: Add = (model, ...more) => void rows.get(model)?.push(...more);
  for (const entity of records.entities) addEntity(entity, texts.get(entity.id), add);
  for (const relationship of records.relationships) {
    add('relationship', relationshipRow(relationship, singleSeats.get(relationship.objectId) ?? false));
    const { id, from, until, evidence } = relationship;
    addEvidence(id, 'relationshipId', evidence, add, { from, until });
  }
  return rows;
}

/** Whether one person at a time holds an office. */
export const hasSingleSeat = ({ attributes }: EntityRecord): boolean => attributes.get('singleSeat') === true;

type Add = (model: string, ...rows: Row[]) => void;

function addEntity(entity: EntityRecord, text: ArticleText | undefined, add: Add): void {
  const { id, kind, type, status, summary, start, end } = entity;
  add('entity', { id, kind, type, status, summary, ...dateColumns('start', start), ...dateColumns('end', end) });
  add('name', ...entity.names.map((name, ordinal) => ({ entityId: id, ...name, ordinal })));
  add('identifier', ...entity.identifiers.map(({ scheme, value }) => ({ entityId: id, scheme, value })));
  add('notStated', ...entity.notStated.map((attribute) => ({ entityId: id, attribute })));
  const details = kindDefinition(kind).details;
  const textStatus = kind === 'ARTICLE' ? { textStatus: text?.status ?? 'NOT_SUPPLIED' } : {};
  if (details) add(details.model, { id, ...detailColumns(entity), ...textStatus });
  const evidence = [...entity.evidence, ...entity.identifiers.map(evidenceOfIdentifier)];
  addEvidence(id, 'entityId', evidence, add, { start, end, ...Object.fromEntries(entity.attributes) });
  addParts(entity, text, add);
}

function detailColumns({ kind, attributes }: EntityRecord): Row {
  const columns = Object.entries(attributesOf(kind)).map(([name, type]) => columnsOf(name, type, attributes.get(name)));
  return Object.assign({}, ...columns);
}

function columnsOf(name: string, type: AttributeType, value: AttributeValue | undefined): Row {
  if (type === 'date') return dateColumns(name, isDate(value) ? value : null);
  if (type === 'amount' || type === 'share') {
    return amountColumns(name, (value as number | Fraction | undefined) ?? null, type === 'share' ? 100 : 1);
  }
  if (value === undefined || isDate(value)) return { [columnOf(name, type)]: type === 'texts' ? [] : null };
  return { [columnOf(name, type)]: type === 'decimal' ? String(value) : value };
}

const columnOf = (name: string, type: AttributeType): string => (type === 'entity' ? `${name}Id` : name);

/** A number, or the decimal of a fraction with the fraction beside it. */
function amountColumns(name: string, amount: number | Fraction | null, whole = 1): Row {
  return {
    [name]: amount === null ? null : decimalOf(amount, whole),
    [`${name}Fraction`]: typeof amount === 'string' ? amount : null,
  };
}

function isDate(value: AttributeValue | undefined): value is DateValue {
  return typeof value === 'object' && 'edtf' in value;
}

/** A partial date takes five columns. */
function dateColumns(name: string, date: DateValue | null): Row {
  return {
    [name]: date?.edtf ?? null,
    [`${name}Earliest`]: date?.earliest ?? null,
    [`${name}Latest`]: date?.latest ?? null,
    [`${name}Basis`]: date?.basis ?? null,
    [`${name}Note`]: date?.note ?? null,
  };
}

function addParts(entity: EntityRecord, text: ArticleText | undefined, add: Add): void {
  const { id } = entity;
  for (const [index, { role, sha256, without }] of entity.paragraphs.entries()) {
    const own = text?.paragraphs[index] ?? null;
    add('passage', { articleId: id, number: index + 1, role, sha256, uncoveredReason: without, text: own });
  }
  for (const [index, term] of entity.terms.entries()) {
    const { place: _, key: __, evidence, value, effective, ...own } = term;
    const ownId = termId(id, term);
    const owner = { proposalId: id, proposalKind: entity.kind, ordinal: index + 1 };
    const columns = { ...amountColumns('value', value), ...dateColumns('effective', effective) };
    add('term', { id: ownId, ...owner, ...own, ...columns });
    addEvidence(ownId, 'termId', evidence, add, { effective });
  }
  for (const [index, part] of entity.stages.entries()) {
    const { evidence, stage, date } = part;
    const ownId = stageId(id, part);
    const dates = dateColumns('date', date);
    add('legislationStage', { id: ownId, legislationId: id, ordinal: index + 1, stage, ...dates });
    addEvidence(ownId, 'stageId', evidence, add, { date });
  }
  for (const [index, part] of entity.provisions.entries()) {
    const { evidence, effect, condition, affects } = part;
    const ownId = provisionId(id, part);
    const affected = [...new Set(affects)].sort();
    add('provision', { id: ownId, legislationId: id, ordinal: index + 1, effect, condition });
    add('affectedEntity', ...affected.map((affectedId) => ({ provisionId: ownId, affectedId })));
    addEvidence(ownId, 'provisionId', evidence, add);
  }
}

function relationshipRow(relationship: RelationshipRecord, singleSeat: boolean): Row {
  const { place: _, from, until, accordingTo, evidence: __, ...own } = relationship;
  const held = own.type === 'HOLDS';
  return {
    ...own,
    ...dateColumns('validFrom', from),
    ...dateColumns('validTo', until),
    accordingToId: accordingTo,
    // The office's own flag, so that the exclusion constraint can see it.
    heldOfficeId: held ? own.objectId : null,
    singleSeat: held ? singleSeat : null,
  };
}

const owners = { entityId: null, relationshipId: null, termId: null, provisionId: null, stageId: null };

/**
 * A piece that supports several attributes takes a row for each. What a passage says of a date that was worked out from
 * it is not the date itself: such a piece is derived by the date's rule.
 */
function addEvidence(
  factId: string,
  owner: keyof typeof owners,
  evidence: readonly EvidenceRecord[],
  add: Add,
  values: Readonly<Record<string, AttributeValue | null>> = {},
): void {
  const pieces = evidence.flatMap((piece) =>
    (piece.attributes.length === 0 ? [null] : piece.attributes).map((attribute) => ({ ...piece, attribute })),
  );
  for (const [index, piece] of pieces.entries()) {
    const { attribute, basis, articleId, paragraph, cues, quotation, note, url } = piece;
    const words = cues.map(({ text }) => text);
    const value = values[attribute ?? ''] ?? undefined;
    const rule = basis === 'STATED' && isDate(value) && value.basis === 'DERIVED' ? value.note : null;
    add('evidence', {
      id: evidenceId(factId, piece, attribute),
      ...owners,
      [owner]: factId,
      ordinal: index + 1,
      attribute,
      basis: rule === null ? basis : 'DERIVED',
      articleId,
      paragraph,
      anchors: words,
      quotation,
      note: rule ?? note,
      url,
    });
  }
}
