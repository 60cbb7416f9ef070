/** FollowTheMoney, held to its own model as far as it is used, and compared with what the API says. */
import { expect, inject, test } from 'vitest';
import { ask } from '../ask.ts';
import { isA, modelOf, type Property } from './ftmModel.ts';
import { entitiesSaid, relationshipsSaid } from './graph.ts';
import { addressOf, download } from './service.ts';
import { inOrder } from './sparql.ts';

interface Entity {
  readonly id: string;
  readonly schema: string;
  readonly properties: Readonly<Record<string, readonly string[]>>;
}

/** The entities of an export, by id. */
async function read(name: string): Promise<Map<string, Entity>> {
  const lines = (await download(name)).trimEnd().split('\n');
  const entities = lines.map((line) => JSON.parse(line) as Entity);
  expect(new Set(entities.map(({ id }) => id)).size).toBe(entities.length);
  return new Map(entities.map((entity) => [entity.id, entity]));
}

const ofSchema = (entities: Map<string, Entity>, schema: string): Entity[] =>
  [...entities.values()].filter((entity) => entity.schema === schema);

/** What FollowTheMoney takes for a value of a type. */
const valid: Readonly<Record<string, RegExp>> = {
  country: /^[a-z]{2}$/,
  date: /^\d{4}(-\d\d){0,2}$/,
  name: /\S/,
  number: /^\d+$/,
  string: /\S/,
  text: /\S/,
  topic: /^(gov|gov\.executive|gov\.judicial|pol\.party|pol\.union)$/,
  url: /^https?:\/\/\S+$/,
};

test.each(['graph.ftm.json', 'graph.ftm.json?kinds=PERSON,OFFICE,LEGAL_CHALLENGE'])(
  '%s is what the model allows: schemata, properties, the types of their values, and what they lead to',
  async (name) => {
    const entities = await read(name);
    const used = new Set<string>();
    for (const { id, schema, properties } of entities.values()) {
      expect(id).toMatch(/^[0-9a-zA-Z]([0-9a-zA-Z.-]*[0-9a-zA-Z])?$/);
      const model = modelOf(schema);
      expect(model.abstract, `${id} ${schema}`).toBe(false);
      expect(Object.keys(properties), id).toEqual(expect.arrayContaining([...model.required]));
      for (const [name, values] of Object.entries(properties)) {
        const property: Property | undefined = model.properties[name];
        for (const value of values) {
          const where = `${id} ${schema}:${name} ${value}`;
          expect(property, where).toBeDefined();
          if (property === undefined) continue;
          used.add(typeof property === 'string' ? property : 'entity');
          if (typeof property === 'string') expect(value, where).toMatch(valid[property] ?? /^$/);
          else {
            expect(value, where).not.toBe(id);
            expect(isA(entities.get(value)?.schema ?? '', property.range), where).toBe(true);
          }
        }
      }
    }
    expect([...used].sort()).toEqual(expect.arrayContaining(['country', 'date', 'entity', 'name', 'number', 'url']));
  },
);

test('it has all of the kinds that it has schemata for; the others are counted', async () => {
  const entities = await read('graph.ftm.json');
  const schemata: Readonly<Record<string, string>> = {
    PERSON: 'Person',
    UNION: 'Organization',
    GOVERNMENT: 'PublicBody',
    ADMINISTRATION: 'PublicBody',
    PUBLIC_BODY: 'PublicBody',
    POLITICAL_PARTY: 'Organization',
    COURT: 'PublicBody',
    NEWS_OUTLET: 'Organization',
    OFFICE: 'Position',
    EVENT: 'Event',
    LEGAL_CHALLENGE: 'CourtCase',
    ARTICLE: 'Article',
  };
  const said = await entitiesSaid();
  const told = said.filter(({ kind }) => schemata[kind] !== undefined);
  for (const { id, kind, names, summary } of told) {
    const entity = entities.get(id);
    expect(entity?.schema, id).toBe(schemata[kind]);
    const preferred = new Set(names.flatMap(({ type, text }) => (type === 'PREFERRED' ? [text] : [])));
    expect(new Set(entity?.properties['name'])).toEqual(preferred);
    expect(entity?.properties['summary']).toEqual([summary]);
    expect(entity?.properties['sourceUrl']).toContain(new URL(`/id/${id}`, inject('url')).href);
  }
  const edges = await relationshipsSaid(said);
  const links = edges.filter(
    ({ type, subject, object }) => schemata[subject.kind] && schemata[object.kind] && type !== 'OFFICE_OF',
  );
  expect(entities.size).toBe(told.length + links.length);
  const response = await fetch(addressOf('graph.ftm.json'), { method: 'GET' });
  const offices = edges.filter(({ type }) => type === 'OFFICE_OF');
  expect(Number(response.headers.get('x-left-out'))).toBe(
    said.length + edges.length - told.length - links.length - offices.length,
  );
  expect(response.headers.get('content-disposition')).toMatch(
    /filename="labourgraph-graph-\d{4}-\d\d-\d\d\.ftm\.json"/,
  );
  expect(response.headers.get('x-data-digest')).toMatch(/^[0-9a-f]{32}$/);
});

test('it finds who held an office of an organization, and since when', async () => {
  const entities = await read('graph.ftm.json?asOf=2015-05-12');
  const found = ofSchema(entities, 'Occupancy').flatMap((occupancy) => {
    const { post, holder, startDate } = occupancy.properties;
    return (entities.get(post?.[0] ?? '')?.properties['organization'] ?? []).map((organization) => ({
      who: holder?.[0],
      organization,
      since: startDate?.[0] ?? null,
    }));
  });
  const { relationships } = await ask<{
    relationships: {
      nodes: {
        subject: { id: string };
        object: { organizations: { nodes: { object: { id: string } }[] } };
        validFrom: { edtf: string } | null;
        holdsOn: string | null;
      }[];
    };
  }>(
    `{ relationships(filter: { types: [HOLDS] }, first: 100) { nodes {
         subject { id } validFrom { edtf } holdsOn(asOf: "2015-05-12")
         object { organizations: relationships(types: [OFFICE_OF], first: 10) { nodes { object { id } } } } } } }`,
  );
  const said = relationships.nodes
    .filter(({ holdsOn }) => holdsOn !== null)
    .flatMap(({ subject, object, validFrom }) =>
      object.organizations.nodes.map(({ object: organization }) => ({
        who: subject.id,
        organization: organization.id,
        since: /^[\d-]+$/.test(validFrom?.edtf ?? '') ? validFrom?.edtf : null,
      })),
    );
  expect(said.length).toBeGreaterThan(3);
  expect(inOrder(found)).toEqual(inOrder(said));
});
