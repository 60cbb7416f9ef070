/** How a source gives what it gives: firmly or about, quoted or told, by itself or within another's words. */
import { beforeAll, expect, test } from 'vitest';
import { type Ask, serveSeeds } from './seeded.ts';

const news = (...paragraphs: number[]) => paragraphs.map((number) => `{at: news/${number}, cues: [x]}`).join(', ');
const library = '[{external: The library}]';

const records = `
- id: news
  kind: ARTICLE
  names: {en: {preferred: The news}}
  summary: An article.
  file: news.txt
  sha256: ${'0'.repeat(64)}
  paragraphs: [${Array.from({ length: 6 }, () => `{role: BODY, sha256: ${'0'.repeat(64)}}`).join(', ')}]
  evidence: ${library}
- {id: league, kind: UNION, names: {en: {preferred: League}}, summary: A union., evidence: ${library}}
- {id: ann, kind: PERSON, names: {en: {preferred: Ann}}, summary: A person., evidence: ${library}}
- {id: wages, kind: ISSUE, names: {en: {preferred: Wages}}, summary: An issue., evidence: ${library}}
- id: spokesperson
  kind: OFFICE
  type: SPOKESPERSON
  names: {en: {preferred: Spokesperson}}
  summary: Nobody says who it is.
  singleSeat: false
  evidence: ${library}
  relationships:
    - {MAKES: [told, quoted], evidence: ${library}}
    - {ASSERTS: [rise, cost], evidence: ${library}}
- subject: ann
  MAKES: both
  evidence: ${library}
- subject: ann
  MAKES: admitted
  accordingTo: league
  evidence: ${library}
- id: walk-out
  kind: EVENT
  type: WALK_AWAY
  names: {en: {preferred: Walk-out}}
  summary: They left, says the league.
  accordingTo: league
  evidence: ${library}
- id: told
  kind: STATEMENT
  names: {en: {preferred: Told}}
  summary: Told.
  evidence: [{at: news/1, cues: [x], quotation: TOLD}]
- id: quoted
  kind: STATEMENT
  names: {en: {preferred: Quoted}}
  summary: Quoted.
  medium: EMAIL
  evidence: [{at: news/1, cues: [x], quotation: QUOTED}, {at: news/2, cues: [x], for: [medium]}]
- id: both
  kind: STATEMENT
  names: {en: {preferred: Both}}
  summary: Both.
  evidence: [{at: news/2, cues: [x], quotation: QUOTED}, {at: news/3, cues: [x], quotation: QUOTED}, {at: news/4, cues: [x], quotation: TOLD}]
- id: admitted
  kind: STATEMENT
  names: {en: {preferred: Admitted}}
  summary: Admitted.
  evidence: [{at: news/5, cues: [x], quotation: QUOTED}]
  relationships:
    - {ASSERTS: rise, evidence: [${news(5)}]}
- {id: rise, kind: CLAIM, type: FIGURE, names: {en: {preferred: Rise}}, summary: x, value: 2/3, unit: SHARE, evidence: ${library}}
- {id: cost, kind: CLAIM, type: FIGURE, names: {en: {preferred: Cost}}, summary: x, value: 100, unit: CAD, approximation: ALMOST, evidence: ${library}}
- {id: days, kind: CLAIM, type: FIGURE, names: {en: {preferred: Days}}, summary: x, low: 3, high: 5, unit: DAYS, evidence: ${library}}
- {id: unit, kind: BARGAINING_UNIT, names: {en: {preferred: Unit}}, summary: x, size: 900, sizeApproximation: MORE_THAN, evidence: ${library}}
- id: offer
  kind: PROPOSAL
  names: {en: {preferred: Offer}}
  summary: x
  evidence: [${news(6)}]
  terms:
    - {issue: wages, value: 3, unit: PERCENT, approximation: ABOUT, key: t1, text: about three, evidence: ${library}}
    - {issue: wages, value: 1/3, unit: SHARE, key: t2, text: a third, evidence: ${library}}
    - {issue: wages, value: not stated, key: t3, text: more, evidence: ${library}}
    - {issue: wages, key: t4, text: kept as they are, evidence: ${library}}
`.replace('ABOUT', 'APPROXIMATE');

let ask: Ask;
beforeAll(async () => {
  const served = await serveSeeds(records);
  ask = served.ask;
  return served.close;
});

test('numbers, with what bounds them', async () => {
  expect(
    await ask(`{
      claims { nodes { id figure { value fraction low high unit approximation } } }
      bargainingUnits { nodes { size sizeApproximation } }
      proposal(id: "offer") { terms { stated value fraction unit approximation } }
    }`),
  ).toEqual({
    claims: {
      nodes: [
        {
          id: 'cost',
          figure: { value: 100, fraction: null, low: null, high: 100, unit: 'CAD', approximation: 'ALMOST' },
        },
        { id: 'days', figure: { value: null, fraction: null, low: 3, high: 5, unit: 'DAYS', approximation: null } },
        {
          id: 'rise',
          figure: { value: 2 / 3, fraction: '2/3', low: 2 / 3, high: 2 / 3, unit: 'SHARE', approximation: null },
        },
      ],
    },
    bargainingUnits: { nodes: [{ size: 900, sizeApproximation: 'MORE_THAN' }] },
    proposal: {
      terms: [
        { stated: 'STATED', value: 3, fraction: null, unit: 'PERCENT', approximation: 'APPROXIMATE' },
        { stated: 'STATED', value: 1 / 3, fraction: '1/3', unit: 'SHARE', approximation: null },
        { stated: 'NOT_STATED', value: null, fraction: null, unit: null, approximation: null },
        { stated: 'NO_FIGURE', value: null, fraction: null, unit: null, approximation: null },
      ],
    },
  });
});

test('what is measured is bounded no more than the source bounds it', async () => {
  const measured = 'buckets { measured { stated notStated none sum { min max } } }';
  const of = (kind: string, measure: string) =>
    `statistics(filter: { kinds: [${kind}] }, measure: ${measure}) { ${measured} }`;
  expect(
    await ask(`{
      size: ${of('BARGAINING_UNIT', '{ of: UNIT_SIZE }')}
      cost: ${of('CLAIM', '{ of: FIGURE, unit: CAD }')}
      days: ${of('CLAIM', '{ of: FIGURE, unit: DAYS }')}
      terms: ${of('PROPOSAL', '{ of: TERM_VALUE, unit: PERCENT }')}
    }`),
  ).toMatchObject({
    size: { buckets: [{ measured: { stated: 1, sum: { min: 900, max: null } } }] },
    cost: { buckets: [{ measured: { stated: 1, sum: { min: null, max: 100 } } }] },
    days: { buckets: [{ measured: { stated: 1, sum: { min: 3, max: 5 } } }] },
    terms: { buckets: [{ measured: { stated: 1, notStated: 1, none: 1, sum: { min: null, max: null } } }] },
  });
});

test('the type of a statement follows from its paragraphs', async () => {
  expect(
    await ask('{ statements { nodes { id type evidence { nodes { paragraph attribute quotation } } } } }'),
  ).toMatchObject({
    statements: {
      nodes: [
        { id: 'admitted', type: 'DIRECT_QUOTATION' },
        {
          id: 'both',
          type: 'MIXED',
          evidence: {
            nodes: [
              { paragraph: 2, quotation: 'QUOTED' },
              { paragraph: 3, quotation: 'QUOTED' },
              { paragraph: 4, quotation: 'TOLD' },
            ],
          },
        },
        {
          id: 'quoted',
          type: 'DIRECT_QUOTATION',
          evidence: {
            nodes: [
              { paragraph: 1, quotation: 'QUOTED' },
              { paragraph: 2, attribute: 'medium', quotation: null },
            ],
          },
        },
        { id: 'told', type: 'PARAPHRASE' },
      ],
    },
  });
});

const counted = 'total buckets { count keys { key state } }';

test('quotations are counted by paragraph and speaker, and hearsay apart', async () => {
  const of = 'filter: { kinds: [STATEMENT] }';
  const found = await ask<
    Record<string, { total: number; buckets: { count: number; keys: { key: string | null; state: string }[] }[] }>
  >(`{
    paragraphs: statistics(${of}, count: PARAGRAPHS, by: [SPEAKER, QUOTATION]) { ${counted} }
    statements: statistics(${of}, by: [SPEAKER]) { ${counted} }
  }`);
  const said = (name: string) =>
    (found[name]?.buckets ?? [])
      .map(({ count, keys }) => [...keys.map(({ key, state }) => key ?? state), count].join(' '))
      .sort();
  expect(said('paragraphs')).toEqual([
    'HEARSAY QUOTED 1',
    'ann QUOTED 2',
    'ann TOLD 1',
    'spokesperson QUOTED 1',
    'spokesperson TOLD 1',
  ]);
  expect(found['paragraphs']?.total).toBe(5);
  expect(said('statements')).toEqual(['HEARSAY 1', 'ann 1', 'spokesperson 2']);
});

test('paragraphs cannot be measured', async () => {
  const query = '{ statistics(count: PARAGRAPHS, measure: { of: UNIT_SIZE }) { total } }';
  await expect(ask(query)).rejects.toThrow(/paragraphs measure nothing/);
});

test('hearsay says within whose words it reaches us, and is none of the speaker’s own', async () => {
  expect(
    await ask(`{
      statement(id: "admitted") { speaker { id } accordingTo { id } }
      other: statement(id: "both") { accordingTo { id } }
      claim(id: "rise") { assertedBy { actor { id } sayings { statement { id } accordingTo { id } } } }
      statements(filter: { speaker: "ann" }) { totalCount nodes { id } }
    }`),
  ).toEqual({
    statement: { speaker: { id: 'ann' }, accordingTo: { id: 'league' } },
    other: { accordingTo: null },
    claim: {
      assertedBy: [
        { actor: { id: 'ann' }, sayings: [{ statement: { id: 'admitted' }, accordingTo: { id: 'league' } }] },
        { actor: { id: 'spokesperson' }, sayings: [{ statement: null, accordingTo: null }] },
      ],
    },
    statements: { totalCount: 1, nodes: [{ id: 'both' }] },
  });
});

test('an office speaks, whoever holds it', async () => {
  expect(await ask('{ office(id: "spokesperson") { statements { nodes { id } } claims { nodes { id } } } }')).toEqual({
    office: {
      statements: { nodes: [{ id: 'quoted' }, { id: 'told' }] },
      claims: { nodes: [{ id: 'cost' }, { id: 'rise' }] },
    },
  });
});

test('an event that one party alone tells of says so', async () => {
  expect(await ask('{ event(id: "walk-out") { accordingTo { id } } }')).toEqual({
    event: { accordingTo: { id: 'league' } },
  });
});
