/** Lists of relationships, and of evidence, over the whole graph: filtered, ordered, in pages. */
import type { Read } from '../../database/read.ts';
import { Prisma } from '../../generated/prisma/client.ts';
import { InvalidArgument } from '../../records/invalidArgument.ts';
import type { Kind, RelationshipType } from '../../registry/index.ts';
import { columns as evidenceColumns } from '../../store/evidence.ts';
import { type Evidence, factColumns } from '../rows/evidence.ts';
import { checkEvidence, sortOfFact } from './factFilters.ts';
import { readKeyset } from './keyset.ts';
import { byId, dayNumber, type Order, type Sort, type Sortable, sortBy } from './order.ts';
import { type Connection, type Edge, type PageArgs, parsePage } from './page.ts';
import { type EvidenceFilter, evidenceConditions, hasEvidence, type RestsOn, reaches } from './restsOn.ts';

/** What is asked of relationships; every condition given must hold. */
export interface RelationshipFilter {
  readonly types?: readonly RelationshipType[] | undefined;
  /** Ids of the ends. */
  readonly subject?: string | undefined;
  readonly object?: string | undefined;
  readonly subjectKinds?: readonly Kind[] | undefined;
  readonly objectKinds?: readonly Kind[] | undefined;
  /** The id of who says so, of what is told at second hand. */
  readonly accordingTo?: string | undefined;
  readonly evidence?: EvidenceFilter | undefined;
  readonly restsOn?: RestsOn | undefined;
}

export type RelationshipOrder = Order<'ID' | 'DATE'>;

const relationshipSortables: Record<RelationshipOrder['field'], Sortable> = {
  ID: byId,
  DATE: { value: dayNumber(Prisma.sql`coalesce(r."validFromEarliest", r."validFromLatest")`), type: 'int' },
};

/** An order of relationships in SQL, of the table Relationship as `r`. */
export const sortOfRelationships = ({ field, direction }: RelationshipOrder): Sort =>
  sortBy(relationshipSortables[field], direction);

/** A page of relationships, by their numbers. @throws InvalidArgument if the page cannot be. */
export async function listRelationships(
  read: Read,
  signal: AbortSignal | undefined,
  filter: RelationshipFilter,
  order: RelationshipOrder,
  pageArgs: PageArgs,
): Promise<Connection<Edge<{ readonly seq: number }>>> {
  const sort = sortOfRelationships(order);
  const page = parsePage(pageArgs, () => `relationships ${JSON.stringify([filter, order])}`, sort.cursor);
  const from = (): Prisma.Sql => Prisma.sql`FROM "Relationship" r WHERE ${conditions(filter)}`;
  const list = { columns: Prisma.sql`r."id", r."seq"`, from, sort, id: Prisma.sql`r."id"` };
  return await readKeyset<{ seq: number }, { seq: number }>(read, signal, list, page, ({ seq }) => ({ seq }));
}

function conditions(filter: RelationshipFilter): Prisma.Sql {
  const { types, subject, object, subjectKinds, objectKinds, accordingTo, evidence, restsOn } = filter;
  const fact = Prisma.sql`v."relationshipId" = r."id"`;
  const all = [Prisma.sql`true`];
  if (types !== undefined) all.push(Prisma.sql`r."type" = ANY(${[...types]}::text[])`);
  if (subject !== undefined) all.push(Prisma.sql`r."subjectId" = ${subject}`);
  if (object !== undefined) all.push(Prisma.sql`r."objectId" = ${object}`);
  if (subjectKinds !== undefined) all.push(Prisma.sql`r."subjectKind" = ANY(${[...subjectKinds]}::text[])`);
  if (objectKinds !== undefined) all.push(Prisma.sql`r."objectKind" = ANY(${[...objectKinds]}::text[])`);
  if (accordingTo !== undefined) all.push(Prisma.sql`r."accordingToId" = ${accordingTo}`);
  if (evidence !== undefined) all.push(hasEvidence(fact, evidence));
  if (restsOn !== undefined) all.push(reaches(fact, restsOn));
  return Prisma.join(all, ' AND ');
}

type EvidenceOrder = Order<'ID' | 'SOURCE'>;

/** An article and its paragraph as one text, in the order of the paragraphs; citations from elsewhere have none. */
const source = Prisma.sql`(v."articleId" || ' ' || lpad(v."paragraph"::text, 9, '0')) COLLATE "C"`;
const evidenceSortables: Record<EvidenceOrder['field'], Sortable> = {
  ID: byId,
  SOURCE: { value: source, type: 'text' },
};

/**
 * A page of evidence.
 * @param of the id of a fact: only what bears that one out.
 * @throws InvalidArgument if the page cannot be, if there is no such fact, or if it can have no such evidence.
 */
export async function listEvidence(
  read: Read,
  signal: AbortSignal | undefined,
  of: string | undefined,
  filter: EvidenceFilter,
  order: EvidenceOrder,
  pageArgs: PageArgs,
): Promise<Connection<Edge<Evidence>>> {
  const sort = sortBy(evidenceSortables[order.field], order.direction);
  const page = parsePage(pageArgs, () => `evidence ${of} ${JSON.stringify([filter, order])}`, sort.cursor);
  const columns = factColumns.map((column) => Prisma.sql`v.${Prisma.raw(`"${column}"`)} = ${of ?? null}::text`);
  const fact = of === undefined ? Prisma.sql`true` : Prisma.sql`(${Prisma.join(columns, ' OR ')})`;
  const from = (): Prisma.Sql => Prisma.sql`FROM "Evidence" v WHERE ${fact} AND ${evidenceConditions(filter)}`;
  const list = { columns: Prisma.raw(evidenceColumns), from, sort, id: Prisma.sql`v."id"` };
  const found = await readKeyset<Evidence, Evidence>(read, signal, list, page, (row) => row);
  if (of !== undefined && found.edges.length === 0) await checkFact(read, signal, of, filter);
  return found;
}

/** Checks that there is a fact, and that its evidence can be as asked: looked up only where nothing was found. */
async function checkFact(
  read: Read,
  signal: AbortSignal | undefined,
  id: string,
  filter: EvidenceFilter,
): Promise<void> {
  const statement = Prisma.sql`
    SELECT 'entityId' AS "column", "kind" AS word FROM "Entity" WHERE "id" = ${id}::text
    UNION ALL SELECT 'relationshipId', "type" FROM "Relationship" WHERE "id" = ${id}::text
    UNION ALL SELECT 'termId', '' FROM "Term" WHERE "id" = ${id}::text
    UNION ALL SELECT 'provisionId', '' FROM "Provision" WHERE "id" = ${id}::text
    UNION ALL SELECT 'stageId', '' FROM "LegislationStage" WHERE "id" = ${id}::text`;
  const [row] = await read<{ column: string; word: string }>(statement, signal);
  const sort = row === undefined ? null : sortOfFact(row.column, row.word);
  if (sort === null) {
    const allowed = 'the id of an entity, a relationship, a term, a provision or a stage; `search` finds entities';
    throw new InvalidArgument(['of'], `there is no fact "${id}"`, allowed);
  }
  checkEvidence(filter, [sort], ['filter']);
}
