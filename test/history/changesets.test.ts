/** Who changed what, when and why: field by field, of a changeset, between two versions, and of one fact. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { apply } from '../../src/curation/apply.ts';
import { revert } from '../../src/curation/revert.ts';
import type { Database } from '../../src/database/open.ts';
import { readSource } from '../../src/seeding/read.ts';
import { openMigrated } from '../database.ts';
import { ask, serve } from '../faults/service.ts';
import { seedBase } from '../network/second.ts';

const person = (summary: string, alias: string): string => `
- id: bob
  kind: PERSON
  names: {en: {preferred: Bob, alias: [${alias}]}}
  summary: ${summary}
  evidence: [{external: The library}]
`;
const member = `
- {subject: bob, MEMBER_OF: example-union, from: 2014-03, evidence: [{external: The library}]}
`;

let database: Database;
let began: Date;
beforeAll(async () => {
  database = await openMigrated();
  await seedBase(database);
  began = new Date();
  const applied = async (yaml: string, message: string, remove: readonly string[] = []): Promise<void> =>
    void (await apply(database.prisma, { source: readSource('edit.yaml', yaml), remove, author: 'ann', message }));
  await applied(person('A better known person.', 'Robert') + member, 'Say more of Bob');
  await database.prisma.$executeRaw`UPDATE "Term" SET "value" = 3 WHERE "year" = 1`;
  await applied('', 'He was no member', ['bob.MEMBER_OF.example-union']);
  await revert(database.prisma, { version: 2 + 2, author: 'carl' });
});
afterAll(async () => await database.close());

/** Asks for data, without an error. */
async function told(query: string): Promise<unknown> {
  const { url } = await serve(database);
  const { data, errors } = await ask(url, query);
  expect(errors).toEqual([]);
  return data;
}

const change = 'sort fact kind of fields { field before after }';

describe('Q64 What changed since a version, by whom, and why?', () => {
  it('each changeset, the last first, with what it undoes', async () => {
    expect(
      await told(`{ changesets(first: 3) { totalCount nodes {
        version origin author message reverts { version } revertedBy { version author } } } }`),
    ).toEqual({
      changesets: {
        totalCount: 5,
        nodes: [
          {
            ...{ version: 5, origin: 'REVERT', author: 'carl', message: 'Undo changeset 4: He was no member' },
            ...{ reverts: { version: 4 }, revertedBy: [] },
          },
          {
            ...{ version: 4, origin: 'EDIT', author: 'ann', message: 'He was no member' },
            ...{ reverts: null, revertedBy: [{ version: 5, author: 'carl' }] },
          },
          { version: 3, origin: 'DATABASE', author: 'postgres', message: null, reverts: null, revertedBy: [] },
        ],
      },
    });
  });

  it('what one did, fact by fact and field by field', async () => {
    expect(await told(`{ changeset(version: 2) { changes { nodes { ${change} } } } }`)).toEqual({
      changeset: {
        changes: {
          nodes: [
            {
              ...{ sort: 'ENTITY', fact: 'bob', kind: 'CHANGED', of: 'bob' },
              fields: [
                { field: 'summary', before: 'Another person.', after: 'A better known person.' },
                { field: 'names', before: null, after: 'en Robert ALIAS' },
              ],
            },
            {
              ...{ sort: 'EVIDENCE', kind: 'ADDED', of: 'bob.MEMBER_OF.example-union' },
              fact: expect.stringMatching(/^bob\.MEMBER_OF\.example-union\.evidence\./),
              fields: expect.arrayContaining([{ field: 'note', before: null, after: 'The library' }]),
            },
            {
              ...{ sort: 'RELATIONSHIP', fact: 'bob.MEMBER_OF.example-union', kind: 'ADDED' },
              of: 'bob.MEMBER_OF.example-union',
              fields: expect.arrayContaining([
                { field: 'objectId', before: null, after: 'example-union' },
                { field: 'validFrom', before: null, after: '2014-03' },
              ]),
            },
          ],
        },
      },
    });
    expect(await told(`{ changeset(version: 3) { changes { nodes { ${change} } } } }`)).toEqual({
      changeset: {
        changes: {
          nodes: [
            {
              ...{ sort: 'TERM', fact: expect.stringMatching(/^demand\./), kind: 'CHANGED', of: 'demand' },
              fields: [{ field: 'value', before: '2.5', after: '3' }],
            },
          ],
        },
      },
    });
  });

  it('between two versions: what came and went between them is left out', async () => {
    const changes = async (since: number, upTo = ''): Promise<unknown> =>
      await told(`{ changes(since: ${since}${upTo}) { totalCount nodes { fact kind } } }`);
    expect(await changes(3)).toEqual({ changes: { totalCount: 0, nodes: [] } });
    expect(await changes(2, ', upTo: 3')).toEqual({
      changes: { totalCount: 1, nodes: [{ fact: expect.stringMatching(/^demand\./), kind: 'CHANGED' }] },
    });
    expect(await changes(5)).toEqual({ changes: { totalCount: 0, nodes: [] } });
  });
});

it('the history of a fact, also of its parts, and of one that has gone', async () => {
  expect(
    await told(
      '{ history(id: "demand") { nodes { changeset { version } changes { sort kind fields { field after } } } } }',
    ),
  ).toMatchObject({
    history: {
      nodes: [
        {
          changeset: { version: 3 },
          changes: [{ sort: 'TERM', kind: 'CHANGED', fields: [{ field: 'value', after: '3' }] }],
        },
        { changeset: { version: 1 }, changes: expect.arrayContaining([expect.objectContaining({ sort: 'ENTITY' })]) },
      ],
    },
  });
  expect(
    await told(
      'query @knownAt(version: 4) { history(id: "bob.MEMBER_OF.example-union") { nodes { changeset { version } changes { sort kind } } } }',
    ),
  ).toEqual({
    history: {
      nodes: [4, 2].map((version) => ({
        changeset: { version },
        changes: ['RELATIONSHIP', 'EVIDENCE'].map((sort) => ({ sort, kind: version === 4 ? 'REMOVED' : 'ADDED' })),
      })),
    },
  });
});

it('changesets by way, author, fact and time', async () => {
  const versions = async (filter: string): Promise<number[]> => {
    const { changesets } = (await told(`{ changesets(filter: { ${filter} }) { nodes { version } } }`)) as {
      changesets: { nodes: { version: number }[] };
    };
    return changesets.nodes.map(({ version }) => version);
  };
  expect(await versions('origins: [EDIT, REVERT]')).toEqual([5, 4, 2]);
  expect(await versions('author: "carl"')).toEqual([5]);
  expect(await versions('touching: "bob"')).toEqual([2, 1]);
  expect(await versions('touching: "bob.MEMBER_OF.example-union"')).toEqual([5, 4, 2]);
  expect(await versions('touching: "demand", origins: [DATABASE]')).toEqual([3]);
  expect(await versions(`from: "${began.toISOString()}"`)).toEqual([5, 4, 3, 2]);
  expect(await versions(`to: "${began.toISOString()}"`)).toEqual([1]);
});
