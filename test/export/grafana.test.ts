/** What Grafana reads: in the fields that its panels ask for, and as many as there are. */
import { parse } from 'csv-parse/sync';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { ask } from '../ask.ts';
import { byId, entitiesSaid, relationshipsSaid } from './graph.ts';
import { addressOf, download } from './service.ts';

/** Beside the fields that the panel knows, each to be shown on a click is called `detail__...`. */
const details = z.record(z.string().regex(/^detail__\w+$/), z.string());
const known = <Shape extends z.ZodRawShape>(shape: Shape) =>
  z.array(z.object(shape).catchall(z.string())).superRefine((rows, context) => {
    for (const row of rows) {
      const rest = Object.fromEntries(Object.entries(row).filter(([name]) => !Object.hasOwn(shape, name)));
      if (!details.safeParse(rest).success) context.addIssue(`fields unknown to the panel: ${Object.keys(rest)}`);
    }
  });

const nodeShape = known({ id: z.string(), title: z.string().min(1), subtitle: z.string(), mainstat: z.number().int() });
const edgeShape = known({
  id: z.string(),
  source: z.string(),
  target: z.string(),
  mainstat: z.string(),
  secondarystat: z.enum(['CERTAIN', 'POSSIBLE']).optional(),
});
const pointShape = z.array(
  z.strictObject({ time: z.iso.datetime(), type: z.string(), value: z.number().int().min(1) }),
);

const json = async (name: string): Promise<unknown> => JSON.parse(await download(name));

test('the node graph has every entity and every relationship', async () => {
  const nodes = nodeShape.parse(await json('grafana/nodes.json'));
  const edges = edgeShape.parse(await json('grafana/edges.json'));
  const entities = await entitiesSaid();
  const relationships = await relationshipsSaid(entities);
  expect(byId(nodes).map(({ id, title }) => ({ id, title }))).toEqual(
    byId(entities).map(({ id, name }) => ({ id, title: name })),
  );
  expect(byId(edges).map(({ id, source, target, mainstat }) => ({ id, source, target, mainstat }))).toEqual(
    byId(relationships).map(({ id, subject, object, label }) => ({
      id,
      source: subject.id,
      target: object.id,
      mainstat: label,
    })),
  );
});

test.each(['', '?kinds=PERSON,OFFICE,UNION', '?asOf=2015-05-12', '?kinds=PERSON,OFFICE&asOf=2015-05-12'])(
  'a node says how many of the edges%s are its own',
  async (query) => {
    const nodes = nodeShape.parse(await json(`grafana/nodes.json${query}`));
    const edges = edgeShape.parse(await json(`grafana/edges.json${query}`));
    const degree = (id: string): number => edges.filter(({ source, target }) => source === id || target === id).length;
    expect(edges.length).toBeGreaterThan(0);
    expect(nodes.map(({ id, mainstat }) => [id, mainstat])).toEqual(nodes.map(({ id }) => [id, degree(id)]));
  },
);

test.each(['month', 'year'])(
  'events are counted by %s and type, earliest first; the others are told of',
  async (bucket) => {
    const { events } = await ask<{
      events: { nodes: { type: string | null; start: { earliest: string | null; latest: string | null } | null }[] };
    }>('{ events(first: 100) { nodes { type start { earliest latest } } } }');
    const length = bucket === 'month' ? 7 : 4;
    const counts = new Map<string, number>();
    for (const { type, start } of events.nodes) {
      const [from, to] = [start?.earliest?.slice(0, length), start?.latest?.slice(0, length)];
      if (from === undefined || from !== to) continue;
      const key = `${from} ${type ?? 'EVENT'}`;
      counts.set(key, (counts.get(key) ?? 0) + 1);
    }
    expect(counts.size).toBeGreaterThan(3);
    const response = await fetch(addressOf(`grafana/events.json?bucket=${bucket}`));
    const points = pointShape.parse(await response.json());
    expect(new Map(points.map(({ time, type, value }) => [`${time.slice(0, length)} ${type}`, value]))).toEqual(counts);
    expect(points.map(({ time }) => time)).toEqual(points.map(({ time }) => time).sort());
    const counted = points.reduce((sum, { value }) => sum + value, 0);
    expect(Number(response.headers.get('x-left-out'))).toBe(events.nodes.length - counted);
    const rows: Record<string, string>[] = parse(await download(`grafana/events.csv?bucket=${bucket}`), {
      columns: true,
    });
    expect(rows).toEqual(points.map(({ time, type, value }) => ({ time, type, value: String(value) })));
  },
);
