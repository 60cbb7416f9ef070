/** Mistakes in a relationship: its type, its ends, its qualifiers, and what cannot hold together. */
import { describe, expect, test } from 'vitest';
import { entity, type Mistakes, mistakesOf, relation, term } from './mistakes.ts';

const cases: Mistakes = {
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
};

describe('a mistake is named, with its place and what would be right', () => {
  test.each(Object.entries(cases))('%s', async (_, [yaml, ...mistakes]) => {
    expect(await mistakesOf(yaml)).toEqual(mistakes);
  });
});
