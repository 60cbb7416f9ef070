/**
 * The revisions of rows: what a row said from one version until another. What stands now is in its table; what stood
 * before is in the table of the same name in the schema labourgraph_history, which triggers write.
 */
import type { Read } from '../database/read.ts';
import { Prisma } from '../generated/prisma/client.ts';
import type { Row, Table } from './tables.ts';
import { tables } from './tables.ts';

/** A row from one version until another. Its columns are those of the table; days are texts, as JSON has them. */
export interface Revision {
  readonly model: Table['model'];
  readonly row: Row;
  readonly since: number;
  /** The version in which it was no longer so; null: it still is. */
  readonly until: number | null;
}

/** Versions after one, up to another. */
export interface Span {
  readonly after: number;
  readonly upTo: number;
}

/** What facts are asked for: by their sort and their ids. */
export interface FactIds {
  readonly fact: Table['fact'];
  readonly ids: readonly string[];
}

/** Columns that say nothing: when a row was written, and its number. */
const meaningless = Prisma.raw(`ARRAY['createdAt', 'updatedAt', 'seq', 'since', 'until']`);

/** The revisions that began or ended in a span of versions. @param only of these facts; not said: of all */
export async function readRevisions(
  read: Read,
  { after, upTo }: Span,
  only?: readonly FactIds[],
  signal?: AbortSignal,
): Promise<Revision[]> {
  const within = (column: string): Prisma.Sql =>
    Prisma.sql`(r.${quoted(column)} > ${after} AND r.${quoted(column)} <= ${upTo})`;
  return await readUnion(
    read,
    (table) => {
      const ids = only?.filter(({ fact }) => fact === table.fact).flatMap((some) => some.ids);
      if (ids?.length === 0) return undefined;
      const ofFacts = ids === undefined ? Prisma.empty : Prisma.sql`AND ${idOfFact(table)} = ANY(${ids}::text[])`;
      return {
        current: Prisma.sql`${within('since')} ${ofFacts}`,
        former: Prisma.sql`(${within('since')} OR ${within('until')}) ${ofFacts}`,
      };
    },
    signal,
  );
}

/** All revisions of an entity and of its parts, or of a relationship, with the evidence for them. */
export async function readRevisionsOf(read: Read, id: string, signal?: AbortSignal): Promise<Revision[]> {
  const parts = (table: string, owner: string): Prisma.Sql => Prisma.sql`
    SELECT "id" FROM public.${quoted(table)} WHERE ${quoted(owner)} = ${id} UNION
    SELECT "id" FROM labourgraph_history.${quoted(table)} WHERE ${quoted(owner)} = ${id}`;
  return await readUnion(
    read,
    ({ model, references: [first] }) => {
      const column = model === 'relationship' ? 'id' : (first?.columns[0] ?? 'id');
      const own = Prisma.sql`r.${quoted(column)} = ${id}`;
      if (model === 'affectedEntity')
        return bothBy(Prisma.sql`r."provisionId" IN (${parts('Provision', 'legislationId')})`);
      if (model !== 'evidence') return bothBy(own);
      return bothBy(Prisma.sql`(${own} OR r."relationshipId" = ${id}
        OR r."termId" IN (${parts('Term', 'proposalId')})
        OR r."stageId" IN (${parts('LegislationStage', 'legislationId')})
        OR r."provisionId" IN (${parts('Provision', 'legislationId')}))`);
    },
    signal,
  );
}

/** The column of each table of parts that says of which entity its rows are parts. */
const ownerColumns = { Term: 'proposalId', LegislationStage: 'legislationId', Provision: 'legislationId' } as const;

/** The entities that parts are or were of. @param ids of the parts, by their table */
export async function readOwners(
  read: Read,
  ids: Readonly<Record<keyof typeof ownerColumns, readonly string[]>>,
): Promise<string[]> {
  const parts = (['Term', 'LegislationStage', 'Provision'] as const).flatMap((table) =>
    [Prisma.sql`public`, Prisma.sql`labourgraph_history`].map(
      (schema) => Prisma.sql`SELECT ${quoted(ownerColumns[table])} AS id FROM ${schema}.${quoted(table)}
        WHERE "id" = ANY(${[...ids[table]]}::text[])`,
    ),
  );
  const rows = await read<{ id: string }>(Prisma.sql`${Prisma.join(parts, ' UNION ')}`);
  return rows.map(({ id }) => id);
}

/** Which facts changed in a span of versions: as many as the page has and one more, in the order in which it is read. */
export async function readChangedFacts(
  read: Read,
  span: Span,
  { size, after, before, backward }: FactPage,
  signal?: AbortSignal,
): Promise<ChangedFact[]> {
  const place = Prisma.sql`(fact, id)`;
  const than = (sign: Prisma.Sql, key: FactKey | null): Prisma.Sql =>
    key === null ? Prisma.empty : Prisma.sql`AND ${place} ${sign} (${key[0]}::text, ${key[1]}::text)`;
  const direction = backward ? Prisma.sql`DESC` : Prisma.sql`ASC`;
  const statement = Prisma.sql`SELECT fact, id FROM (${changedFacts(span)}) AS changed
    WHERE true ${than(Prisma.sql`>`, after)} ${than(Prisma.sql`<`, before)}
    ORDER BY fact ${direction}, id ${direction} LIMIT ${size + 1}`;
  return await read<ChangedFact>(statement, signal);
}

/** How many facts changed in a span of versions. */
export async function countChangedFacts(read: Read, span: Span, signal?: AbortSignal): Promise<number> {
  const statement = Prisma.sql`SELECT count(*)::int AS count FROM (${changedFacts(span)}) AS changed`;
  const [row] = await read<{ count: number }>(statement, signal);
  return row?.count ?? 0;
}

/** Each fact once. A row that was written anew as it was has not changed: its hashes of before and after cancel out. */
function changedFacts({ after, upTo }: Span): Prisma.Sql {
  const within = (column: string): Prisma.Sql =>
    Prisma.sql`r.${quoted(column)} > ${after} AND r.${quoted(column)} <= ${upTo}`;
  const parts = tables.map((table) => {
    const id = Prisma.sql`(${idOfFact(table)}) COLLATE "C"`;
    const hash = Prisma.sql`row_hash(${nameOf(table)}, to_jsonb(r) - 'until')`;
    const [current, former] = [tableOf(table), historyOf(table)];
    const ended = Prisma.sql`FROM ${former} r WHERE r."since" <= ${after} AND ${within('until')}`;
    // To hash what only came would take long: nothing that it could be the same as was there.
    const came = Prisma.sql`SELECT ${id} AS id, CASE WHEN ${id} IN (SELECT ${id} ${ended}) THEN ${hash} END AS hash`;
    return Prisma.sql`
      SELECT ${table.fact}::text COLLATE "C" AS fact, id FROM (
        SELECT ${id} AS id, ${hash} AS hash ${ended}
        UNION ALL ${came} FROM ${current} r WHERE ${within('since')}
        UNION ALL ${came} FROM ${former} r WHERE ${within('since')} AND r."until" > ${upTo}
      ) AS rows GROUP BY id
      HAVING bool_or(hash IS NULL) OR bit_xor(('x' || left(hash, 16))::bit(64)::bigint) <> 0`;
  });
  return Prisma.join(parts, ' UNION ');
}

type FactKey = readonly (string | number)[];

interface FactPage {
  readonly size: number;
  readonly after: FactKey | null;
  readonly before: FactKey | null;
  readonly backward: boolean;
}

/** A fact, by its sort and its id there. */
export interface ChangedFact {
  readonly fact: Table['fact'];
  readonly id: string;
}

interface Conditions {
  readonly current: Prisma.Sql;
  readonly former: Prisma.Sql;
}

const bothBy = (condition: Prisma.Sql): Conditions => ({ current: condition, former: condition });

async function readUnion(
  read: Read,
  conditionsOf: (table: Table) => Conditions | undefined,
  signal: AbortSignal | undefined,
): Promise<Revision[]> {
  const parts = tables.flatMap((table) => {
    const conditions = conditionsOf(table);
    if (conditions === undefined) return [];
    const columns = Prisma.sql`${table.model}::text AS model, to_jsonb(r) - ${meaningless} AS row, r."since"`;
    return [
      Prisma.sql`SELECT ${columns}, NULL::integer AS until FROM ${tableOf(table)} r WHERE ${conditions.current}`,
      Prisma.sql`SELECT ${columns}, r."until" FROM ${historyOf(table)} r WHERE ${conditions.former}`,
    ];
  });
  return parts.length === 0 ? [] : await read<Revision>(Prisma.sql`${Prisma.join(parts, ' UNION ALL ')}`, signal);
}

/** What tells which fact a row is of: as `keyOf` gives it. */
const idOfFact = ({ owner }: Table): Prisma.Sql =>
  Prisma.raw(owner.map((column) => `r."${column}"::text`).join(` || ' ' || `));

const nameOf = ({ model }: Table): string => model.charAt(0).toUpperCase() + model.slice(1);
const quoted = (name: string): Prisma.Sql => Prisma.raw(`"${name}"`);
// Also where the search path leads to the past.
const tableOf = (table: Table): Prisma.Sql => Prisma.sql`public.${quoted(nameOf(table))}`;
const historyOf = (table: Table): Prisma.Sql => Prisma.sql`labourgraph_history.${quoted(nameOf(table))}`;
