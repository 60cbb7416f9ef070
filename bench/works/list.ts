/** (c) A filtered, ordered list of disputes, with how many there are. */
import { type NamedRow, named, namedFields, type Work } from './work.ts';

interface Item {
  readonly id: string;
  readonly name: string;
  readonly status: string;
  readonly start: string;
}
export interface List {
  readonly total: number;
  readonly items: readonly Item[];
}

const canonical = ({ total, items }: List): List => ({
  total,
  items: items.map(({ id, name, status, start }) => ({ id, name, status, start })),
});

interface OwnData {
  readonly disputes: {
    readonly totalCount: number;
    readonly nodes: readonly (Omit<Item, 'start'> & { readonly start: { readonly edtf: string } })[];
  };
}
interface PostgraphileData {
  readonly allEntities: {
    readonly totalCount: number;
    readonly nodes: readonly (NamedRow & Omit<Item, 'id' | 'name'>)[];
  };
}

export const list: Work = {
  name: 'list',
  title: 'filtered, ordered list of 50 with totalCount',
  asked: {
    labourgraph: {
      query: `query List($status: DisputeStatus!, $type: DisputeType!, $first: Int!) {
        disputes(filter: { statuses: [$status], types: [$type] }, orderBy: { field: DATE, direction: DESC }, first: $first) {
          totalCount
          nodes { id name status start { edtf } }
        }
      }`,
      read: ({ disputes: { totalCount, nodes } }: OwnData) =>
        canonical({ total: totalCount, items: nodes.map((one) => ({ ...one, start: one.start.edtf })) }),
    },
    postgraphile: {
      query: `query List($status: String!, $type: String!, $first: Int!) {
        allEntities(
          condition: { kind: "DISPUTE", status: $status, type: $type }
          orderBy: [START_EARLIEST_DESC, ROW_ID_DESC]
          first: $first
        ) {
          totalCount
          nodes { ${namedFields} status start }
        }
      }`,
      read: ({ allEntities: { totalCount, nodes } }: PostgraphileData) =>
        canonical({ total: totalCount, items: nodes.map((one) => ({ ...one, ...named(one) })) }),
    },
    apollo: {
      query: `query List($status: String!, $type: String!, $first: Int!) {
        disputes(status: $status, type: $type, first: $first) { total items { id name status start } }
      }`,
      read: ({ disputes }: { disputes: List }) => canonical(disputes),
    },
  },
};
