/** Tables for a spreadsheet that are more than entities or relationships: statements, claims, terms. */
import type { Term } from '../generated/prisma/client.ts';
import type { RelationshipType } from '../registry/index.ts';
import type { EntityRow as StoredEntity } from '../store/entity.ts';
import { readTerms } from '../store/term.ts';
import { type Proven, readNamed, withEvidence } from './attached.ts';
import { type Column, cellOf, dateColumns, evidenceColumns, list, text } from './columns.ts';
import { type EntityRow, entityBatches, entityColumns, nameOf, type Related, readRelated } from './entities.ts';
import type { Options } from './options.ts';
import { inBatches, type Reader, type RowOf } from './reading.ts';

/** A column with the ids of what an entity is related to; no direction: either. */
interface RelatedColumn {
  readonly name: string;
  readonly type: RelationshipType;
  readonly direction?: 'OUT' | 'IN';
}

type RelatedRow = EntityRow & { readonly related: readonly Related[] };

/** A table of one kind, with columns for what its entities are related to. */
export interface KindTable {
  readonly kind: 'STATEMENT' | 'CLAIM';
  readonly summary: string;
  readonly related: readonly RelatedColumn[];
}

export const statements: KindTable = {
  kind: 'STATEMENT',
  summary: 'summary',
  related: [
    { name: 'madeBy', type: 'MAKES', direction: 'IN' },
    { name: 'madeIn', type: 'MADE_IN', direction: 'OUT' },
    { name: 'concerns', type: 'CONCERNS', direction: 'OUT' },
    { name: 'about', type: 'ABOUT', direction: 'OUT' },
    { name: 'asserts', type: 'ASSERTS', direction: 'OUT' },
    { name: 'disputes', type: 'DISPUTES', direction: 'OUT' },
    { name: 'denies', type: 'DENIES', direction: 'OUT' },
    { name: 'supports', type: 'SUPPORTS', direction: 'OUT' },
    { name: 'qualifies', type: 'QUALIFIES', direction: 'OUT' },
  ],
};

export const claims: KindTable = {
  kind: 'CLAIM',
  summary: 'proposition',
  related: [
    { name: 'assertedBy', type: 'ASSERTS', direction: 'IN' },
    { name: 'disputedBy', type: 'DISPUTES', direction: 'IN' },
    { name: 'deniedBy', type: 'DENIES', direction: 'IN' },
    { name: 'supportedBy', type: 'SUPPORTS', direction: 'IN' },
    { name: 'qualifiedBy', type: 'QUALIFIES', direction: 'IN' },
    { name: 'answers', type: 'REBUTS', direction: 'OUT' },
    { name: 'answeredBy', type: 'REBUTS', direction: 'IN' },
    { name: 'sameMeasureAs', type: 'SAME_MEASURE_AS' },
    { name: 'concerns', type: 'CONCERNS', direction: 'OUT' },
    { name: 'about', type: 'ABOUT', direction: 'OUT' },
  ],
};

/** The options that read one kind alone. */
export const only = (kind: KindTable['kind'], options: Options): Options => ({ ...options, kinds: [kind] });

/** Which paragraphs quote the speaker, and which tell what was said: `article/paragraph QUOTED`. */
const quotation = text<RelatedRow>('quotation', ({ evidence }) =>
  list(
    evidence.flatMap((one) => (one.quotation === null ? [] : [`${one.articleId}/${one.paragraph} ${one.quotation}`])),
  ),
);

/** The columns of a table of one kind. */
export function kindColumns({ kind, summary, related }: KindTable): Column<RelatedRow>[] {
  const ids = ({ type, direction }: RelatedColumn, row: RelatedRow): string[] =>
    row.related
      .filter((one) => one.type === type && (direction === undefined || one.outgoing === (direction === 'OUT')))
      .map(({ far }) => far);
  return [
    ...entityColumns([kind], summary),
    ...(kind === 'STATEMENT' ? [quotation] : []),
    ...related.map((column) => text(column.name, (row: RelatedRow) => list(ids(column, row)))),
  ];
}

/** The rows of a table of one kind. */
export async function* kindBatches(reader: Reader, table: KindTable, options: Options): AsyncGenerator<RelatedRow[]> {
  const types = table.related.map(({ type }) => type);
  for await (const rows of entityBatches(reader, only(table.kind, options))) {
    const relatedOf = await readRelated(
      reader,
      rows.map(({ id }) => id),
      types,
    );
    yield rows.map((row) => ({ ...row, related: relatedOf(row.id) }));
  }
}

type TermRow = Proven<Term> & {
  readonly proposal: StoredEntity;
  readonly nameOf: (id: string) => string;
  readonly related: readonly Related[];
};

/** How many terms there are. */
export async function countTerms(reader: Reader): Promise<number> {
  return await reader.tx.term.count();
}

/** The terms of all proposals and agreements, with who made each proposal and in what. */
export const termBatches = (reader: Reader, options: Options): AsyncGenerator<TermRow[]> =>
  inBatches(
    options,
    async (page) => await reader.tx.term.findMany(page),
    async (ids) => await readTermRows(reader, ids),
  );

async function readTermRows(reader: Reader, ids: readonly string[]): Promise<RowOf<TermRow>> {
  const rows = await readTerms(reader.read, ids);
  const termOf = await withEvidence(reader, 'termId', rows);
  const proposals = [...new Set(rows.map(({ proposalId }) => proposalId))];
  const entityOf = await readNamed(reader, [...proposals, ...rows.map(({ issueId }) => issueId)]);
  const relatedOf = await readRelated(reader, proposals, ['MAKES', 'MADE_IN']);
  return (id) => {
    const term = termOf(id);
    const proposal = term && entityOf(term.proposalId);
    return (
      proposal && {
        ...term,
        proposal,
        nameOf: (named) => nameOf(entityOf(named) ?? { id: named, names: [] }),
        related: relatedOf(term.proposalId),
      }
    );
  };
}

const proposalIn = (name: string, type: RelationshipType): Column<TermRow> =>
  text(name, ({ related }) => list(related.filter((one) => one.type === type).map(({ far }) => far)));

/** The columns of terms. `notStated` tells a value that the source leaves open from a term that has none. */
export const termColumns: Column<TermRow>[] = [
  text('id', (row) => row.id),
  text('proposal', (row) => row.proposalId),
  text('proposalName', (row) => row.nameOf(row.proposalId)),
  text('proposalType', (row) => row.proposal.type),
  text('proposalStatus', (row) => row.proposal.status),
  text('proposalStart', (row) => row.proposal.start),
  proposalIn('madeBy', 'MAKES'),
  proposalIn('madeIn', 'MADE_IN'),
  { name: 'ordinal', type: 'int', of: (row) => row.ordinal },
  text('issue', (row) => row.issueId),
  text('issueName', (row) => row.nameOf(row.issueId)),
  { name: 'year', type: 'int', of: (row) => row.year },
  { name: 'years', type: 'int', of: (row) => row.years },
  { name: 'value', type: 'double', of: (row) => cellOf(row.value) },
  text('notStated', (row) => (row.notStated ? 'value' : null)),
  text('valueFraction', (row) => row.valueFraction),
  text('unit', (row) => row.unit),
  text('approximation', (row) => row.approximation),
  { name: 'compounded', type: 'boolean', of: (row) => row.compounded },
  { name: 'retroactive', type: 'boolean', of: (row) => row.retroactive },
  { name: 'lumpSum', type: 'boolean', of: (row) => row.lumpSum },
  ...dateColumns('effective', (row: TermRow) => row),
  text('text', (row) => row.text),
  ...evidenceColumns<TermRow>(),
];
