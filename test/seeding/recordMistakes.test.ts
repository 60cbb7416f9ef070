/** Mistakes in a record: its keys, words, names, dates and identifiers. */
import { describe, expect, test } from 'vitest';
import { entity, type Mistakes, mistakesOf, relation } from './mistakes.ts';

const cases: Mistakes = {
  'a file that is no list': ['id: new', 'b.yaml:1:1  a seed file is a list of records, each with "- " before it'],
  'a record that is none': ['- new', 'b.yaml:1:3  "new" is not a record (entity)'],
  'an alias': [
    '- &x {a: 1}\n- *x',
    'b.yaml:1:6  the anchor &x is not allowed here; write the value itself',
    'b.yaml:2:3  the alias *x is not allowed here; write the value itself',
  ],
  'a duplicate key': [entity('ISSUE', 'summary: Again.'), 'b.yaml:6:3  this is not YAML: Map keys must be unique'],
  'an unknown key': [entity('ISSUE', 'sumary: x'), 'b.yaml:6:3  ISSUE has no "sumary"; did you mean summary?'],
  'an attribute of another kind': [
    entity('ISSUE', 'singleSeat: true'),
    'b.yaml:6:3  ISSUE has no "singleSeat"; known: id, kind, names, identifiers, summary, notStated, evidence, relationships; what has no attribute is said in the summary (seeds/README.md, "A word that is missing")',
  ],
  'a status where there is none': [
    entity('PERSON', 'status: OPEN'),
    'b.yaml:6:3  PERSON has no "status"; known: id, kind, names, identifiers, summary, notStated, evidence, relationships; what has no attribute is said in the summary (seeds/README.md, "A word that is missing")',
  ],
  'missing keys': [
    '- id: new\n  kind: ISSUE',
    'b.yaml:1:3  ISSUE lacks "names"',
    'b.yaml:1:3  ISSUE lacks "summary"',
    'b.yaml:1:3  ISSUE lacks "evidence"',
  ],
  'no id and no kind': [
    '- names: {en: {alias: [x]}}\n  summary: x\n  evidence: []',
    'b.yaml:1:3  entity lacks "id"',
    'b.yaml:1:3  entity lacks "kind"',
    'b.yaml:1:10  names lack "preferred" in at least one language',
    'b.yaml:3:13  a list is not long enough: it needs at least one item',
  ],
  'an attribute that must be there': [entity('OFFICE'), 'b.yaml:1:3  OFFICE lacks "singleSeat"'],
  'a required attribute left open': [
    entity('OFFICE', 'singleSeat: not stated'),
    'b.yaml:6:15  "not stated" is not true or false',
  ],
  'a malformed id': [
    entity('ISSUE').replace('id: new', 'id: New_One'),
    'b.yaml:1:7  "New_One" is not an id; write a-z, 0-9 and single hyphens between them',
  ],
  'a duplicate id': [
    entity('ISSUE').replace('id: new', 'id: ann'),
    'b.yaml:1:7  "ann" is taken at a.yaml:22:7; an id is unique over all kinds',
  ],
  'words of the field that are missing': [
    `${entity('EVENT', 'type: STRIKE_PAY')}\n${relation('ann', 'FUNDS: wages')}\n- id: x\n  kind: PENSION_FUND`,
    expect.stringMatching(
      /^b\.yaml:6:9 {2}unknown type of EVENT "STRIKE_PAY".*; like it: STRIKE_VOTE, .*STRIKE.*; if none fits, leave "type" out/,
    ),
    'b.yaml:9:3  unknown relationship type "FUNDS"; if none fits, write a CLAIM that is ABOUT both meanwhile ' +
      '(seeds/README.md, "A word that is missing")',
    expect.stringMatching(/^b\.yaml:10:3 {2}entity lacks "names"/),
    expect.stringMatching(/^b\.yaml:10:3 {2}entity lacks "summary"/),
    expect.stringMatching(/^b\.yaml:10:3 {2}entity lacks "evidence"/),
    expect.stringMatching(
      /^b\.yaml:11:9 {2}unknown kind "PENSION_FUND".*; if none fits, write the fact as a CLAIM meanwhile/,
    ),
  ],
  'an unknown kind': [entity('UNON'), 'b.yaml:2:9  unknown kind "UNON"; did you mean UNION?'],
  'an unknown type': [
    entity('GOVERNMENT', 'type: MUNICIPAL'),
    'b.yaml:6:9  unknown type of GOVERNMENT "MUNICIPAL"; known: FEDERAL, PROVINCIAL; if none fits, leave "type" out meanwhile, ' +
      'and say in the summary what sort it is (seeds/README.md, "A word that is missing")',
  ],
  'an unknown status': [
    entity('DISPUTE', 'status: SETLED'),
    'b.yaml:6:11  unknown status of DISPUTE "SETLED"; did you mean SETTLED?',
  ],
  'an unknown word of an enumeration': [
    entity('CLAIM', 'approximation: ROUGH'),
    'b.yaml:6:18  unknown approximation "ROUGH"; known: EXACT, APPROXIMATE, ALMOST, LESS_THAN, AT_MOST, MORE_THAN, AT_LEAST',
  ],
  'an attribute of the wrong type': [
    entity('BARGAINING_UNIT', 'size: "22,000"', 'occupations: nurses', 'sizeAsOf: [..2015]'),
    'b.yaml:6:9  "22,000" is not a whole number from 0',
    'b.yaml:7:16  "nurses" is not a list',
    'b.yaml:8:13  a list is not a date; put one that starts with [ in quotes',
  ],
  'a number for a text': [entity('LEGISLATION', 'number: 45'), 'b.yaml:6:11  45 is not text; put it in quotes'],
  'nothing for a text': [entity('LEGISLATION', 'number:'), 'b.yaml:6:10  nothing is not text'],
  'a name that stands twice': [
    entity('ISSUE').replace('preferred: New', 'preferred: New, alias: [A, A]'),
    'b.yaml:3:32  the name "A" stands here twice',
  ],
  'a language that is none': [
    entity('ISSUE').replace('{en: {preferred: New}}', '{en: {preferred: New}, de: {preferred: Neu}}'),
    'b.yaml:3:33  names has no "de"; known: en, fr',
  ],
  'a date that is none': [
    entity('DISPUTE', 'start: 2015-02-30'),
    expect.stringContaining('b.yaml:6:10  "2015-02-30" is not a date; write a year (2015), month (2015-05)'),
  ],
  'a date that does not say how it is known': [
    entity('DISPUTE', 'start: {date: 2015}', 'end: {date: 2016, rule: x, external: y}'),
    'b.yaml:6:10  say how the date is known: either by a rule or from an external source',
    'b.yaml:7:8  say how the date is known: either by a rule or from an external source',
  ],
  'identifiers of an unknown register, that are none, that stand alone, and that are another’s': [
    entity(
      'PERSON',
      'identifiers:',
      '  WIKIDTA: {value: Q1, external: x, url: "https://x.org"}',
      '  LEGISINFO: {value: C-59, external: x, url: "https://x.org"}',
      '  ISNI: {value: 0000000121032683}',
      '  VIAF: {value: 102333412, external: x, url: x.org}',
      '  WIKIDATA: {value: Q42, external: x, url: "https://x.org"}',
    ) +
      `\n${entity('PERSON', 'identifiers: {WIKIDATA: {value: Q42, external: x, url: "https://x.org"}}').replace('id: new', 'id: other')}`,
    'b.yaml:7:5  identifiers has no "WIKIDTA"; did you mean WIKIDATA?',
    'b.yaml:8:24  "C-59" is not an identifier of LEGISINFO; write one such as 41-2/c-4',
    'b.yaml:9:11  ISNI lacks "external"',
    'b.yaml:9:11  ISNI lacks "url"',
    'b.yaml:10:48  "x.org" is not an address (https://…)',
    'b.yaml:17:27  WIKIDATA Q42 is that of "new" at b.yaml:11:15; an identifier names one thing',
  ],
  'a start after the end': [
    entity('DISPUTE', 'start: 2016-01', 'end: 2015'),
    'b.yaml:7:3  the end is before the start',
  ],
  'an id that is too long': [
    entity('ISSUE').replace('id: new', `id: ${'n'.repeat(81)}`),
    `b.yaml:1:7  "${'n'.repeat(81)}" is not an id of at most 80 characters`,
  ],
  'a text that is too long': [
    entity('ISSUE').replace('preferred: New', `preferred: ${'n'.repeat(301)}`),
    `b.yaml:3:27  "${'n'.repeat(301)}" is not a text of at most 300 characters`,
  ],
  'a control character': [
    entity('ISSUE').replace('summary: New.', 'summary: "a\\x07b"'),
    'b.yaml:4:12  "a\u0007b" is not text that can be stored',
  ],
  'a code that is none': [
    entity('JURISDICTION', 'code: Alberta'),
    'b.yaml:6:9  "Alberta" is not a code of ISO 3166; write CA, or CA-AB',
  ],
  'a time that is none': [
    entity('EVENT', 'timeOfDay: "24:00"'),
    'b.yaml:6:14  "24:00" is not a time of day; write "00:01", in quotes',
  ],
  'notStated of what cannot be': [
    entity('LEGAL_CHALLENGE', 'notStated: [court, curt, grounds]', 'grounds: x'),
    'b.yaml:6:22  unknown attribute "curt"; did you mean court?',
    'b.yaml:6:28  "grounds" is not left open: the record states it',
  ],
  'an unknown stage': [
    entity('LEGISLATION', 'stages: [{stage: PASSD, evidence: [{external: x}]}]'),
    'b.yaml:6:20  unknown stage "PASSD"; did you mean PASSED?',
  ],
  'parts of another kind': [
    entity('ISSUE', 'terms: []'),
    'b.yaml:6:3  ISSUE has no "terms"; known: id, kind, names, identifiers, summary, notStated, evidence, relationships; what has no attribute is said in the summary (seeds/README.md, "A word that is missing")',
  ],
};

describe('a mistake is named, with its place and what would be right', () => {
  test.each(Object.entries(cases))('%s', async (_, [yaml, ...mistakes]) => {
    expect(await mistakesOf(yaml)).toEqual(mistakes);
  });
});
