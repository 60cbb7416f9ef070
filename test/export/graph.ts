/** What the GraphQL API says of the whole graph, to compare exports with. */
import { ask } from '../ask.ts';

export interface DateSaid {
  readonly edtf: string;
  readonly earliest: string | null;
  readonly latest: string | null;
  readonly basis: string;
  readonly note: string | null;
}

interface EvidenceSaid {
  readonly basis: string;
  readonly article: { readonly id: string } | null;
  readonly paragraph: number | null;
  readonly rule: string | null;
  readonly citation: string | null;
  readonly url: string | null;
}

export interface EntitySaid {
  readonly id: string;
  readonly kind: string;
  readonly name: string;
  readonly names: readonly { readonly text: string; readonly language: string; readonly type: string }[];
  readonly identifiers: readonly { readonly scheme: string; readonly value: string; readonly url: string }[];
  readonly summary: string;
  readonly notStated: readonly { readonly attribute: string }[];
  readonly start?: DateSaid | null;
  readonly evidence: { readonly nodes: readonly EvidenceSaid[] };
}

export interface RelationshipSaid {
  readonly id: string;
  readonly type: string;
  readonly label: string;
  readonly subject: { readonly id: string; readonly kind: string; readonly name: string };
  readonly object: { readonly id: string; readonly kind: string; readonly name: string };
  readonly validFrom: DateSaid | null;
  readonly validTo: DateSaid | null;
  readonly side: string | null;
  readonly acting: boolean | null;
  readonly ordinal: number | null;
  readonly note: string | null;
  readonly evidence: { readonly nodes: readonly EvidenceSaid[] };
}

export interface Page<Node> {
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  readonly nodes: readonly Node[];
}

const date = '{ edtf earliest latest basis note }';
const evidence = 'evidence(first: 100) { nodes { basis article { id } paragraph rule citation url } }';

/** Every entity that the API lists; languages are written as in the exports. */
export async function entitiesSaid(): Promise<EntitySaid[]> {
  const found = await allPages<EntitySaid>(async (after) => {
    const { entities } = await ask<{ entities: Page<EntitySaid> }>(
      `query ($after: String) { entities(first: 50, after: $after) { pageInfo { hasNextPage endCursor } nodes {
        id kind name names { text language type } identifiers { scheme value url } summary notStated { attribute } ... on Dated { start ${date} } ${evidence}
      } } }`,
      { after },
    );
    return entities;
  });
  const lower = (names: EntitySaid['names']) =>
    names.map((name) => ({ ...name, language: name.language.toLowerCase() }));
  return found.map((entity) => ({ ...entity, names: lower(entity.names) }));
}

/** Every relationship that starts from one of these entities. */
export async function relationshipsSaid(entities: readonly EntitySaid[], asOf?: string): Promise<RelationshipSaid[]> {
  const all: RelationshipSaid[] = [];
  for (const { id } of entities) {
    const found = await allPages<RelationshipSaid>(async (after) => {
      const { entity } = await ask<{ entity: { relationships: Page<RelationshipSaid> } }>(
        `query ($id: ID!, $after: String, $asOf: Date) { entity(id: $id) {
          relationships(direction: OUT, first: 100, after: $after, asOf: $asOf) {
            pageInfo { hasNextPage endCursor }
            nodes {
              id type label subject { id kind name } object { id kind name } validFrom ${date} validTo ${date}
              side acting ordinal note ${evidence}
            }
          } } }`,
        { id, after, asOf },
      );
      return entity.relationships;
    });
    all.push(...found);
  }
  return all;
}

/** What is on all pages of a list. */
export async function allPages<Node>(read: (after: string | null) => Promise<Page<Node>>): Promise<Node[]> {
  const nodes: Node[] = [];
  for (let after: string | null = null; ; ) {
    const page: Page<Node> = await read(after);
    nodes.push(...page.nodes);
    if (!page.pageInfo.hasNextPage) return nodes;
    after = page.pageInfo.endCursor;
  }
}

/** In the order of their ids, whatever the collation of the database. */
export function byId<Row extends { readonly id: string }>(rows: readonly Row[]): Row[] {
  return [...rows].sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** The cell of a list. */
export const cell = (values: readonly (string | null)[]): string =>
  [...new Set(values.filter((value) => value !== null))].join(' | ');

/** The three cells of a fact's evidence. */
export function evidenceCells({ nodes: all }: EntitySaid['evidence']): Record<string, string> {
  const cited = all.filter(({ basis }) => basis === 'EXTERNAL');
  return {
    evidence: cell(all.map(({ article, paragraph }) => (article === null ? null : `${article.id}/${paragraph}`))),
    rules: cell(all.map(({ rule }) => rule)),
    citations: cell(cited.map(({ citation, url }) => [citation, url].filter((part) => part !== null).join(' '))),
  };
}

/** The five cells of a partial date. */
export function dateCells(name: string, said: DateSaid | null | undefined, open = false): Record<string, string> {
  return {
    [name]: said?.edtf ?? (open ? 'not stated' : ''),
    [`${name}Earliest`]: said?.earliest ?? '',
    [`${name}Latest`]: said?.latest ?? '',
    [`${name}Basis`]: said?.basis ?? '',
    [`${name}Note`]: said?.note ?? '',
  };
}
