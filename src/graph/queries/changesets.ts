/** Who changed the graph, when and why: changesets, and the revisions of facts that they made. */

import { z } from 'zod';
import type { Read } from '../../database/read.ts';
import { type Changeset, Prisma } from '../../generated/prisma/client.ts';
import type { ChangesetOrigin } from '../../generated/prisma/enums.ts';
import { columns, type History, readHistory } from '../../store/changeset.ts';
import {
  type ChangedFact,
  countChangedFacts,
  type Revision,
  readChangedFacts,
  readRevisions,
  readRevisionsOf,
  type Span,
} from '../../store/revisions.ts';
import { type KeysetList, readKeyset } from './keyset.ts';
import { type Connection, type Edge, type PageArgs, parsePage, text, toConnection } from './page.ts';

export type { Changeset, ChangesetOrigin, Revision, Span };

/** What is asked of changesets; every condition given must hold. */
export interface ChangesetFilter {
  readonly origins?: readonly ChangesetOrigin[] | undefined;
  readonly author?: string | undefined;
  /** The id of an entity or a relationship that changed. */
  readonly touching?: string | undefined;
  /** Made at that moment or later. */
  readonly from?: Date | undefined;
  /** Made at that moment or before. */
  readonly to?: Date | undefined;
}

/**
 * A page of changesets, the last first.
 * @param knownAt none of a later version.
 * @throws InvalidArgument if the page cannot be.
 */
export async function listChangesets(
  read: Read,
  signal: AbortSignal | undefined,
  filter: ChangesetFilter,
  knownAt: number,
  pageArgs: PageArgs,
): Promise<Connection<Edge<Changeset>>> {
  const touching = filter.touching === undefined ? [] : await readRevisionsOf(read, filter.touching, signal);
  const versions = [...new Set(touching.flatMap(({ since, until }) => [since, until ?? since]))];
  const from = (): Prisma.Sql => Prisma.sql`FROM "Changeset" c
    WHERE c."version" <= ${knownAt} AND ${conditions(filter, versions)}`;
  const page = parsePage(pageArgs, () => `changesets ${JSON.stringify(filter)}`, byVersion.sort.cursor);
  return await readKeyset<Changeset, Changeset>(read, signal, { ...byVersion, from }, page, toChangeset);
}

const byVersion = {
  columns: Prisma.raw(`${columns}, c."version"::text AS id`),
  sort: {
    key: Prisma.sql`c."version"`,
    keyType: Prisma.sql`int`,
    descending: true,
    cursor: z.tuple([z.int32(), text]),
  },
  id: Prisma.sql`c."version"::text`,
} satisfies Omit<KeysetList, 'from'>;

/** How far the history goes. */
export const readHistoryBounds = async (read: Read, _: AbortSignal | undefined): Promise<History> =>
  await readHistory(read);

/** The changeset that made a version; null: there is none. */
export async function readChangeset(
  read: Read,
  signal: AbortSignal | undefined,
  version: number,
): Promise<{ readonly found: Changeset | null }> {
  const statement = Prisma.sql`SELECT ${Prisma.raw(columns)} FROM "Changeset" c WHERE c."version" = ${version}`;
  const [row] = await read<Changeset>(statement, signal);
  return { found: row ?? null };
}

/** The changesets that undid one. */
export async function readReverts(read: Read, signal: AbortSignal | undefined, version: number): Promise<Changeset[]> {
  const statement = Prisma.sql`SELECT ${Prisma.raw(columns)} FROM "Changeset" c WHERE c."reverts" = ${version} ORDER BY c."version"`;
  return await read<Changeset>(statement, signal);
}

function toChangeset({ version, origin, author, message, at, high, low, reverts }: Changeset): Changeset {
  return { version, origin, author, message, at, high, low, reverts };
}

function conditions({ origins, author, touching, from, to }: ChangesetFilter, versions: readonly number[]): Prisma.Sql {
  const all = [Prisma.sql`true`];
  if (origins !== undefined) all.push(Prisma.sql`c."origin"::text = ANY(${[...origins]}::text[])`);
  if (author !== undefined) all.push(Prisma.sql`c."author" = ${author}`);
  if (touching !== undefined) all.push(Prisma.sql`c."version" = ANY(${[...versions]}::int[])`);
  if (from !== undefined) all.push(Prisma.sql`c."at" >= ${from}`);
  if (to !== undefined) all.push(Prisma.sql`c."at" <= ${to}`);
  return Prisma.join(all, ' AND ');
}

/** A page of the facts that changed in a span of versions, each with its revisions there. */
export interface ChangedFacts extends Connection<Edge<ChangedFact>> {
  readonly span: Span;
  readonly revisions: readonly Revision[];
}

/** Reads one. @throws InvalidArgument if the page cannot be. */
export async function listChangedFacts(
  read: Read,
  signal: AbortSignal | undefined,
  span: Span,
  pageArgs: PageArgs,
): Promise<ChangedFacts> {
  const page = parsePage(pageArgs, () => `changed facts ${JSON.stringify(span)}`, z.tuple([text, text]));
  const rows = await readChangedFacts(read, span, page, signal);
  const connection = toConnection(
    page,
    rows,
    ({ fact, id }) => [fact, id],
    (node, cursor) => ({ node, cursor }),
    async (counting) => await countChangedFacts(read, span, counting),
  );
  const facts = connection.edges.map(({ node: { fact, id } }) => ({ fact, ids: [id] }));
  return { ...connection, span, revisions: await readRevisions(read, span, facts, signal) };
}

/** The revisions of an entity with its parts, or of a relationship, as they were known at a version. */
export async function readHistoryOf(
  read: Read,
  signal: AbortSignal | undefined,
  id: string,
  knownAt: number,
): Promise<Revision[]> {
  const all = await readRevisionsOf(read, id, signal);
  return all
    .filter(({ since }) => since <= knownAt)
    .map((one) => (one.until !== null && one.until > knownAt ? { ...one, until: null } : one));
}
