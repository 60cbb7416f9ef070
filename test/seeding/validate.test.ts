import { describe, expect, test } from 'vitest';
import { formatProblem } from '../../src/seeding/problem.ts';
import { check } from '../../src/seeding/seed.ts';
import { articleText, base, folderOf } from './fixture.ts';

/** What is said of a file `b.yaml` that stands beside the sound ones. */
async function mistakesOf(yaml: string): Promise<string[]> {
  const { problems } = await check({ seedsFolder: folderOf({ 'a.yaml': base, 'b.yaml': yaml }) });
  return problems.map(formatProblem);
}

/** An entity without a mistake, to which a case adds one; what is added begins on line 6. */
const entity = (kind: string, ...more: string[]) =>
  [
    '- id: new',
    `  kind: ${kind}`,
    '  names: {en: {preferred: New}}',
    '  summary: New.',
    '  evidence: [{external: The library}]',
    ...more.map((line) => `  ${line}`),
  ].join('\n');

/** A relationship without a mistake, but for what a case adds from line 3. */
const relation = (subject: string, ...more: string[]) =>
  [`- subject: ${subject}`, '  evidence: [{external: The library}]', ...more.map((line) => `  ${line}`)].join('\n');

/** An entity with this evidence, on line 5. */
const evidence = (piece: string) =>
  `- id: new\n  kind: ISSUE\n  names: {en: {preferred: New}}\n  summary: New.\n  evidence: [${piece}]`;

const article = (paragraphs: string) => entity('ARTICLE', 'file: new.txt', `sha256: ${'0'.repeat(64)}`, paragraphs);
const term = (fields: string) => entity('PROPOSAL', `terms: [{${fields}, text: x, evidence: [{external: x}]}]`);

const cases: Record<string, readonly [yaml: string, ...mistakes: string[]]> = {
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
  'an unknown relationship type': [
    relation('ann', 'HOLD: president'),
    'b.yaml:3:3  unknown relationship type "HOLD"; did you mean HOLDS?',
  ],
  'no relationship type': [
    relation('ann', 'holds: president'),
    'b.yaml:1:3  the type of the relationship is missing; write "TYPE: object"',
    'b.yaml:3:3  relationship has no "holds"; did you mean HOLDS?',
  ],
  'two relationship types': [
    relation('ann', 'HOLDS: president', 'LEADS_TO: dispute'),
    'b.yaml:4:3  a relationship has one type; it is HOLDS already',
  ],
  'an unknown object': [
    relation('ann', 'HOLDS: presidnt'),
    'b.yaml:3:10  unknown id "presidnt"; did you mean president?',
  ],
  'unknown objects': [
    relation('ann', 'HOLDS: [presidnt, treasurer-of-nothing]'),
    'b.yaml:3:11  unknown id "presidnt"; did you mean president?',
    'b.yaml:3:21  unknown id "treasurer-of-nothing"; known: news-1, example-union, ann, bob, president, wages, ' +
      'dispute, demand, bill',
  ],
  'an unknown subject, accordingTo': [
    relation('anne', 'HOLDS: president', 'accordingTo: bobb'),
    'b.yaml:1:12  unknown id "anne"; did you mean ann?',
    'b.yaml:4:16  unknown id "bobb"; did you mean bob?',
  ],
  'an unknown issue, affects, entity': [
    `${term('issue: wage, value: not stated')}\n${entity('EVENT', 'extensionDecidedBy: anne').replace(
      'new',
      'new-2',
    )}\n${entity('LEGISLATION', 'provisions: [{effect: x, affects: [bobb], evidence: [{external: x}]}]').replace(
      'new',
      'new-3',
    )}`,
    'b.yaml:6:19  unknown id "wage"; did you mean wages?',
    'b.yaml:12:23  unknown id "anne"; did you mean ann?',
    'b.yaml:18:38  unknown id "bobb"; did you mean bob?',
  ],
  'an issue of another kind': [
    term('issue: ann, value: not stated'),
    'b.yaml:6:19  "ann" is of kind PERSON; write the id of ISSUE',
  ],
  'a wrong kind at the object': [
    relation('ann', 'HOLDS: wages'),
    'b.yaml:3:10  HOLDS cannot relate PERSON to ISSUE; its object is OFFICE',
  ],
  'a wrong kind at the subject': [
    relation('wages', 'HOLDS: president'),
    'b.yaml:3:10  HOLDS cannot relate ISSUE to anything; its subject is PERSON',
  ],
  'an entity related to itself': [
    relation('wages', 'PART_OF: wages'),
    'b.yaml:3:12  PART_OF cannot relate an entity to itself',
  ],
  'a qualifier of another type': [
    relation('wages', 'CONCERNS: dispute', 'acting: true'),
    'b.yaml:3:13  CONCERNS cannot relate ISSUE to anything; its subject is DISPUTE or BARGAINING_ROUND or PROPOSAL ' +
      'or COLLECTIVE_AGREEMENT or LEGISLATION or LEGAL_CHALLENGE or EVENT or STATEMENT or CLAIM',
    'b.yaml:4:3  CONCERNS has no "acting"; known: subject, CONCERNS, note, accordingTo, evidence, key',
  ],
  'a qualifier that is missing': [
    `${relation('ann', 'PARTY_TO: dispute')}\n${relation('ann', 'TAKES_POSITION: wages', 'position: FOR')}`,
    'b.yaml:1:3  PARTY_TO lacks "side"',
    'b.yaml:7:13  unknown position "FOR"; known: SUPPORT, OPPOSE, CONDITIONAL, NEUTRAL',
  ],
  'validity where there is none': [
    relation('dispute', 'CONCERNS: wages', 'from: 2015'),
    'b.yaml:4:3  CONCERNS has no "from"; known: subject, CONCERNS, note, accordingTo, evidence, key',
  ],
  'asOf beside from': [
    relation('bob', 'HOLDS: president', 'asOf: 1999', 'from: 1998'),
    'b.yaml:5:3  "from" cannot stand beside "asOf", which leaves both open',
  ],
  'an asOf that is none': [
    `${relation('bob', 'HOLDS: president', 'asOf: 1999/1998')}\n${relation('bob', 'HOLDS: president', 'asOf: 1999/x')}`,
    'b.yaml:4:9  "1999/1998" is not in order: the first day is after the last',
    'b.yaml:5:3  bob.HOLDS.president stands at b.yaml:1:3 already; give one a "key"',
    expect.stringContaining('b.yaml:8:9  "x" is not a date'),
  ],
  'a validity that ends before it begins': [
    relation('bob', 'HOLDS: president', 'from: 1999', 'until: 1998'),
    'b.yaml:5:3  the end is before the start',
  ],
  'a relationship that stands twice': [
    `${relation('bob', 'HOLDS: president')}\n${relation('bob', 'HOLDS: president')}`,
    'b.yaml:4:3  bob.HOLDS.president stands at b.yaml:1:3 already; give one a "key"',
  ],
  'parts of which the ids are the same': [
    entity(
      'LEGISLATION',
      'stages: [{stage: PASSED, evidence: [{external: x}]}, {stage: PASSED, evidence: [{external: x}]}]',
      'provisions: [{effect: Ends it., evidence: [{external: x}]}, {effect: ends it, evidence: [{external: x}]}]',
    ),
    'b.yaml:6:56  new.stage.PASSED stands at b.yaml:6:12 already; give one a "key"',
    'b.yaml:7:63  new.provision.ends-it stands at b.yaml:7:16 already; give one a "key"',
  ],
  'evidence from one source twice': [
    evidence('{at: news-1/1, cues: [x]}, {at: news-1/1, cues: [y]}, {at: news-1/1, cues: [y], for: [summary]}'),
    'b.yaml:5:41  the same source stands at b.yaml:5:14 already; make them one, with all cues',
  ],
  'two holders of a single seat': [
    `${relation('bob', 'HOLDS: president', 'from: 1998', 'until: 1999')}\n${relation(
      'ann',
      'HOLDS: president',
      'asOf: 1999-01-01',
      'key: first',
    )}`,
    'b.yaml:6:3  president has a single seat; ann shares it with bob, certain from 1998-12-31 to 1999-01-01 ' +
      '(b.yaml:1:3)',
  ],
  'evidence of no sort, or of both': [
    evidence('{cues: [x]}, {at: news-1/1, external: x, cues: [x]}'),
    'b.yaml:5:14  evidence is either at a paragraph or external',
    'b.yaml:5:27  evidence is either at a paragraph or external',
  ],
  'evidence with what does not go with it': [
    evidence('{at: news-1/1, cues: [x], url: "https://x.org"}, {external: x, cues: [x]}, {external: x, url: x}'),
    'b.yaml:5:40  "url" goes with external evidence',
    'b.yaml:5:77  "cues" goes with evidence at a paragraph',
    'b.yaml:5:108  "x" is not an address (https://…)',
  ],
  'evidence without cues': [
    evidence('{at: news-1/1}, {at: news-1/1, cues: []}, {at: news-1/1, cues: [22,000]}'),
    'b.yaml:5:14  evidence lacks "cues"',
    'b.yaml:5:51  a list is not long enough: it needs at least one item',
    'b.yaml:5:78  22 is not text; put it in quotes',
    'b.yaml:5:81  000 is not text; put it in quotes',
  ],
  'an unknown article': [
    evidence('{at: new-1/1, cues: [x]}, {at: ann/1, cues: [x]}'),
    'b.yaml:5:19  unknown article "new-1"; did you mean news-1?',
    'b.yaml:5:45  unknown article "ann"; known: news-1',
  ],
  'a paragraph that does not exist': [
    evidence('{at: news-1/4, cues: [x]}, {at: news-1/0, cues: [x]}, {at: news-1, cues: [x]}'),
    'b.yaml:5:19  there is no paragraph 4: "news-1" has 3',
    'b.yaml:5:46  there is no paragraph 0: "news-1" has 3',
    'b.yaml:5:73  "news-1" is not a passage; write article/paragraph, as in my-article/14',
  ],
  'evidence for what the record does not say': [
    evidence('{external: x, for: [status]}'),
    'b.yaml:5:34  unknown attribute "status"; known: names, summary',
  ],
  'an empty rule': [evidence('{at: news-1/1, cues: [x], rule: ""}'), 'b.yaml:5:46  "" is not a text: it is empty'],
  'a passage without facts that carries one': [
    evidence('{at: news-1/3, cues: [x]}'),
    'a.yaml:11:7  news-1/3 is without facts, and yet one stands at b.yaml:5:19',
  ],
  'a passage with neither facts nor a reason': [
    article(`paragraphs: [{role: BODY, sha256: ${'0'.repeat(64)}}, {role: HEADLINE, sha256: ${'0'.repeat(64)}}]`),
    'b.yaml:8:16  new/1 carries no fact; add one, or say why: "without: …"',
  ],
  'paragraphs that are mistaken': [
    article('paragraphs: [{role: TEXT, sha256: abc, without: x}]'),
    'b.yaml:8:23  unknown role "TEXT"; known: DATELINE, HEADLINE, SUBHEADING, BODY, CAPTION, BOILERPLATE',
    'b.yaml:8:37  "abc" is not a SHA-256; write 64 hexadecimal digits in lower case',
  ],
  'an article without paragraphs': [
    entity('ARTICLE', 'file: new.txt', 'sha256: abc'),
    'b.yaml:1:3  ARTICLE lacks "paragraphs"',
    'b.yaml:7:11  "abc" is not a SHA-256; write 64 hexadecimal digits in lower case',
  ],
  'a term whose value has no unit': [term('issue: wages, value: 2'), 'b.yaml:6:26  "value" needs a "unit"'],
  'a unit and an approximation of nothing': [
    term('issue: wages, unit: PERCENT, approximation: ALMOST'),
    'b.yaml:6:26  "unit" goes with a "value" that is stated',
    'b.yaml:6:41  "approximation" goes with a "value" that is stated',
  ],
  'a unit of what is not stated': [
    term('issue: wages, value: not stated, unit: PERCENT'),
    'b.yaml:6:45  "unit" goes with a "value" that is stated',
  ],
  'a fraction that is none': [
    term('issue: wages, value: 3/2, unit: SHARE'),
    'b.yaml:6:33  "3/2" is not a number, or a fraction such as 2/3',
  ],
  'a fraction in per cent, and a share as a decimal': [
    [term('issue: wages, value: 2/3, unit: PERCENT'), entity('CLAIM', 'value: 0.5', 'unit: SHARE')]
      .join('\n')
      .replace('- id: new', '- id: old'),
    'b.yaml:6:38  the unit of a fraction is SHARE',
    'b.yaml:12:3  a SHARE is a fraction, such as 2/3; what is given in per cent is PERCENT',
  ],
  'a number that is given in an unknown way': [
    term('issue: wages, value: 2, unit: PERCENT, approximation: NEARLY'),
    'b.yaml:6:66  unknown approximation "NEARLY"; known: EXACT, APPROXIMATE, ALMOST, LESS_THAN, AT_MOST, MORE_THAN, AT_LEAST',
  ],
  'years without the first': [
    term('issue: wages, value: not stated, years: 2'),
    'b.yaml:6:45  "years" goes with "year", the first of them',
  ],
  'a year that is none': [
    term('issue: wages, value: not stated, year: 0'),
    'b.yaml:6:51  0 is not a whole number from 1',
  ],
  'more years than an agreement has': [
    term('issue: wages, value: not stated, year: 101'),
    'b.yaml:6:51  101 is not a number of years up to 100',
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
  'relationships that lead in a circle': [
    [
      entity('ISSUE', 'relationships: [{PART_OF: [wages, other], evidence: [{external: x}]}]'),
      entity('ISSUE', 'relationships: [{PART_OF: new, evidence: [{external: x}]}]').replace('new', 'other'),
      relation('wages', 'PART_OF: wider'),
      entity('ISSUE').replace('new', 'wider'),
    ].join('\n'),
    'b.yaml:6:19  PART_OF leads in a circle, through new and other',
    'b.yaml:12:19  PART_OF leads in a circle, through other and new',
  ],
  'a value with more decimals than are kept': [
    term('issue: wages, value: 2.12345, unit: PERCENT'),
    'b.yaml:6:33  2.12345 is not a number (at most 10 digits and four decimals)',
  ],
  'a figure without a unit, a range in disorder': [
    entity('CLAIM', 'low: 3', 'high: 2'),
    'b.yaml:6:3  "low" needs a "unit"',
    'b.yaml:7:3  "high" is below "low"',
    'b.yaml:7:3  "high" needs a "unit"',
  ],
  'how firmly nothing is given, and a share that is none': [
    entity('BARGAINING_UNIT', 'sizeApproximation: ALMOST', 'essentialShare: 101'),
    'b.yaml:6:3  "sizeApproximation" goes with "size"',
    'b.yaml:7:19  101 is not a share: per cent from 0 to 100, or a fraction such as 2/3',
  ],
  'a time that is none': [
    entity('EVENT', 'timeOfDay: "24:00"'),
    'b.yaml:6:14  "24:00" is not a time of day; write "00:01", in quotes',
  ],
  'a lump sum that is compounded': [
    term('issue: wages, value: 2, unit: CAD, lumpSum: true, compounded: true'),
    'b.yaml:6:62  what is paid once is not compounded',
  ],
  'a range of one number': [
    entity('CLAIM', 'low: 3', 'high: 3', 'unit: CAD'),
    'b.yaml:7:3  "high" is the same as "low": write one "value"',
  ],
  'a range with one end': [
    entity('CLAIM', 'high: 3', 'unit: CAD'),
    'b.yaml:6:3  "high" needs "low"; one end alone is a "value" with the approximation AT_MOST',
  ],
  'a number and a range': [
    entity('CLAIM', 'value: 3', 'low: 2', 'high: 4', 'unit: CAD'),
    'b.yaml:6:3  a figure is a "value" or a range from "low" to "high", not both',
  ],
  'a quotation of what nobody said': [
    evidence('{at: news-1/1, cues: [Feb], quotation: TOLD}'),
    'b.yaml:5:42  "quotation" is for the evidence of a STATEMENT',
  ],
  'a quotation of one attribute, and one from elsewhere': [
    entity('STATEMENT', 'medium: EMAIL').replace(
      '[{external: The library}]',
      '[{at: news-1/1, cues: [Feb], quotation: TOLD, for: [medium]}, {external: x, quotation: TOLD}]',
    ),
    'b.yaml:5:42  "quotation" goes with evidence for the whole, without "for"',
    'b.yaml:5:89  "quotation" goes with evidence at a paragraph',
  ],
  'a statement of which one paragraph is quoted, and its type': [
    entity('STATEMENT', 'type: MIXED').replace(
      '[{external: The library}]',
      '[{at: news-1/1, cues: [Feb], quotation: QUOTED}, {at: news-1/2, cues: [Talks]}]',
    ),
    'b.yaml:5:62  this paragraph of the statement lacks "quotation": QUOTED, PARTLY_QUOTED or TOLD',
    'b.yaml:6:3  the type of a statement follows from the "quotation" of its evidence',
  ],
  'a statement that writes its type instead': [
    entity('STATEMENT', 'type: MIXED').replace('[{external: The library}]', '[{at: news-1/1, cues: [Feb]}]'),
    'b.yaml:5:14  this paragraph of the statement lacks "quotation": QUOTED, PARTLY_QUOTED or TOLD',
    'b.yaml:6:3  the type of a statement follows from the "quotation" of its evidence',
  ],
  'the type of a statement from elsewhere': [
    entity('STATEMENT', 'type: MIXED'),
    'b.yaml:6:3  the type of a statement follows from the "quotation" of its evidence',
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
