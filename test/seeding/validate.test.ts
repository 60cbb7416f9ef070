/** The seeds as a whole: what is sound, what is left open, and all mistakes at once, in order. */
import { expect, test } from 'vitest';
import { formatProblem } from '../../src/records/validation/problem.ts';
import { check } from '../../src/seeding/seed.ts';
import { articleText, base, folderOf } from './fixture.ts';
import { entity, mistakesOf, relation } from './mistakes.ts';

/** The same with a passage that leaves attributes open. */
const leftOpen = (yaml: string, ...attributes: string[]) =>
  yaml.replace('The library}', `The library}, {at: news-1/2, cues: [Talks], for: [${attributes.join(', ')}]}`);

test('the sound seeds have no mistake', async () => {
  const challenge = entity('LEGAL_CHALLENGE', 'notStated: [court]', 'grounds: not stated');
  expect(await mistakesOf(leftOpen(challenge, 'court', 'grounds'))).toEqual([]);
  expect(await mistakesOf('# Nothing but a comment.\n')).toEqual([]);
});

test('what an article leaves open may be worked out, or known from elsewhere', async () => {
  const open = ['notStated: [start, title]', 'start: {date: "[..2014]", rule: by then}', 'title: The act'];
  const law = leftOpen(entity('LEGISLATION', ...open), 'start', 'title');
  const elsewhere = law.replace('{external: The library}', '{external: The library, for: [title]}');
  expect(await mistakesOf(elsewhere)).toEqual([]);
  expect(await mistakesOf(law)).toEqual(['b.yaml:6:22  "title" is not left open: the record states it']);
});

test('that something is left open has a passage which leaves it open', async () => {
  const challenge = entity('LEGAL_CHALLENGE', 'notStated: [court]', 'grounds: not stated');
  const lacks = (key: string) =>
    `"${key}" is not stated: by which passage? Add it to the evidence, "for: [${key}]"; if none speaks of it, leave "${key}" out`;
  expect(await mistakesOf(challenge)).toEqual([`b.yaml:6:3  ${lacks('court')}`, `b.yaml:7:3  ${lacks('grounds')}`]);
  expect(await mistakesOf(leftOpen(challenge, 'grounds'))).toEqual([`b.yaml:6:3  ${lacks('court')}`]);
  const elsewhere = challenge.replace('The library}', 'The library, for: [court, grounds]}');
  expect(await mistakesOf(elsewhere)).toHaveLength(2);
});

test('a syntax mistake is placed, and does not make the ids of its file unknown', async () => {
  const folder = folderOf({
    'a.yaml': base,
    'b.yaml': `${entity('ISSUE')}\n  foo: [\n`,
    'c.yml': relation('dispute', 'CONCERNS: new'),
  });
  const { problems } = await check({ seedsFolder: folder });
  expect(problems.map(formatProblem)).toEqual([expect.stringContaining('b.yaml:7:1  this is not YAML: ')]);
});

test('a file that cannot be read is no reason to miss its facts in a paragraph', async () => {
  const at = base.indexOf('- id: example-union');
  const files = { 'a.yaml': base.slice(0, at), 'b.yaml': `${base.slice(at)}  side: EMPLOYER\n` };
  const { problems } = await check({ seedsFolder: folderOf(files) });
  expect(problems.map(({ message }) => message)).toEqual(['this is not YAML: Map keys must be unique']);
});

test('all mistakes of all files come at once, in order', async () => {
  const folder = folderOf({
    'stories/b.yaml': `${entity('ISSU', 'foo: 1').replace('summary: New.', 'summary: 5')}\n${relation('anne', 'HOLDS: wages')}`,
    'actors/a.yaml': base.replace('PRESIDENT', 'PRESIDANT').replace('side: EMPLOYEE', 'sied: EMPLOYEE'),
  });
  const { problems } = await check({ seedsFolder: folder });
  expect(problems.map(formatProblem)).toEqual([
    'actors/a.yaml:40:9  unknown type of OFFICE "PRESIDANT"; did you mean PRESIDENT?',
    'actors/a.yaml:75:3  PARTY_TO lacks "side"',
    'actors/a.yaml:77:3  PARTY_TO has no "sied"; did you mean side?',
    'stories/b.yaml:2:9  unknown kind "ISSU"; did you mean ISSUE?',
    'stories/b.yaml:4:12  5 is not text; put it in quotes',
    'stories/b.yaml:7:12  unknown id "anne"; did you mean ann?',
  ]);
});

test('mistakes of every sort come in one wave: in a record that is mistaken already, of its figures, cues and order', async () => {
  const records = [
    entity('BARGAINING_UNIT', 'size: 7', 'sumary: x').replace(
      '{external: The library}',
      '{at: news-1/1, cues: [met, nowhere]}',
    ),
    entity('PROPOSAL', 'status: TABLD', 'type: OFFER').replace('new', 'offer'),
    entity('PROPOSAL', 'type: DEMAND', 'status: SUPERSEDED').replace('new', 'ask'),
    relation('offer', 'SUPERSEDES: ask', 'foo: 1'),
    relation('bob', 'HOLDS: president', 'acting: perhaps', 'from: 2015-01-01', 'until: 2015-12-31'),
  ];
  const { problems } = await check({
    seedsFolder: folderOf({ 'a.yaml': base, 'b.yaml': records.join('\n') }),
    articlesFolder: folderOf({ 'news-1.txt': articleText }),
  });
  expect(problems.map(({ message }) => message)).toEqual([
    'size 7 does not stand among the cues of its evidence; add the cue that says it, in digits or in words',
    '"nowhere" does not stand in news-1/1',
    'BARGAINING_UNIT has no "sumary"; did you mean summary?',
    'unknown status of PROPOSAL "TABLD"; did you mean TABLED?',
    'a proposal supersedes one of the same party; offer is of the employer, ask of the union',
    expect.stringContaining('SUPERSEDES has no "foo"'),
    expect.stringContaining('president has a single seat'),
    '"perhaps" is not true or false',
  ]);
});
