import { type ChangedRow, changesIn, type FactChange } from '../curation/changeset.ts';
import type { FactSort, FieldChange, Resolvers } from '../generated/graphql.ts';
import { type MaybePromise, mapMaybePromise } from '../graph/maybePromise.ts';
import { listPage } from '../graph/queries/listPage.ts';
import { InvalidArgument } from '../records/invalidArgument.ts';
import type { Fact, Table } from '../store/tables.ts';
import { digestOf } from '../store/version.ts';
import type { Context } from './context.ts';
import type { ChangedFactsModel, ChangesetModel, FactChangeModel } from './models.ts';

export const changesetResolvers = {
  Query: {
    changeset: (_, { version }, context) => {
      checkVersion('version', version, 1, context.graph.version().version);
      return changesetOf(context, version);
    },
    changesets: (_, { filter, ...page }, { graph, signal }) => {
      const { origins, author, touching, from, to } = filter ?? {};
      const asked = {
        origins: origins ?? undefined,
        author: author ?? undefined,
        touching: touching ?? undefined,
        from: from ?? undefined,
        to: to ?? undefined,
      };
      return graph.changesets(signal, asked, graph.version().version, page);
    },
    changes: (_, { since, upTo, ...page }, { graph, signal }) =>
      mapMaybePromise(graph.history(signal), ({ first }) => {
        const { version } = graph.version();
        const last = upTo ?? version;
        checkVersion('since', since, first, version);
        checkVersion('upTo', last, since, version);
        return graph.changedFacts(signal, { after: since, upTo: last }, page);
      }),
    history: (_, { id, ...page }, { graph, signal }) =>
      mapMaybePromise(graph.historyOf(signal, id, graph.version().version), (revisions) => {
        if (revisions.length === 0)
          throw new InvalidArgument(['id'], `there is no fact "${id}"`, 'the id of an entity or of a relationship');
        const versions = new Set(revisions.flatMap(({ since, until }) => (until === null ? [since] : [since, until])));
        const all = [...versions]
          .sort((one, other) => other - one)
          .map((version) => ({
            version,
            changes: changesIn(revisions, { after: version - 1, upTo: version }),
          }));
        // In some versions it was only written anew, as it was.
        const rows = all.filter(({ changes }) => changes.length > 0);
        return listPage(
          rows,
          page,
          ({ version }) => String(version),
          () => `history ${id}`,
        );
      }),
  },
  Changeset: {
    digest: ({ high, low }) => (high === null || low === null ? null : digestOf({ high, low })),
    reverts: ({ reverts }, _, context) => (reverts === null ? null : changesetOf(context, reverts)),
    revertedBy: ({ version }, _, { graph, signal }) => graph.reverts(signal, version),
    changes: ({ version }, page, { graph, signal }) =>
      graph.changedFacts(signal, { after: version - 1, upTo: version }, page),
  },
  ChangesetConnection: { nodes: ({ edges }) => edges.map(({ node }) => node) },
  FactChangeConnection: {
    nodes: (changed) => changed.edges.map(({ node }) => changeOf(changed, node)),
    edges: (changed) => changed.edges.map(({ node, cursor }) => ({ cursor, node: changeOf(changed, node) })),
  },
  FactChange: {
    sort: ({ fact }) => sorts[fact],
    fact: ({ id }) => id,
    kind: ({ kind }) => kinds[kind],
    of: (change) => ownerOf(change),
    fields: (change) => fieldsOf(change),
  },
  Revision: {
    changeset: ({ version }, _, context) => changesetOf(context, version),
  },
} satisfies Resolvers;

const sorts: Readonly<Record<Fact, FactSort>> = {
  entities: 'ENTITY',
  relationships: 'RELATIONSHIP',
  terms: 'TERM',
  stages: 'STAGE',
  provisions: 'PROVISION',
  passages: 'PARAGRAPH',
  evidence: 'EVIDENCE',
};

const kinds = { added: 'ADDED', changed: 'CHANGED', removed: 'REMOVED' } as const;

const changesetOf = ({ graph, signal }: Context, version: number): MaybePromise<ChangesetModel | null> =>
  version > graph.version().version ? null : mapMaybePromise(graph.changeset(signal, version), ({ found }) => found);

/** @throws InvalidArgument if a version is none of these. */
function checkVersion(argument: string, version: number, first: number, last: number): void {
  if (version >= first && version <= last) return;
  throw new InvalidArgument([argument], `${version} is no version that can be asked about here`, `${first} to ${last}`);
}

/** What happened to a fact of a page. A fact that only came and went in between has not changed. */
function changeOf({ revisions, span }: ChangedFactsModel, { fact, id }: { fact: Fact; id: string }): FactChangeModel {
  const changes = changesIn(revisions, span);
  return (
    changes.find((one) => one.fact === fact && one.id === id) ?? { fact, id, kind: 'changed', before: [], after: [] }
  );
}

/** The columns that say to what a fact belongs. */
const owners: Readonly<Record<Fact, readonly string[]>> = {
  entities: [],
  relationships: [],
  terms: ['proposalId'],
  stages: ['legislationId'],
  provisions: ['legislationId'],
  passages: ['articleId'],
  evidence: ['entityId', 'relationshipId', 'termId', 'stageId', 'provisionId'],
};

function ownerOf({ fact, id, before, after }: FactChange): string {
  const values = [...after, ...before].flatMap(({ row }) => owners[fact].flatMap((column) => row[column] ?? []));
  return String(values[0] ?? id);
}

/** The fields of facts that take a row for each value. */
const lists: Partial<Record<Table['model'], string>> = {
  name: 'names',
  identifier: 'identifiers',
  notStated: 'notStated',
  affectedEntity: 'affects',
};

/** Columns that follow from others: from a date as it is written, its bounds; from a kind, that of the details. */
const follows = /(?:Earliest|Latest|Kind)$|^(?:id|entityId|provisionId)$/;

/** What differs, field by field. */
function fieldsOf({ fact, before, after }: FactChange): FieldChange[] {
  const tables = [...new Set([...before, ...after].map(({ table }) => table))];
  return tables.flatMap((table) => {
    const own = (rows: Rows): Rows => rows.filter((one) => one.table === table);
    const [was, is] = [own(before), own(after)];
    const list = lists[table];
    if (list !== undefined) return [{ field: list, before: listed(was), after: listed(is) }];
    const [old, now] = [was[0]?.row ?? {}, is[0]?.row ?? {}];
    // Details have the entity's kind once more.
    const told = (column: string): boolean =>
      !follows.test(column) && !(fact === 'entities' && table !== 'entity' && column === 'kind');
    return [...new Set([...Object.keys(old), ...Object.keys(now)])]
      .filter((column) => told(column) && shown(old[column]) !== shown(now[column]))
      .map((field) => ({ field, before: shown(old[field]), after: shown(now[field]) }));
  });
}

type Rows = readonly ChangedRow[];

/** Several rows as one text, each by what it says. */
function listed(rows: Rows): string | null {
  const texts = rows.map(({ row }) => {
    const told = Object.entries(row).filter(([column]) => !follows.test(column) && column !== 'ordinal');
    return told.map(([, value]) => shown(value)).join(' ');
  });
  return texts.length === 0 ? null : texts.join('; ');
}

const shown = (value: ChangedRow['row'][string] | undefined): string | null =>
  value === undefined || value === null ? null : Array.isArray(value) ? value.join('; ') : String(value);
