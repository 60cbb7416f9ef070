/** GraphML, read back by graphology and compared with what the API says. */
import { MultiDirectedGraph } from 'graphology';
import { parse } from 'graphology-graphml';
import { expect, test } from 'vitest';
import { createEntities } from '../database.ts';
import { byId, entitiesSaid, evidenceCells, relationshipsSaid } from './graph.ts';
import { download, openForTest, serve } from './service.ts';

const read = async (name: string, service?: string) => parse(MultiDirectedGraph, await download(name, service));

test('the seeded graph has every entity as a node and every relationship as an edge', async () => {
  const graph = await read('graph.graphml');
  const entities = await entitiesSaid();
  const relationships = await relationshipsSaid(entities);
  expect(graph.nodes().sort()).toEqual(byId(entities).map(({ id }) => id));
  expect(graph.edges().sort()).toEqual(byId(relationships).map(({ id }) => id));
  for (const { id, kind, name, summary, evidence, start } of entities) {
    const present = Object.fromEntries(Object.entries(evidenceCells(evidence)).filter(([, value]) => value !== ''));
    expect(graph.getNodeAttributes(id), id).toMatchObject({ kind, label: name, summary, ...present });
    if (start) expect(graph.getNodeAttributes(id), id).toMatchObject({ start: start.edtf, startBasis: start.basis });
  }
  for (const { id, type, label, subject, object, side, acting, ordinal, validFrom } of relationships) {
    expect(graph.extremities(id), id).toEqual([subject.id, object.id]);
    const attributes = graph.getEdgeAttributes(id);
    expect(attributes, id).toMatchObject({ type, label });
    expect(
      [attributes['side'], attributes['acting'], attributes['ordinal'], attributes['validFrom']].map(
        (one) => one ?? null,
      ),
    ).toEqual([side, acting, ordinal, validFrom?.edtf ?? null]);
  }
});

test('numbers are numbers, and one that is not stated is named as such', async () => {
  const database = await openForTest();
  await createEntities(
    database.prisma,
    ['known', 'open'].map((id) => ({ id, kind: 'BARGAINING_UNIT', summary: id })),
  );
  await database.prisma.bargainingUnit.createMany({ data: [{ id: 'known', size: 22000 }, { id: 'open' }] });
  await database.prisma.notStated.create({ data: { entityId: 'open', attribute: 'size' } });
  const graph = await read('graph.graphml', await serve(database));
  expect(graph.getNodeAttribute('known', 'size')).toBe(22000);
  expect(graph.hasNodeAttribute('open', 'size')).toBe(false);
  expect(graph.getNodeAttribute('open', 'notStated')).toBe('size');
});

test('a part of the graph has no edge without its ends, and those of a day say how certain they are', async () => {
  const kinds = ['PERSON', 'OFFICE'];
  const graph = await read(`graph.graphml?kinds=${kinds.join(',')}&asOf=2015-05-12`);
  const entities = (await entitiesSaid()).filter(({ kind }) => kinds.includes(kind));
  const then = await relationshipsSaid(entities, '2015-05-12');
  const inside = then.filter(({ object }) => kinds.includes(object.kind));
  expect(graph.order).toBe(entities.length);
  expect(graph.edges().sort()).toEqual(byId(inside).map(({ id }) => id));
  const certainties = new Set(graph.mapEdges((_, attributes) => attributes['certainty']));
  expect(certainties).toEqual(new Set(['CERTAIN', 'POSSIBLE']));
});

test('what XML gives a meaning to comes back as it was; what it cannot hold is marked', async () => {
  const database = await openForTest();
  const summary = 'a < b && c > "d" \'e\' ]]> <!-- é 🎌\nline\r\n\ttab';
  // The database refuses such an id, and control characters.
  await database.prisma.$executeRaw`ALTER TABLE "Entity" DROP CONSTRAINT "Entity_id", DROP CONSTRAINT "Entity_summary"`;
  await createEntities(database.prisma, [
    { id: 'x"<&>', kind: 'UNION', summary },
    { id: 'y', kind: 'UNION', summary: 'a\u0001b\u001fc' },
  ]);
  const graph = await read('graph.graphml', await serve(database));
  expect(graph.getNodeAttribute('x"<&>', 'summary')).toBe(summary);
  expect(graph.getNodeAttribute('y', 'summary')).toBe('a\ufffdb\ufffdc');
});
