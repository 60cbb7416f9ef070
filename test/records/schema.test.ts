/** The JSON Schema of the seed files: a library that is not ours and the seed reader say the same of a record. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parse, stringify } from 'yaml';
import { formatPage } from '../../src/records/page.ts';
import { formatSchema, seedFile } from '../../src/records/seedFile.ts';
import { readEntity } from '../../src/records/validation/entity.ts';
import type { Context } from '../../src/records/validation/fields.ts';
import type { Register } from '../../src/records/validation/register.ts';
import { readRelationships, readRelationshipsOf } from '../../src/records/validation/relationship.ts';
import { kindNames, relationshipTypeNames } from '../../src/registry/index.ts';
import { readSource } from '../../src/seeding/read.ts';
import { type Data, entityOf, idOf, relationshipOf } from './generate.ts';
import { refusals } from './refusals.ts';

const root = new URL('../..', import.meta.url).pathname;
const read = (path: string): string => readFileSync(join(root, path), 'utf8');

/** An entity of each kind, twice, for records to point at. */
const register: Register = new Map(
  kindNames.flatMap((kind) =>
    ['', 'other-'].map((prefix) => {
      const place = { file: 'a.yaml', line: 1, column: 1 };
      return [`${prefix}${idOf(kind)}`, { place, kind, paragraphs: kind === 'ARTICLE' ? 3 : 0 }] as const;
    }),
  ),
);

/** What the seed reader says against the records, each by itself. */
function mistakes(yaml: string): string[] {
  const { records, problems } = readSource('b.yaml', yaml);
  const found = problems.map(({ message }) => message);
  const context: Context = {
    report: (_, message) => void found.push(message),
    register,
    cite: () => {},
    expect: () => {},
  };
  for (const node of records) {
    if (node.type === 'mapping' && node.entries.has('subject')) readRelationships(node, undefined, context);
    else {
      readEntity(node, context);
      readRelationshipsOf(node, context);
    }
  }
  return found;
}

const files = readdirSync(join(root, 'seeds'), { recursive: true, encoding: 'utf8' }).filter((path) =>
  path.endsWith('.yaml'),
);

describe('the files of the facts', () => {
  test.each(files)('%s is as the schema says, and names it for editors', (path) => {
    const yaml = read(join('seeds', path));
    expect(refusals(parse(yaml))).toEqual([]);
    expect(seedFile.safeParse(parse(yaml)).error?.issues ?? []).toEqual([]);
    expect(yaml.split('\n')[0]).toBe('# yaml-language-server: $schema=../schema.json');
  });

  test('there are some', () => expect(files.length).toBeGreaterThan(10));
});

describe('what is written from the registry has not aged', () => {
  test('seeds/schema.json; else: npm run schema', () => {
    expect(read('seeds/schema.json')).toBe(formatSchema());
  });

  test('docs/seed-format.md; else: npm run schema', () => {
    expect(read('docs/seed-format.md')).toBe(formatPage());
  });
});

describe('records at random are right by the schema and by the seed reader', () => {
  const expectRight = (record: Data) => {
    const yaml = stringify([record], { aliasDuplicateObjects: false });
    expect(mistakes(yaml), yaml).toEqual([]);
    expect(refusals([record]), yaml).toEqual([]);
    expect(seedFile.safeParse([record]).success, yaml).toBe(true);
  };

  test.each(kindNames)('%s', (kind) => {
    fc.assert(fc.property(entityOf(kind), expectRight), { numRuns: 40 });
  });

  test.each(relationshipTypeNames)('%s', (type) => {
    fc.assert(fc.property(relationshipOf(type), expectRight), { numRuns: 20 });
  });
});

/** A record without a mistake, to which a case adds one. */
const entity = (kind: string, ...more: string[]) =>
  [
    `- id: new`,
    `  kind: ${kind}`,
    '  names: {en: {preferred: New}}',
    '  summary: New.',
    '  evidence: [{external: The library}]',
  ]
    .concat(more.map((line) => `  ${line}`))
    .join('\n');
const relation = (...lines: string[]) =>
  ['- subject: some-person', '  evidence: [{external: The library}]', ...lines.map((line) => `  ${line}`)].join('\n');
const article = `some-article/1, cues: [x]`;

const wrong: Readonly<Record<string, string>> = {
  'a record that is none': '- new',
  'an unknown kind': entity('UNON'),
  'no kind': entity('ISSUE').replace('  kind: ISSUE\n', ''),
  'an id that is none': entity('ISSUE').replace('id: new', 'id: New_One'),
  'an id that is too long': entity('ISSUE').replace('id: new', `id: ${'n'.repeat(81)}`),
  'an unknown attribute': entity('ISSUE', 'sumary: x'),
  'an attribute of another kind': entity('ISSUE', 'singleSeat: true'),
  'an attribute that must be there': entity('OFFICE'),
  'a required attribute left open': entity('OFFICE', 'singleSeat: not stated'),
  'an unknown type': entity('GOVERNMENT', 'type: MUNICIPAL'),
  'an unknown status': entity('DISPUTE', 'status: SETLED'),
  'a status where there is none': entity('PERSON', 'status: OPEN'),
  'the type of a statement': entity('STATEMENT', 'type: MIXED'),
  'an unknown word of an enumeration': entity('STATEMENT', 'medium: FAX'),
  'a wrong number': entity('BARGAINING_UNIT', 'size: "22,000"'),
  'a number below none': entity('BARGAINING_UNIT', 'size: -1'),
  'a number that is not whole': entity('BARGAINING_UNIT', 'size: 1.5'),
  'a number that no column holds': entity('BARGAINING_UNIT', 'size: 2147483648'),
  'a decimal that no column holds': entity('CLAIM', 'value: 1000000000000', 'unit: CAD'),
  'a share above all': entity('BARGAINING_UNIT', 'essentialShare: 101'),
  'a fraction that is none': entity('BARGAINING_UNIT', 'essentialShare: 2/0'),
  'a number for a text': entity('LEGISLATION', 'number: 45'),
  'nothing for a text': entity('LEGISLATION', 'number:'),
  'a text for a list': entity('BARGAINING_UNIT', 'occupations: nurses'),
  'a time that is none': entity('EVENT', 'timeOfDay: "24:00"'),
  'a code that is none': entity('JURISDICTION', 'code: Alberta'),
  'a white name': entity('ISSUE').replace('preferred: New', 'preferred: "  \\t"'),
  'a white name in Unicode': entity('ISSUE').replace('preferred: New', 'preferred: "\\u00a0\\u3000"'),
  'a name that is too long': entity('ISSUE').replace('preferred: New', `preferred: ${'n'.repeat(301)}`),
  'a name that stands twice': entity('ISSUE').replace('preferred: New', 'preferred: New, alias: [A, A]'),
  'no preferred name': entity('ISSUE').replace('preferred: New', 'alias: [New]'),
  'a language that is none': entity('ISSUE').replace(
    '{en: {preferred: New}}',
    '{en: {preferred: New}, de: {preferred: Neu}}',
  ),
  'a control character': entity('ISSUE').replace('summary: New.', 'summary: "a\\x07b"'),
  'half a character': entity('ISSUE').replace('summary: New.', 'summary: "a\\ud800"'),
  'no evidence': entity('ISSUE').replace('  evidence: [{external: The library}]', ''),
  'an empty list of evidence': entity('ISSUE').replace('[{external: The library}]', '[]'),
  'a date that is none': entity('DISPUTE', 'start: 2015-13'),
  'a day that is not in the calendar': entity('DISPUTE', 'start: 2015-02-29'),
  'a date in words': entity('DISPUTE', 'start: May 2015'),
  'a season': entity('DISPUTE', 'start: 2015-21'),
  'an open range without ends': entity('DISPUTE', 'start: "[..]"'),
  'a year that is too long': entity('DISPUTE', 'start: 20155'),
  'a date that does not say how it is known': entity('DISPUTE', 'start: {date: 2015}'),
  'a date that is known in two ways': entity('DISPUTE', 'start: {date: 2015, rule: x, external: y}'),
  'an unknown register': entity('PERSON', 'identifiers: {WIKIDTA: {value: Q1, external: x, url: "https://x.org"}}'),
  'an identifier that is none': entity(
    'PERSON',
    'identifiers: {WIKIDATA: {value: C-59, external: x, url: "https://x.org"}}',
  ),
  'an identifier without a source': entity('PERSON', 'identifiers: {WIKIDATA: {value: Q1}}'),
  'an address that is none': entity(
    'ARTICLE',
    'address: example.org',
    'file: x',
    `sha256: ${'a'.repeat(64)}`,
    `paragraphs: [{role: BODY, sha256: ${'a'.repeat(64)}}]`,
  ),
  'an article without paragraphs': entity('ARTICLE', 'file: x', `sha256: ${'a'.repeat(64)}`),
  'a SHA-256 that is none': entity(
    'ARTICLE',
    'file: x',
    'sha256: abc',
    `paragraphs: [{role: BODY, sha256: ${'a'.repeat(64)}}]`,
  ),
  'an unknown role of a paragraph': entity(
    'ARTICLE',
    'file: x',
    `sha256: ${'a'.repeat(64)}`,
    `paragraphs: [{role: TEXT, sha256: ${'a'.repeat(64)}}]`,
  ),
  'parts of another kind': entity('ISSUE', 'terms: []'),
  'a term without an issue': entity('PROPOSAL', 'terms: [{text: x, evidence: [{external: x}]}]'),
  'more years than an agreement has': entity(
    'PROPOSAL',
    'terms: [{issue: some-issue, year: 101, text: x, evidence: [{external: x}]}]',
  ),
  'an unknown stage': entity('LEGISLATION', 'stages: [{stage: PASSD, evidence: [{external: x}]}]'),
  'notStated of what cannot be': entity('LEGAL_CHALLENGE', 'notStated: [curt]'),
  'evidence of no sort': entity('ISSUE').replace('{external: The library}', '{cues: [x]}'),
  'evidence of both sorts': entity('ISSUE').replace('{external: The library}', `{at: ${article}, external: x}`),
  'evidence without cues': entity('ISSUE').replace('{external: The library}', '{at: some-article/1}'),
  'a cue that is a number': entity('ISSUE').replace('{external: The library}', '{at: some-article/1, cues: [22000]}'),
  'a passage that is none': entity('ISSUE').replace('{external: The library}', '{at: some-article, cues: [x]}'),
  'evidence for what no such record has': entity('ISSUE').replace('The library}', 'The library, for: [status]}'),
  'a quotation of what nobody said': entity('ISSUE').replace(
    '{external: The library}',
    `{at: ${article}, quotation: TOLD}`,
  ),
  'a statement of which a paragraph is not quoted': entity('STATEMENT').replace(
    '{external: The library}',
    `{at: ${article}}`,
  ),
  'an unknown relationship type': relation('HOLD: other-some-office'),
  'no relationship type': relation('acting: true'),
  'two relationship types': relation('HOLDS: other-some-office', 'LEADS_TO: other-some-event'),
  'an object that is no id': relation('HOLDS: Some Office'),
  'no object': relation('HOLDS: []'),
  'a qualifier of another type': relation('MEMBER_OF: other-some-union', 'acting: true'),
  'a qualifier that is missing': relation('PARTY_TO: other-some-dispute'),
  'an unknown word of a qualifier': relation('TAKES_POSITION: other-some-issue', 'position: FOR'),
  'a place that is none': relation('PURSUES: other-some-issue', 'ordinal: 0'),
  'a qualifier that is neither true nor false': relation('HOLDS: other-some-office', 'acting: perhaps'),
  'validity where there is none': relation('INTRODUCES: other-some-legislation', 'from: 2015'),
  'asOf beside from': relation('HOLDS: other-some-office', 'asOf: 1999', 'from: 1998'),
  'an asOf that is none': relation('HOLDS: other-some-office', 'asOf: 1999/x'),
  'a relationship without evidence': '- subject: some-person\n  HOLDS: other-some-office',
  'a relationship under its subject that names one': entity(
    'PERSON',
    'relationships: [{subject: some-person, HOLDS: other-some-office, evidence: [{external: x}]}]',
  ),
  'a relationship under its subject that is mistaken': entity(
    'PERSON',
    'relationships: [{HOLDS: other-some-office}]',
  ).replace('id: new', 'id: some-person'),
};

describe('a record that is wrong is refused by the schema and by the seed reader', () => {
  test.each(Object.entries(wrong))('%s', (_, yaml) => {
    const [bySchema, byReader] = [refusals(parse(yaml)), mistakes(yaml)];
    expect(
      { bySchema: bySchema.length > 0, byReader: byReader.length > 0 },
      [...bySchema, ...byReader].join('\n'),
    ).toEqual({
      bySchema: true,
      byReader: true,
    });
    expect(seedFile.safeParse(parse(yaml)).success).toBe(false);
  });
});
