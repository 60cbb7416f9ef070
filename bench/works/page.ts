/** (b) The page of a union: names, offices and who holds them today, relationships with evidence, its timeline. */
import { byId, type NamedRow, named, namedFields, type Variables, type Work } from './work.ts';

interface Named {
  readonly id: string;
  readonly name: string;
}
interface Name {
  readonly text: string;
  readonly language: string;
  readonly type: string;
}
interface Evidence {
  readonly article: string | null;
  readonly paragraph: number | null;
  readonly basis: string;
  readonly cues: readonly string[];
}
interface Page extends Named {
  readonly kind: string;
  readonly summary: string;
  readonly names: readonly Name[];
  readonly offices: readonly (Named & { readonly holders: readonly Named[] })[];
  readonly relationships: readonly {
    readonly id: string;
    readonly type: string;
    readonly object: Named;
    readonly evidence: readonly Evidence[];
  }[];
  readonly timeline: readonly (Named & { readonly date: string; readonly moment: string })[];
}

/** Without an order where the question asks for none, and each member in one place. */
export function canonicalPage({ names, offices, relationships, timeline, id, kind, name, summary }: Page): Page {
  const text = (one: Name): string => `${one.language.toUpperCase()} ${one.type} ${one.text}`;
  return {
    ...{ id, kind, name, summary },
    names: names
      .map((one) => ({ text: one.text, language: one.language.toUpperCase(), type: one.type }))
      .sort((one, other) => (text(one) < text(other) ? -1 : 1)),
    offices: byId(offices).map((office) => ({
      ...{ id: office.id, name: office.name },
      holders: byId(office.holders).map((holder) => ({ id: holder.id, name: holder.name })),
    })),
    relationships: byId(relationships).map(({ object, evidence, ...own }) => ({
      ...{ id: own.id, type: own.type, object: { id: object.id, name: object.name } },
      evidence: evidence.map(({ article, paragraph, basis, cues }) => ({ article, paragraph, basis, cues })),
    })),
    timeline: timeline.map((entry) => ({ date: entry.date, moment: entry.moment, id: entry.id, name: entry.name })),
  };
}

interface Nodes<Item> {
  readonly nodes: readonly Item[];
}
interface OwnData {
  readonly entity: Pick<Page, 'id' | 'name' | 'kind' | 'summary' | 'names'> & {
    readonly offices: Nodes<Named & { readonly holders: Nodes<Named> }>;
    readonly relationships: Nodes<{
      readonly id: string;
      readonly type: string;
      readonly object: Named;
      readonly evidence: Nodes<Omit<Evidence, 'article'> & { readonly article: { readonly id: string } | null }>;
    }>;
  };
  readonly timeline: Nodes<{
    readonly date: { readonly edtf: string };
    readonly moment: string;
    readonly entity: Named;
  }>;
}
type Held = Nodes<{ readonly subject: NamedRow }>;
type OfficeRow = NamedRow & { readonly heldOn: Held };
interface EvidenceRow extends Omit<Evidence, 'article'> {
  readonly articleId: string | null;
}
interface PostgraphileData {
  readonly entityByRowId: NamedRow & {
    readonly kind: string;
    readonly summary: string;
    readonly all: Nodes<Name>;
    readonly links: Nodes<{ readonly subject: OfficeRow }>;
    readonly relationships: Nodes<{
      readonly rowId: string;
      readonly type: string;
      readonly object: NamedRow;
      readonly evidence: Nodes<EvidenceRow>;
    }>;
  };
  readonly benchTimeline: Nodes<{
    readonly date: string;
    readonly moment: string;
    readonly about: string;
    readonly name: string;
  }>;
}

export const page: Work = {
  name: 'page',
  title: 'entity page: names, offices today, 20 relationships with evidence, timeline',
  asked: {
    labourgraph: {
      query: `query Page($id: ID!, $day: Date!) {
        entity(id: $id) {
          id kind name summary
          names { text language type }
          ... on Organization { offices { nodes { id name holders(asOf: $day) { nodes { id name } } } } }
          relationships(direction: OUT, first: 20) {
            nodes { id type object { id name } evidence { nodes { article { id } paragraph basis cues: anchors } } }
          }
        }
        timeline(of: $id, first: 20) { nodes { date { edtf } moment entity { id name } } }
      }`,
      read: ({ entity, timeline }: OwnData) =>
        canonicalPage({
          ...entity,
          offices: entity.offices.nodes.map((office) => ({ ...office, holders: office.holders.nodes })),
          relationships: entity.relationships.nodes.map((one) => ({
            ...one,
            evidence: one.evidence.nodes.map((piece) => ({ ...piece, article: piece.article?.id ?? null })),
          })),
          timeline: timeline.nodes.map(({ date, moment, entity: about }) => ({ ...about, moment, date: date.edtf })),
        }),
    },
    postgraphile: {
      query: `query Page($id: String!, $day: Date!) {
        entityByRowId(rowId: $id) {
          kind summary ${namedFields}
          all: namesByEntityId { nodes { text language type } }
          links: relationshipsByObjectIdAndObjectKind(condition: { type: "OFFICE_OF" }, first: 20) {
            nodes {
              subject: entityBySubjectIdAndSubjectKind {
                ${namedFields}
                heldOn(day: $day) { nodes { subject: entityBySubjectIdAndSubjectKind { ${namedFields} } } }
              }
            }
          }
          relationships: relationshipsBySubjectIdAndSubjectKind(first: 20) {
            nodes {
              rowId type
              object: entityByObjectIdAndObjectKind { ${namedFields} }
              evidence: evidencesByRelationshipId(orderBy: [ORDINAL_ASC]) { nodes { articleId paragraph basis cues } }
            }
          }
        }
        benchTimeline(id: $id, first: 20) { nodes { date moment about name } }
      }`,
      read: ({ entityByRowId: entity, benchTimeline }: PostgraphileData) =>
        canonicalPage({
          ...named(entity),
          kind: entity.kind,
          summary: entity.summary,
          names: entity.all.nodes,
          offices: entity.links.nodes.map(({ subject: office }) => ({
            ...named(office),
            holders: office.heldOn.nodes.map((held) => named(held.subject)),
          })),
          relationships: entity.relationships.nodes.map((one) => ({
            ...{ id: one.rowId, type: one.type, object: named(one.object) },
            evidence: one.evidence.nodes.map((piece) => ({ ...piece, article: piece.articleId })),
          })),
          timeline: benchTimeline.nodes.map((entry) => ({ ...entry, id: entry.about })),
        }),
    },
    apollo: {
      query: `query Page($id: ID!, $day: String!) {
        entity(id: $id) {
          id kind name summary
          names { text language type }
          offices { id name holders(asOf: $day) { id name } }
          relationships(first: 20) { id type object { id name } evidence { article: articleId paragraph basis cues } }
        }
        timeline(of: $id, first: 20) { date moment id: about name }
      }`,
      read: ({ entity, timeline }: { entity: Omit<Page, 'timeline'>; timeline: Page['timeline'] }) =>
        canonicalPage({ ...entity, timeline }),
    },
  },
};

/** Today, for all alike. */
export const pageVariables = (id: string): Variables => ({ id, day: new Date().toISOString().slice(0, 10) });
