/** The score is taken by its rules, and what the reader reached is kept. */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it, test } from 'vitest';
import { z } from 'zod';
import { rules } from '../../src/reading/rules.ts';
import { measureRules } from './measureRules.ts';
import { madeUp, otherScore, read, sourceArticles } from './reports.ts';
import { compare, type Facts, type LayerName, layerNames, type Pair, scoreOf } from './score.ts';

const folder = mkdtempSync(join(tmpdir(), 'score-'));
afterAll(() => rmSync(folder, { recursive: true }));

const tune = madeUp('tune').map(read);
const all = [...tune, ...madeUp('report').map(read), ...sourceArticles().map(read)];

/** What is kept of what was reached, as [precision, recall]: two hundredths less. */
const kept: Readonly<Record<LayerName, readonly [number, number]>> = {
  roles: [0.98, 0.98],
  mentions: [0.966, 0.964],
  offices: [0.946, 0.883],
  statements: [0.957, 0.909],
  'statements with type': [0.882, 0.838],
  dates: [0.957, 0.957],
  figures: [0.976, 0.939],
  events: [0.891, 0.84],
};

test('there are twenty reports to tune on and ten to report on, and all lines of each have a role', () => {
  expect([madeUp('tune').length, madeUp('report').length]).toEqual([20, 10]);
  for (const { name, gold, reading } of all)
    expect([name, gold.roles.map(({ p }) => p)]).toEqual([
      name,
      reading.article.paragraphs.map(({ number }) => number),
    ]);
});

describe('what was reached on the reports to tune on is kept', () => {
  const { layers } = scoreOf(tune);
  it.each(layers.map((one) => [one.layer, one] as const))('%s', (layer, { precision, recall }) => {
    expect(precision).toBeGreaterThanOrEqual(kept[layer][0]);
    expect(recall).toBeGreaterThanOrEqual(kept[layer][1]);
  });
});

const nothing: Facts = {
  entities: [],
  roles: [],
  mentions: [],
  offices: [],
  statements: [],
  dates: [],
  figures: [],
  events: [],
};
const people: Facts['entities'] = [
  { key: 'league', names: ['Harbour Nurses’ League', 'HNL'] },
  { key: 'ruiz', names: ['Ana Ruiz', 'Ruiz'] },
  { key: 'other-ruiz', names: ['Bea Ruiz'] },
];
/** The same under keys of the reader's own. */
const found: Facts['entities'] = [
  { key: 'a', names: ['the hnl'] },
  { key: 'b', names: ['Ruiz', 'Ana  Ruiz'] },
  { key: 'c', names: ['Bea Ruiz', 'Ruiz'] },
  { key: 'd', names: ['Somebody Else'] },
];

/** How many of the items that were read are right, of one layer. */
function rightOf(layer: LayerName, gold: Partial<Facts>, proposed: Partial<Facts>): number {
  const pair = {
    name: '',
    gold: { ...nothing, entities: people, ...gold },
    proposed: { ...nothing, entities: found, ...proposed },
  };
  return compare(pair)[layer].right.size;
}

describe('an item is right', () => {
  it('if its entity has a name of the gold’s, the longest first', () => {
    const gold = [{ p: 1, text: 'Ruiz', entity: 'ruiz' }];
    expect(rightOf('mentions', { mentions: gold }, { mentions: [{ p: 1, text: 'Ruiz', entity: 'b' }] })).toBe(1);
    expect(rightOf('mentions', { mentions: gold }, { mentions: [{ p: 1, text: 'Ruiz', entity: 'c' }] })).toBe(0);
    expect(rightOf('mentions', { mentions: gold }, { mentions: [{ p: 1, text: 'Ruiz', entity: 'd' }] })).toBe(0);
    expect(rightOf('mentions', { mentions: gold }, { mentions: [{ p: 2, text: 'Ruiz', entity: 'b' }] })).toBe(0);
  });

  it('once, however often it was read', () => {
    const gold = [{ p: 1, text: 'May', edtf: '2019-05' }];
    const twice = [...gold, { p: 1, text: 'last month', edtf: '2019-05' }];
    expect(rightOf('dates', { dates: gold }, { dates: twice })).toBe(1);
    expect(rightOf('dates', { dates: twice }, { dates: gold })).toBe(1);
  });

  it('if half of a title’s words are there', () => {
    const title = (one: string, person = 'ruiz', of = 'league') => ({ offices: [{ p: 1, person, title: one, of }] });
    const gold = title('vice-president of finance');
    expect(rightOf('offices', gold, title('Vice President', 'b', 'a'))).toBe(1);
    expect(rightOf('offices', gold, title('president', 'b', 'a'))).toBe(0);
    expect(rightOf('offices', gold, title('vice-president of finance', 'c', 'a'))).toBe(0);
  });

  it('if the speaker is the same, or nobody’s name and of the same organization; the type counts apart', () => {
    const said = (speaker: string, of?: string, type = 'MIXED') => ({ statements: [{ p: 1, speaker, of, type }] });
    const gold = said('unnamed-spokesperson', 'league');
    expect(rightOf('statements', gold, said('unnamed-official', 'a', 'PARAPHRASE'))).toBe(1);
    expect(rightOf('statements with type', gold, said('unnamed-official', 'a', 'PARAPHRASE'))).toBe(0);
    expect(rightOf('statements', gold, said('unnamed-spokesperson', 'b'))).toBe(0);
    expect(rightOf('statements', said('ruiz'), said('b'))).toBe(1);
  });

  it('if value and unit are the same', () => {
    const figure = (value: number, unit: string) => ({ figures: [{ p: 1, text: '', value, unit }] });
    expect(rightOf('figures', figure(2, 'YEARS'), figure(2, 'YEARS'))).toBe(1);
    expect(rightOf('figures', figure(2, 'YEARS'), figure(2, 'DAYS'))).toBe(0);
  });

  it('if one of an event’s parties is, where the gold has any', () => {
    const event = (...parties: string[]) => ({ events: [{ p: 1, type: 'TALKS', parties }] });
    expect(rightOf('events', event('league', 'ruiz'), event('d', 'a'))).toBe(1);
    expect(rightOf('events', event('league'), event('b'))).toBe(0);
    expect(rightOf('events', event('league'), event())).toBe(0);
    expect(rightOf('events', event(), event('b'))).toBe(1);
  });
});

test('what is missed and what is wrong is told, and shares of nothing are none', () => {
  const [one, other] = [
    { p: 1, text: 'May', edtf: '2019-05' },
    { p: 2, text: 'June', edtf: '2019-06' },
  ];
  const { layers, differences } = scoreOf([
    { name: 'a report', gold: { ...nothing, dates: [one] }, proposed: { ...nothing, dates: [other] } },
  ]);
  expect(differences).toEqual([
    { name: 'a report', layer: 'dates', is: 'missed', item: one },
    { name: 'a report', layer: 'dates', is: 'wrong', item: other },
  ]);
  const dates = layers.find(({ layer }) => layer === 'dates');
  expect(dates).toMatchObject({ gold: 1, proposed: 1, right: 0, precision: 0, recall: 0 });
  expect(layers.find(({ layer }) => layer === 'events')?.precision).toBeNaN();
});

const share = z.number().nullable();
const rows = z.array(
  z.object({
    layer: z.enum(layerNames),
    gold: z.number(),
    proposed: z.number(),
    right: z.number(),
    precision: share,
    recall: share,
    f1: share,
  }),
);

/** The same by the other program, which knows no "not a number" in its JSON. */
function otherwise(pairs: readonly Pair[]): unknown {
  const files = pairs.flatMap(({ name, gold, proposed }) => {
    const [one, other] = [join(folder, `${name}.gold.json`), join(folder, `${name}.json`)];
    writeFileSync(one, JSON.stringify(gold));
    writeFileSync(other, JSON.stringify(proposed));
    return [one, other];
  });
  return rows.parse(JSON.parse(execFileSync(process.execPath, [otherScore, ...files, '--json'], { encoding: 'utf8' })));
}

test.runIf(existsSync(otherScore))('the other program that takes the score gives the same figures', () => {
  const turned = all.map(({ name, gold, proposed }) => ({ name: `${name}-turned`, gold: proposed, proposed: gold }));
  for (const pairs of [all, turned, ...all.map((one) => [one])])
    expect(JSON.parse(JSON.stringify(scoreOf(pairs).layers))).toEqual(otherwise(pairs));
});

describe('the tables of rules', () => {
  const measured = measureRules(tune);

  it('have each rule that found something', () => {
    const used = all.flatMap(({ reading: { entities, mentions, offices, statements, dates, figures, events } }) =>
      [entities, mentions, offices, statements, dates, figures, events].flatMap((items) =>
        items.map(({ rule }) => rule),
      ),
    );
    expect([...new Set(used)].filter((rule) => rules[rule] === undefined)).toEqual([]);
  });

  it('state how often each is right, but for one find or five hundredths', () => {
    const off = measured.filter(({ found, stated = 0, honest = 0 }) => {
      const by = Math.abs(stated - honest);
      return by > 0.051 && by * found > 1.1;
    });
    expect(off.map(({ rule, stated, honest }) => ({ rule, stated, honest }))).toEqual([]);
    // What was hardly ever seen cannot be sure.
    expect(measured.filter(({ found, stated = 0 }) => found < 4 && stated > 0.9)).toEqual([]);
  });
});
