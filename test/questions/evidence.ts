/** Which paragraphs of which articles bear an answer out. */
import { expect } from 'vitest';

export const cbc2015 = 'cbc-2015-05-12';
export const huffpost2014 = 'huffpost-2014-01-24';
export const cbc2016 = 'cbc-2016-01';

/** What is asked of evidence, for queries that say `evidence { nodes { ...Source } }`. */
export const Source = /* GraphQL */ `
  fragment Source on Evidence { article { id } paragraph }
`;

export interface Id {
  readonly id: string;
}

export interface Sourced {
  readonly evidence: Nodes<{ readonly article: Id | null; readonly paragraph: number | null }>;
}

/** A party as two-sided things list it. */
export interface PartyOnSide extends Sourced {
  readonly side: string;
  readonly actor: Id;
}

/** Pages as the queries ask for them. */
export interface Nodes<Node> {
  readonly nodes: readonly Node[];
}

export interface Edges<Node, Relationship> {
  readonly edges: readonly { readonly node: Node; readonly relationship: Relationship }[];
}

/** The holders of an office on a day. */
export interface Holders {
  readonly edges: readonly { readonly certainty: string; readonly node: Id; readonly relationship: Sourced }[];
}

/** The facts must stand, among others, in these paragraphs of the article. */
export function expectEvidence(facts: readonly Sourced[], article: string, paragraphs: readonly number[]): void {
  const evidence = facts.flatMap((fact) => fact.evidence.nodes);
  const found = evidence.filter((one) => one.article?.id === article).map((one) => one.paragraph);
  expect(new Set(found), `paragraphs of ${article}`).toEqual(new Set([...found, ...paragraphs]));
}

/** The one thing that a list holds. */
export function only<Item>(list: readonly Item[]): Item {
  const [item] = list;
  if (item === undefined || list.length > 1) throw new Error(`one is expected, not ${list.length}`);
  return item;
}

/** The thing with an id. */
export function withId<Item extends Id>(list: readonly Item[], id: string): Item {
  return only(list.filter((item) => item.id === id));
}

export const ids = (list: readonly Id[]): string[] => list.map(({ id }) => id);

/** Who is on a side, by id. */
export const onSide = (parties: readonly PartyOnSide[], side: string): string[] =>
  ids(parties.filter((party) => party.side === side).map(({ actor }) => actor)).sort();
