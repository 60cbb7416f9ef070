/** A question that is put to several servers over HTTP, and how each is asked it and read. */

export type PeerName = 'labourgraph' | 'postgraphile' | 'apollo' | 'sql';
/** The peers that speak GraphQL. */
export type GraphqlPeer = Exclude<PeerName, 'sql'>;

export type Variables = Readonly<Record<string, unknown>>;
/** What came over the wire, read by whoever knows its shape. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [name: string]: Json };

/** A question as one server understands it. */
export interface Asked {
  readonly query: string;
  /** From the server's shape of the data to the one that all answers are compared in. */
  readonly read: (data: never, variables: Variables) => unknown;
}

export interface Work {
  readonly name: 'nested' | 'page' | 'list';
  readonly title: string;
  readonly asked: Readonly<Record<GraphqlPeer, Asked>>;
}

/** What is asked, in which order. Of `cold`, nothing was part of an answer before: neither of `warmUp` nor of itself. */
export interface Samples {
  readonly warm: readonly Variables[];
  readonly warmUp: readonly Variables[];
  readonly cold: readonly Variables[];
}

/** The body of a request; the server of the hand-written statement takes the bare variables. */
export function bodyOf(work: Work, peer: PeerName, variables: Variables): string {
  return JSON.stringify(peer === 'sql' ? variables : { query: work.asked[peer].query, variables });
}

/** The path that a server takes a question at. */
export const pathOf = (work: Work, peer: PeerName): string => (peer === 'sql' ? `/${work.name}` : '/graphql');

/** A copy with the items in the order of their ids, where the question asks for none. */
export function byId<Item extends { readonly id: string }>(items: readonly Item[]): Item[] {
  return [...items].sort((one, other) => (one.id < other.id ? -1 : Number(one.id > other.id)));
}

/** A thing with a name in PostGraphile; aliases keep its answers as short as the others'. */
export interface NamedRow {
  readonly rowId: string;
  readonly names: { readonly nodes: readonly { readonly text: string }[] };
}

/** How that is asked for, and read. */
export const namedFields = `rowId names: namesByEntityId(condition: { type: PREFERRED, language: "en" }) { nodes { text } }`;
export const named = (row: NamedRow) => ({ id: row.rowId, name: row.names.nodes[0]?.text ?? row.rowId });
