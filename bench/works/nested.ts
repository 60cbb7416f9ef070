/** (a) Twenty disputes, their parties, the parties' offices, and who holds or held them. */
import { byId, type NamedRow, named, namedFields, type Work } from './work.ts';

interface Named {
  readonly id: string;
  readonly name: string;
}
type Office = Named & { readonly holders: readonly Named[] };
type Party = Named & { readonly side: string; readonly offices: readonly Office[] };
type Dispute = Named & { readonly parties: readonly Party[] };

/** In one order: the question asks for none. */
function canonical(disputes: readonly Dispute[]): Dispute[] {
  return byId(disputes).map(({ parties, ...dispute }) => ({
    ...dispute,
    parties: byId(parties).map(({ offices, ...party }) => ({
      ...party,
      offices: byId(offices).map(({ holders, ...office }) => ({ ...office, holders: byId(holders) })),
    })),
  }));
}

interface Nodes<Item> {
  readonly nodes: readonly Item[];
}
interface OwnData {
  readonly nodes: readonly (Named & {
    readonly parties: readonly {
      readonly side: string;
      readonly actor: Named & { readonly offices?: Nodes<Named & { readonly holders: Nodes<Named> }> };
    }[];
  })[];
}
interface Subject<Of> {
  readonly side: string;
  readonly subject: Of;
}
interface Objects<Of> {
  readonly links: Nodes<Subject<Of>>;
}
interface PostgraphileData {
  readonly benchEntities: Nodes<NamedRow & Objects<NamedRow & Objects<NamedRow & Objects<NamedRow>>>>;
}

const related = (type: string, fields: string): string =>
  `links: relationshipsByObjectIdAndObjectKind(condition: { type: "${type}" }) {
    nodes { side subject: entityBySubjectIdAndSubjectKind { ${namedFields} ${fields} } }
  }`;
const subjects = <Of>({ links }: Objects<Of>): readonly Subject<Of>[] => links.nodes;

export const nested: Work = {
  name: 'nested',
  title: '20 disputes, parties, their offices, holders',
  asked: {
    labourgraph: {
      query: `query Nested($ids: [ID!]!) {
        nodes(ids: $ids) {
          ... on Dispute {
            id name
            parties {
              side
              actor {
                id name
                ... on Organization { offices { nodes { id name holders { nodes { id name } } } } }
              }
            }
          }
        }
      }`,
      read: ({ nodes }: OwnData) =>
        canonical(
          nodes.map(({ parties, ...dispute }) => ({
            ...dispute,
            parties: parties.map(({ side, actor: { offices, ...actor } }) => ({
              ...actor,
              side,
              offices: (offices?.nodes ?? []).map(({ holders, ...office }) => ({ ...office, holders: holders.nodes })),
            })),
          })),
        ),
    },
    postgraphile: {
      query: `query Nested($ids: [String]!) {
        benchEntities(ids: $ids) {
          nodes { ${namedFields} ${related('PARTY_TO', related('OFFICE_OF', related('HOLDS', '')))} }
        }
      }`,
      read: ({ benchEntities }: PostgraphileData) =>
        canonical(
          benchEntities.nodes.map((dispute) => ({
            ...named(dispute),
            parties: subjects(dispute).map(({ side, subject: party }) => ({
              ...named(party),
              side,
              offices: subjects(party).map(({ subject: office }) => ({
                ...named(office),
                holders: subjects(office).map(({ subject: holder }) => named(holder)),
              })),
            })),
          })),
        ),
    },
    apollo: {
      query: `query Nested($ids: [ID!]!) {
        entities(ids: $ids) {
          id name
          parties { side actor { id name offices { id name holders { id name } } } }
        }
      }`,
      read: ({ entities }: { entities: (Named & { parties: { side: string; actor: Omit<Party, 'side'> }[] })[] }) =>
        canonical(
          entities.map(({ parties, ...dispute }) => ({
            ...dispute,
            parties: parties.map(({ side, actor }) => ({ ...actor, side })),
          })),
        ),
    },
  },
};

/** What the hand-written statement says is in that shape already; only its order is not. */
export const readNestedSql = (disputes: readonly Dispute[]): Dispute[] => canonical(disputes);
