/** What a graph must answer once some of the changesets of editOf.ts have been applied. */
import { expect } from 'vitest';
import type { PrismaClient } from '../../src/generated/prisma/client.ts';
import type { Graph } from '../../src/graph/graph.ts';
import { at, edgesOf, seqOf, typeOf, unbounded } from '../../src/graph/index/adjacencyIndex.ts';

const dayOf = (date: Date | null): number | null => (date === null ? null : date.getTime() / 86_400_000);

/**
 * Holds the tables, and a graph, to the changesets that were applied.
 * @param words of all of them, in order; those that begin alike removed each other's unions.
 */
export async function expectEdits(prisma: PrismaClient, graph: Graph, words: readonly string[]): Promise<void> {
  const last = words.at(-1);
  const standing = [...new Map(words.map((word) => [word.slice(0, 1), word])).values()];
  const [entities, relationships] = [await prisma.entity.findMany(), await prisma.relationship.findMany()];
  const said = new Map([
    ...['carl', 'dora'].map((id) => [id, `A person, ${last}.`] as const),
    ...standing.map((word) => [`union-${word}`, `A union, ${word}.`] as const),
  ]);
  const ofEdits = entities.filter(({ id }) => id.startsWith('union-') || said.has(id));
  expect(new Map(ofEdits.map(({ id, summary }) => [id, summary]))).toEqual(said);
  const memberships = relationships.filter(({ type }) => type === 'MEMBER_OF');
  expect(memberships.map(({ id, note }) => [id, note]).sort()).toEqual(
    [
      ...standing.map((word) => [`carl.MEMBER_OF.union-${word}`, null]),
      ['dora.MEMBER_OF.example-union', last ?? null],
    ].sort(),
  );

  const adjacency = graph.adjacency();
  const kinds = [...adjacency.nodeById].map(([id, node]) => [id, adjacency.kinds[node]]);
  expect(kinds.sort()).toEqual(entities.map(({ id, kind }) => [id, kind]).sort());
  for (const direction of ['out', 'in'] as const) {
    const edges = [...adjacency.nodeById.values()].flatMap((node) =>
      Array.from(edgesOf(adjacency, node, direction), (edge) => ({
        seq: seqOf(adjacency, edge),
        type: typeOf(adjacency, edge),
        subjectId: adjacency.ids[at(adjacency.columns.subject, edge)],
        objectId: adjacency.ids[at(adjacency.columns.object, edge)],
        from: at(adjacency.columns.fromEarliest, edge),
      })),
    );
    const rows = relationships.map(({ seq, type, subjectId, objectId, holdsFromEarliest }) => ({
      ...{ seq, type, subjectId, objectId },
      from: dayOf(holdsFromEarliest) ?? -unbounded,
    }));
    const bySeq = (a: { seq: number }, b: { seq: number }): number => a.seq - b.seq;
    expect(edges.sort(bySeq)).toEqual(rows.sort(bySeq));
  }
  const relatedToCarl = graph.relatedAll('carl', { direction: 'OUT' }).map(({ node }) => node);
  expect(relatedToCarl.sort()).toEqual(standing.map((word) => `union-${word}`).sort());

  const pieces = await prisma.evidence.findMany({ orderBy: { ordinal: 'asc' } });
  const notesOf = (column: 'entityId' | 'relationshipId', id: string): (string | null)[] =>
    pieces.filter((piece) => piece[column] === id).map(({ note }) => note);
  const ofEntities = entities.map(async ({ id, summary }) => {
    expect(await graph.entities.load(id)).toMatchObject({ id, summary });
    const evidence = await graph.evidence.load({ column: 'entityId', id });
    expect(evidence.map(({ note }) => note)).toEqual(notesOf('entityId', id));
  });
  const ofRelationships = relationships.map(async ({ id, seq, note, validFrom }) => {
    expect(await graph.relationship({ seq })).toMatchObject({ id, seq, note, validFrom });
    const evidence = await graph.evidenceOfRelationship({ seq });
    expect(evidence.map((piece) => piece.note)).toEqual(notesOf('relationshipId', id));
  });
  // What a later changeset removed, and what one that comes after would bring.
  const gone = [...words, `${last}-next`, `${last?.slice(0, 1)}-next`].filter((word) => !standing.includes(word));
  const ofOthers = gone.map(async (word) => {
    expect(await graph.entities.load(`union-${word}`)).toBeNull();
    expect(await graph.relationshipsById.load(`carl.MEMBER_OF.union-${word}`)).toBeNull();
  });
  await Promise.all([...ofEntities, ...ofRelationships, ...ofOthers]);
}
