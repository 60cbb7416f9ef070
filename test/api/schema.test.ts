/** The schema as clients see it: described throughout, alike where it can be, and changed only on purpose. */
import { createRequire } from 'node:module';
import type { GraphQLNamedType } from 'graphql';
import { describe, expect, test } from 'vitest';
import { kindDefinition, kindNames, relationshipTypeNames } from '../../src/registry/index.ts';
import { buildSchema } from '../../src/schema/index.ts';
import { largestBatch } from '../../src/schema/node.ts';

// The copy of graphql that the schema was made with: vite would resolve another one of the two that the package holds.
const graphql = createRequire(import.meta.url)('graphql') as typeof import('graphql');
const { isEnumType, isInputObjectType, isInterfaceType, isObjectType, printSchema } = graphql;

const schema = buildSchema();
const types = Object.values(schema.getTypeMap()).filter(
  (type) => !graphql.isIntrospectionType(type) && !graphql.isSpecifiedScalarType(type),
);

interface Described {
  readonly path: string;
  readonly description: string | null | undefined;
}

/** A type and everything in it. */
function parts(type: GraphQLNamedType): Described[] {
  const own = { path: type.name, description: type.description };
  if (isEnumType(type))
    return [own, ...type.getValues().map((value) => ({ ...value, path: `${type.name}.${value.name}` }))];
  if (isInputObjectType(type)) {
    return [own, ...Object.values(type.getFields()).map((field) => ({ ...field, path: `${type.name}.${field.name}` }))];
  }
  if (!isObjectType(type) && !isInterfaceType(type)) return [own];
  const fields = Object.values(type.getFields()).flatMap(({ name, description, args }) => [
    { path: `${type.name}.${name}`, description },
    ...args.map((arg) => ({ path: `${type.name}.${name}(${arg.name})`, description: arg.description })),
  ]);
  return [own, ...fields];
}

// The query type alone needs no words: its fields have theirs.
const described = types.flatMap(parts).filter(({ path }) => path !== 'Query');

test('the schema is valid', () => {
  expect(graphql.validateSchema(schema)).toEqual([]);
});

// graphql-tools takes the description of DateScalar in src/schema/date.ts in place of the SDL's.
test('the scalar Date has its description and specification', () => {
  expect(schema.getType('Date')).toMatchObject({
    description: expect.stringContaining('YYYY-MM-DD') as string,
    specifiedByURL: expect.stringContaining('rfc3339') as string,
  });
});

test('everything in it has a description that is a sentence', () => {
  expect(described.length).toBeGreaterThan(1000);
  expect(described.filter(({ description }) => !description?.trim()).map(({ path }) => path)).toEqual([]);
  const sentence = /^[A-Z`].*[.)`]$/su;
  expect(described.filter(({ description }) => !sentence.test(description ?? '')).map(({ path }) => path)).toEqual([]);
});

test.each(['Query.nodes(ids)', 'Query._entities(representations)'])('%s says how many it takes', (path) => {
  expect(described.find((one) => one.path === path)?.description).toContain(`at most ${largestBatch}`);
});

test('no directive of the inside is seen outside', () => {
  expect(printSchema(schema)).not.toContain('@related');
  expect(schema.getDirective('related')).toBeFalsy();
});

const named = (suffix: string) => types.filter(isObjectType).filter((type) => type.name.endsWith(suffix));
const shape = (name: string): string[] => {
  const type = schema.getType(name);
  if (!isObjectType(type)) return [];
  return Object.values(type.getFields()).map((field) => `${field.name}: ${String(field.type)}`);
};

describe('connections', () => {
  test('all have one shape', () => {
    const connections = named('Connection');
    expect(connections.length).toBeGreaterThan(kindNames.length);
    for (const { name } of connections) {
      const base = name.slice(0, -'Connection'.length);
      const node =
        schema.getType(base) === undefined
          ? { Search: 'Entity', Timeline: 'TimelineEntry', RelationshipList: 'Relationship' }[base]
          : base;
      // Those that can be asked for days say how many things they cannot place.
      expect(
        shape(name).filter((field) => !field.startsWith('undatedCount: Int')),
        name,
      ).toEqual([`edges: [${base}Edge!]!`, `nodes: [${node}!]!`, 'pageInfo: PageInfo!', 'totalCount: Int!']);
      expect(shape(`${base}Edge`).slice(0, 2), name).toEqual(['cursor: String!', `node: ${node}!`]);
    }
    // What a graph calls an edge need not be a line of a page: there may be more of them.
    const edges = connections.map(({ name }) => name.replace(/Connection$/, 'Edge'));
    expect(named('Edge').map(({ name }) => name)).toEqual(expect.arrayContaining(edges));
  });

  test('of entities have edges of one shape', () => {
    const shapes = ['Entity', 'Actor', ...kindNames.map((kind) => kindDefinition(kind).graphql)].map((type) =>
      shape(`${type}Edge`)
        .map((field) => field.replace(`${type}!`, 'Node!'))
        .join(),
    );
    expect(new Set(shapes).size).toBe(1);
    expect(shapes[0]).toContain('relationship: Relationship,certainty: Certainty');
  });

  test('are asked for in one way', () => {
    const fields = types
      .filter((type) => isObjectType(type) || isInterfaceType(type))
      .flatMap((type) =>
        Object.values(type.getFields()).map((field) => ({ field, path: `${type.name}.${field.name}` })),
      );
    const paged = fields.filter(({ field }) => /Connection!?$/.test(String(field.type)));
    for (const { field, path } of paged) {
      const args = field.args.map((arg) => `${arg.name}: ${String(arg.type)}`);
      expect(args.slice(-4), path).toEqual(['first: Int', 'after: String', 'last: Int', 'before: String']);
    }
    for (const { field, path } of fields) {
      if (field.args.some(({ name }) => ['after', 'last', 'before'].includes(name)))
        expect(String(field.type), path).toMatch(/Connection!?$/);
    }
  });
});

test('a condition of a filter is in the plural where it takes a list, and only there', () => {
  const fields = types
    .filter(isInputObjectType)
    .filter(({ name }) => name.endsWith('Filter'))
    .flatMap((type) => Object.values(type.getFields()).map((field) => ({ field, path: `${type.name}.${field.name}` })))
    .filter(({ field }) => !['and', 'or'].includes(field.name));
  expect(fields.length).toBeGreaterThan(100);
  // Neither `status` nor `basis`.
  const isPlural = (name: string): boolean => /[^ui]s$/.test(name) && name !== 'contains';
  const wrong = fields.filter(({ field }) => isPlural(field.name) !== String(field.type).startsWith('['));
  expect(wrong.map(({ path }) => path)).toEqual([]);
});

test('every kind and type of the registry is there', () => {
  const values = (name: string): string[] => {
    const type = schema.getType(name);
    return isEnumType(type) ? type.getValues().map((value) => value.name) : [];
  };
  expect(values('Kind')).toEqual(kindNames);
  expect(values('RelationshipType')).toEqual(relationshipTypeNames);
  const query = schema.getQueryType()?.getFields() ?? {};
  for (const kind of kindNames) {
    const { graphql, plural } = kindDefinition(kind);
    expect(String(query[plural]?.type)).toBe(`${graphql}Connection`);
    const type = schema.getType(graphql);
    expect(isObjectType(type) && type.getInterfaces().map(({ name }) => name)).toEqual(
      expect.arrayContaining(['Node', 'Entity']),
    );
  }
});
