/** No N+1: what a question costs in SQL statements depends on what is asked, not on how much is found. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Database } from '../../src/database/open.ts';
import { seed } from '../../src/seeding/seed.ts';
import { type Service, startService } from '../../src/server/start.ts';
import { noteStatements, openMigrated } from '../database.ts';

let database: Database;
let sent: () => Promise<string[]>;

beforeAll(async () => {
  database = await openMigrated();
  sent = noteStatements(database);
  await seed(database.prisma, { seedsFolder: 'seeds' });
});
afterAll(async () => await database.close());

const why = 'evidence { nodes { basis paragraph anchors article { id name } verification } }';
const date = '{ edtf earliest latest basis note }';

interface Question {
  readonly query: string;
  /** As many statements as it takes where each level arrives in one batch. */
  readonly budget: number;
  /** How many rows show something at every level of the query: what is not there is not asked on from. */
  readonly enough?: number;
  /** What it is asked of, one and several: a list is asked for with `$first` rows. */
  readonly variables?: readonly Readonly<Record<string, string>>[];
}

/** A page each of a dashboard. `$first` is how many rows every list gives. */
const questions: Readonly<Record<string, Question>> = {
  'the page of an entity': {
    budget: 9,
    query: `query ($first: Int, $id: ID!) { entity(id: $id) {
      kind name french: name(language: FR) names { text type } summary
      notStated { attribute evidence { nodes { paragraph } } } ${why}
      mentionedIn { nodes { name published ${date} } }
      relationships(first: $first) { totalCount edges {
        label other { id name kind } node { type validFrom ${date} note ${why} }
      } }
    } }`,
    variables: [{ id: 'psac' }],
  },
  'entities with their names and relationships': {
    budget: 4,
    query: `query ($first: Int) { entities(first: $first, orderBy: { field: NAME }) { totalCount nodes {
      name names { text language }
      relationships(first: $first) { totalCount nodes { type subject { name } object { name } } }
    } } }`,
  },
  'disputes with their parties, the parties’ offices and who holds them': {
    budget: 12,
    query: `query ($first: Int, $day: Date) { disputes(first: $first) { nodes {
      name status issues(first: $first) { nodes { name } }
      parties { side ${why} actor { name ... on Organization { offices(first: $first) { nodes {
        name holders(first: $first, asOf: $day) { edges {
          certainty node { name } relationship { validFrom ${date} ${why} }
        } }
      } } } } }
    } } }`,
    variables: [{ day: '2015-05-12' }],
  },
  'claims with who says what of them, and where': {
    budget: 9,
    query: `query ($first: Int) { claims(first: $first) { nodes {
      proposition figure { low high unit period } ${why}
      assertedBy { ...by } disputedBy { ...by } deniedBy { ...by } supportedBy { ...by } qualifiedBy { ...by }
    } } } fragment by on Attribution { actor { name } sayings { statement { summary medium } accordingTo { name } ${why} } }`,
  },
  'the coverage of an article': {
    budget: 11,
    query: `query ($article: ID!) { sourceCoverage(article: $article) {
      article { name publisher { name } } verification bodyParagraphs coveredParagraphs
      paragraphs(first: 100) { nodes { uncoveredReason passage { number role text } evidence { nodes { basis attribute fact { __typename
        ... on Entity { id name } ... on Relationship { label subject { name } object { name } }
        ... on Term { text proposal { name } } ... on LegislationStage { stage }
        ... on Provision { effect legislation { name } }
      } } } } }
    } }`,
    variables: [{ article: 'cbc-2015-05-12' }, { article: 'huffpost-2014-01-24' }, { article: 'cbc-2016-01' }],
  },
  'a timeline': {
    budget: 10,
    enough: 20,
    query: `query ($first: Int, $of: ID) { timeline(of: $of, first: $first) { totalCount nodes {
      moment date ${date} entity { kind name } relationship { object { name } } stage { stage } ${why}
    } } }`,
    variables: [{}, { of: 'psac' }],
  },
  'a search': {
    budget: 7,
    query: `query ($first: Int) { search(query: "sick leave or talks", first: $first) { totalCount edges {
      score matches { reason paragraph segments { text matched } }
      node { kind name summary mentionedIn { nodes { name } } ${why} }
    } } }`,
  },
  'rounds with what was asked, offered and imposed': {
    budget: 11,
    query: `query ($first: Int) { bargainingRounds(first: $first) { nodes {
      name status route agreementExpiry ${date} bargainingUnits(first: $first) { nodes { name size } }
      deadlines {
        name start ${date} consequence extension { to ${date} decidedBy { name } }
      }
      gap { issue { name } year ask { ...term } offer { ...term } imposed { ...term } }
    } } } fragment term on Term { stated value unit text proposal { name } ${why} }`,
  },
  'legislation with its provisions, stages and challenges': {
    budget: 16,
    query: `query ($first: Int) { laws(first: $first, orderBy: { field: DATE, direction: DESC }) { nodes {
      name number notStated { attribute evidence { nodes { paragraph } } } stages { stage date ${date} ${why} }
      provisions { effect condition affects { name } ${why} }
      challenges(first: $first) { edges {
        relationship { ${why} } node { name grounds parties { side actor { name } } }
      } }
      introducedBy(first: $first) { nodes { name } } enactedBy(first: $first) { nodes { name } }
      deadlines(first: $first) { nodes { name start ${date} } }
      positions(first: $first) { edges { node { name } relationship { position } } }
    } } }`,
  },
  'issues with who stands where, and what narrower ones there are': {
    budget: 7,
    query: `query ($first: Int, $day: Date) { issues(first: $first) { nodes {
      name broader { name broader { name } } narrower(first: $first) { nodes { name } }
      positions(first: $first, asOf: $day) { totalCount edges {
        certainty node { name } relationship { position note ${why} }
      } }
      claims(first: $first) { totalCount nodes { proposition } }
    } } }`,
    variables: [{ day: '2015-05-12' }],
  },
  'disputes with what passes a filter, of what they are related to, and of what that is': {
    budget: 7,
    query: `query ($first: Int) { disputes(first: $first) { nodes { name
      events(first: $first, filter: { not: { name: { is: "x" } } }) { totalCount undatedCount nodes { name
        participants(first: $first, filter: { name: { contains: "a" } }) { totalCount nodes { name } } } }
      relationships(first: $first, filter: { or: [{ undated: ONLY }, { text: "sick" }] }) { totalCount nodes { type } }
    } } }`,
  },
};

interface Cost {
  /** What a service that has read nothing yet sends. */
  readonly statements: readonly string[];
  /** What it sends when it is asked the same again. */
  readonly again: readonly string[];
  /** How long the answer is. */
  readonly size: number;
}

/** What a query costs. */
async function cost(query: string, variables: Readonly<Record<string, unknown>>): Promise<Cost> {
  const log = (line: string, error: unknown): void => console.error(line, error);
  // A hundred rows at every level is more than anybody may ask for: it is about what one row more takes.
  // In one turn, however slow the machine: what is read in another turn takes another statement.
  const settings = { maxCost: 1_000_000_000, maxCostInFlight: 1_000_000_000, maxTurn: 60_000 };
  const service = await startService(database, { host: 'localhost', port: 0, log, settings });
  try {
    const first = await askOnce(service, query, variables);
    const second = await askOnce(service, query, variables);
    expect(second.text).toBe(first.text);
    return { statements: first.statements, again: second.statements, size: first.text.length };
  } finally {
    await service.stop();
  }
}

async function askOnce(service: Service, query: string, variables: Readonly<Record<string, unknown>>) {
  await sent();
  const response = await fetch(service.url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query, variables }),
  });
  const text = await response.text();
  expect(JSON.parse(text)).not.toHaveProperty('errors');
  return { text, statements: await sent() };
}

/**
 * Statements are answered apart, so that what one level asks for may arrive in two batches instead of one:
 * how many more statements that comes to is a matter of the levels, and not of the rows either.
 */
const splits = 7;

test.each(Object.entries(questions))('%s', async (_, { query, budget, enough = 2, variables = [{}] }) => {
  const costs: number[] = [];
  for (const of of variables) {
    const few = await cost(query, { ...of, first: enough });
    const many = await cost(query, { ...of, first: 100 });
    costs.push(many.statements.length);
    expect(many.statements.length, many.statements.join('\n')).toBeLessThanOrEqual(budget + splits);
    expect(many.again).toEqual([]);
    if (!query.includes('$first')) continue;
    expect(many.size).toBeGreaterThan(few.size);
    const more = many.statements.length - few.statements.length;
    expect(more, `${few.statements.join('\n')}\n\n${many.statements.join('\n')}`).toBeLessThanOrEqual(splits);
  }
  // A budget that is never used up would not notice what it is there for; on a busy machine, more goes into one batch.
  expect(Math.max(...costs)).toBeGreaterThanOrEqual(budget / 2);
});

test.each([
  ['entities(SIZE)', 1],
  ['entities(orderBy: { field: NAME }, SIZE)', 1],
  ['relationships(SIZE)', 1],
  ['evidence(SIZE)', 1],
  ['timeline(of: "psac", SIZE)', 1],
  // Its words are read first.
  ['search(query: "sick leave or talks", SIZE)', 2],
])('a page of %s is one statement from the end, as it is from the beginning', async (field, most) => {
  for (const size of ['first: 3', 'last: 3']) {
    const query = `{ ${field.replace('SIZE', size)} { edges { cursor } pageInfo { hasNextPage hasPreviousPage } } }`;
    const { statements } = await cost(query, {});
    expect(statements.length, statements.join('\n')).toBeLessThanOrEqual(most);
    expect(statements.length).toBeGreaterThan(0);
  }
});

test('there are eleven of them', () => {
  expect(Object.keys(questions)).toHaveLength(11);
});
