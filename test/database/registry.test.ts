/** What the registry does not allow cannot be stored, by anybody: every pair of kinds is tried for every type. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Database } from '../../src/database/open.ts';
import {
  identifierSchemeNames,
  isOwnQualifier,
  type Kind,
  kindDefinition,
  kindNames,
  qualifierDefinition,
  qualifiersOf,
  relationshipTypeNames,
  rules,
} from '../../src/registry/index.ts';
import { createEntities, openMigrated } from '../database.ts';
import { attempt, createAttempt, insert, insertNamed } from './attempt.ts';

let database: Database;

beforeAll(async () => {
  database = await openMigrated();
  await createAttempt(database.prisma);
  // Two of each kind, so that an edge within a kind is no loop.
  const entities = kindNames.flatMap((kind) =>
    [1, 2].map((n) => ({ id: `${idOf(kind)}-${n}`, kind, summary: 'Made up.' })),
  );
  await createEntities(database.prisma, entities);
  await database.prisma.office.createMany({ data: ['office-1', 'office-2'].map((id) => ({ id, singleSeat: true })) });
});
afterAll(async () => await database.close());

/** An id of a kind, as `slug` in SQL. */
const idOf = (kind: string): string => kind.toLowerCase().replaceAll('_', '-');
const slug = (kind: string): string => `replace(lower(${kind}), '_', '-')`;

interface Tried {
  readonly edge: string;
  readonly said: string;
}

/** An edge as SQL, over the columns of `pair`, with the qualifiers that its type asks for. */
const edge = (subject: string): string => `
  format(
    'INSERT INTO "Relationship" 
       (id, type, "subjectId", "subjectKind", "objectId", "objectKind", side, position, "heldOfficeId", "singleSeat")
     VALUES (''try'', %L, %L, %L, %L, %L, %L, %L, %L, %L)',
    type, ${subject}, s, ${slug('o')} || '-2', o,
    CASE type WHEN 'PARTY_TO' THEN 'EMPLOYEE' END,
    CASE type WHEN 'TAKES_POSITION' THEN 'SUPPORT' END,
    CASE type WHEN 'HOLDS' THEN ${slug('o')} || '-2' END,
    CASE type WHEN 'HOLDS' THEN true END
  )`;

/** Tries every pair of kinds for every type. */
async function tryAll(): Promise<Tried[]> {
  return await database.prisma.$queryRawUnsafe<Tried[]>(
    `SELECT concat_ws(' ', s, type, o) AS edge, attempt(${edge(`${slug('s')} || '-1'`)}) AS said
     FROM unnest($1::text[]) AS type, unnest($2::text[]) AS s, unnest($2::text[]) AS o`,
    relationshipTypeNames,
    kindNames,
  );
}

const allowed = new Set(rules.map(({ type, subjectKind, objectKind }) => `${subjectKind} ${type} ${objectKind}`));
const ruleKey = 'Relationship_type_subjectKind_objectKind_fkey';

test('every edge that the registry allows is accepted, and every other one refused by its foreign key', async () => {
  const tried = await tryAll();
  expect(tried).toHaveLength(relationshipTypeNames.length * kindNames.length ** 2);
  const wrong = tried.filter(({ edge, said }) => said !== (allowed.has(edge) ? 'accepted' : ruleKey));
  expect(wrong).toEqual([]);
  expect(tried.filter(({ said }) => said === 'accepted')).toHaveLength(allowed.size);
});

test('an edge cannot lie about the kind of an end', async () => {
  const tried = await database.prisma.$queryRawUnsafe<Tried[]>(
    `SELECT concat_ws(' ', other, 'as', s, type, o) AS edge, attempt(${edge(`${slug('other')} || '-1'`)}) AS said
     FROM "RelationshipRule" AS rule(type, s, o), unnest($1::text[]) AS other WHERE other <> s`,
    kindNames,
  );
  expect(tried.length).toBe(rules.length * (kindNames.length - 1));
  expect(tried.filter(({ said }) => said !== 'Relationship_subjectId_subjectKind_fkey')).toEqual([]);
});

const qualified = { side: 'EMPLOYEE', position: 'SUPPORT', acting: true } as const;

test.each(Object.entries(qualified))('%s stands with the types of which the registry says so', async (name, value) => {
  for (const type of relationshipTypeNames) {
    const own = qualifiersOf(type).filter(isOwnQualifier);
    const { subjectKind, objectKind } = rules.find((rule) => rule.type === type) ?? { subjectKind: '', objectKind: '' };
    const others = Object.entries(qualified).filter(([other]) => other !== name && own.some((one) => one === other));
    const row = {
      ...{
        id: 'try',
        type,
        subjectId: `${idOf(subjectKind)}-1`,
        subjectKind,
        objectId: `${idOf(objectKind)}-2`,
        objectKind,
      },
      ...(type === 'HOLDS' ? { heldOfficeId: 'office-2', singleSeat: true } : {}),
      ...Object.fromEntries(others),
    };
    const has = own.find((one) => one === name);
    const refusal = `Relationship_${name}`;
    const tried = await attempt(database.prisma, insert('Relationship', { ...row, [name]: value }));
    expect(tried, type).toBe(has === undefined ? refusal : 'accepted');
    const isMissed = has !== undefined && qualifierDefinition(has).required === true;
    const without = await attempt(database.prisma, insert('Relationship', row));
    expect(without, type).toBe(isMissed ? refusal : 'accepted');
  }
});

test('an edge to an entity that is not there is refused', async () => {
  const row = { id: 'try', type: 'PART_OF', subjectId: 'union-1', subjectKind: 'UNION', objectKind: 'UNION' };
  expect(await attempt(database.prisma, insert('Relationship', { ...row, objectId: 'union-2' }))).toBe('accepted');
  expect(await attempt(database.prisma, insert('Relationship', { ...row, objectId: 'nobody' }))).toBe(
    'Relationship_objectId_objectKind_fkey',
  );
});

test('an entity is of a kind, type and status of the registry', async () => {
  const entity = (row: Readonly<Record<string, string>>) =>
    attempt(database.prisma, insertNamed({ id: 'try', ...row }));
  expect(await entity({ kind: 'GUILD' })).toBe('Entity_kind_fkey');
  for (const kind of kindNames) {
    const { types = {}, statuses = {} } = kindDefinition(kind);
    for (const type of Object.keys(types)) expect(await entity({ kind, type })).toBe('accepted');
    for (const status of Object.keys(statuses)) expect(await entity({ kind, status })).toBe('accepted');
    expect(await entity({ kind, type: 'UNHEARD_OF' })).toBe('Entity_kind_type_fkey');
    expect(await entity({ kind, status: 'UNHEARD_OF' })).toBe('Entity_kind_status_fkey');
  }
  // A word of another kind is none of this one.
  expect(await entity({ kind: 'EVENT', type: 'DEADLINE' })).toBe('accepted');
  expect(await entity({ kind: 'UNION', type: 'DEADLINE' })).toBe('Entity_kind_type_fkey');
});

test('an identifier is of a register that the registry has, and names one thing', async () => {
  const identifier = (entityId: string, scheme: string, value: string) =>
    insert('Identifier', { entityId, scheme, value });
  for (const scheme of identifierSchemeNames) {
    expect(await attempt(database.prisma, identifier('person-1', scheme, 'Q1'))).toBe('accepted');
    // One thing has one in each register, and no two have the same.
    const first = identifier('person-1', scheme, 'Q1');
    expect(await attempt(database.prisma, first, identifier('person-1', scheme, 'Q2'))).toBe('Identifier_pkey');
    expect(await attempt(database.prisma, first, identifier('person-2', scheme, 'Q1'))).toBe(
      'Identifier_scheme_value_key',
    );
  }
  expect(await attempt(database.prisma, identifier('person-1', 'UNHEARD_OF', 'Q1'))).toBe('Identifier_scheme_fkey');
});

const samples: Readonly<Record<string, string | number | boolean>> = {
  text: 'a',
  integer: 1,
  decimal: 1,
  boolean: true,
  sha256: 'a'.repeat(64),
  code: 'CA',
};

/** The columns that a details row must have, beside its id. */
const detailsOf = (kind: Kind): Record<string, string | number | boolean> => {
  const { attributes = {}, required = [] } = kindDefinition(kind).details ?? {};
  return Object.fromEntries(required.map((name) => [name, samples[name] ?? samples[String(attributes[name])] ?? 'a']));
};

test.each(kindNames.filter((kind) => kindDefinition(kind).details !== undefined))(
  'details of %s stand on nothing else',
  async (kind) => {
    const model = kindDefinition(kind).details?.model ?? '';
    const table = model.charAt(0).toUpperCase() + model.slice(1);
    const row = (id: string, as: string) => insert(table, { id, kind: as, ...detailsOf(kind) });
    const free = `DELETE FROM "${table}"`;
    expect(await attempt(database.prisma, free, row(`${idOf(kind)}-1`, kind))).toBe('accepted');
    for (const other of kindNames.filter((one) => one !== kind)) {
      expect(await attempt(database.prisma, free, row(`${idOf(other)}-1`, kind))).toBe(`${table}_id_kind_fkey`);
      expect(await attempt(database.prisma, free, row(`${idOf(other)}-1`, other))).toBe(`${table}_kind`);
    }
  },
);
