/** What can be said to hold between two entities, and between which kinds. */
import { isKeyOf, keysOf } from './keys.ts';
import { actorKinds, type Kind, kindNames, organizationKinds } from './kinds.ts';
import { isOwnQualifier, type OwnQualifier, type Qualifier, qualifierNames } from './qualifiers.ts';

export interface RelationshipDefinition {
  readonly description: string;
  /** Read from subject to object, and from object to subject. */
  readonly label: string;
  readonly inverse: string;
  /** [subject kinds, object kinds]: each pair of the product is allowed. */
  readonly rules: readonly (readonly [readonly Kind[], readonly Kind[]])[];
  /** It holds from one day to another, by dates of its own; else for as long as both its ends are there. */
  readonly temporal?: true;
  /** It reaches forward: its object may be yet to come, or long over, and bounds it in nothing. The database has a list. */
  readonly foreseeing?: true;
  /** It puts things in an order, and never leads back to where it began. The database has a list of these too. */
  readonly ordering?: true;
  /** What it may say of itself; `note` and `accordingTo` are open to all. */
  readonly qualifiers?: readonly OwnQualifier[];
}

const asserting = [[[...actorKinds, 'STATEMENT'], ['CLAIM']]] as const satisfies RelationshipDefinition['rules'];

export const relationshipTypes = {
  HOLDS: {
    label: 'holds the office of',
    inverse: 'held by',
    description: 'A person holds an office, between two dates.',
    rules: [[['PERSON'], ['OFFICE']]],
    temporal: true,
    qualifiers: ['acting', 'ordinal'],
  },
  OFFICE_OF: {
    label: 'is an office of',
    inverse: 'has the office of',
    description: 'An office belongs to an organization.',
    rules: [[['OFFICE'], organizationKinds]],
  },
  MEMBER_OF: {
    label: 'is a member of',
    inverse: 'has as a member',
    description: 'A person belongs to a party, a union or an occupational group.',
    rules: [[['PERSON'], ['POLITICAL_PARTY', 'UNION', 'OCCUPATIONAL_GROUP']]],
    temporal: true,
  },
  PART_OF: {
    label: 'is part of',
    inverse: 'contains',
    description: 'One thing is a part of a larger one of the same sort.',
    rules: [
      [['UNION'], ['UNION']],
      [['PUBLIC_BODY'], ['GOVERNMENT', 'PUBLIC_BODY']],
      [['JURISDICTION'], ['JURISDICTION']],
      [['NEWS_OUTLET'], ['NEWS_OUTLET']],
      [['BARGAINING_UNIT'], ['BARGAINING_UNIT']],
      [['DISPUTE', 'BARGAINING_ROUND'], ['BARGAINING_ROUND']],
      [['EVENT'], ['EVENT']],
      [['ISSUE'], ['ISSUE']],
    ],
    ordering: true,
  },
  GOVERNS: {
    label: 'governs',
    inverse: 'governed by',
    description: 'A government governs a jurisdiction.',
    rules: [[['GOVERNMENT'], ['JURISDICTION']]],
  },
  IN_JURISDICTION: {
    label: 'falls under',
    inverse: 'is the jurisdiction of',
    description: 'Under whose labour law or legislature something stands.',
    rules: [
      [
        [
          'UNION',
          'PUBLIC_BODY',
          'COURT',
          'OFFICE',
          'BARGAINING_UNIT',
          'BARGAINING_ROUND',
          'DISPUTE',
          'LEGISLATION',
          'LEGAL_CHALLENGE',
          'COLLECTIVE_AGREEMENT',
        ],
        ['JURISDICTION'],
      ],
    ],
  },
  ADMINISTRATION_OF: {
    label: 'is an administration of',
    inverse: 'has the administration',
    description: 'A ministry had a government in hand; when, its own dates say.',
    rules: [[['ADMINISTRATION'], ['GOVERNMENT']]],
  },
  LED_BY: {
    label: 'led by',
    inverse: 'leads',
    description: 'A ministry, or a party, has a leader.',
    rules: [[['ADMINISTRATION', 'POLITICAL_PARTY'], ['PERSON']]],
    temporal: true,
  },
  FORMED_BY: {
    label: 'formed by',
    inverse: 'forms',
    description: 'A ministry was formed by a party.',
    rules: [[['ADMINISTRATION'], ['POLITICAL_PARTY']]],
  },
  REPRESENTS: {
    label: 'represents',
    inverse: 'represented by',
    description: 'A union is the bargaining agent of a unit, or of an occupational group.',
    rules: [[['UNION'], ['BARGAINING_UNIT', 'OCCUPATIONAL_GROUP']]],
    temporal: true,
  },
  EMPLOYS: {
    label: 'employs',
    inverse: 'employed by',
    description: 'A government or public body employs the people of a unit.',
    rules: [
      [
        ['GOVERNMENT', 'PUBLIC_BODY'],
        ['BARGAINING_UNIT', 'OCCUPATIONAL_GROUP'],
      ],
    ],
    temporal: true,
  },
  PARTY_TO: {
    label: 'is a party to',
    inverse: 'has as a party',
    description: 'An actor is a party to a dispute, round, agreement or case, on one side of it.',
    rules: [
      [
        ['UNION', 'GOVERNMENT', 'PUBLIC_BODY', 'PERSON', 'OCCUPATIONAL_GROUP'],
        ['DISPUTE', 'BARGAINING_ROUND', 'COLLECTIVE_AGREEMENT', 'LEGAL_CHALLENGE'],
      ],
    ],
    qualifiers: ['side'],
  },
  COVERS: {
    label: 'covers',
    inverse: 'covered by',
    description: 'A round or an agreement is for a bargaining unit.',
    rules: [
      [
        ['BARGAINING_ROUND', 'COLLECTIVE_AGREEMENT'],
        ['BARGAINING_UNIT', 'OCCUPATIONAL_GROUP'],
      ],
    ],
  },
  CONCERNS: {
    label: 'concerns',
    inverse: 'at stake in',
    description: 'An issue is at stake in something.',
    rules: [
      [
        [
          'DISPUTE',
          'BARGAINING_ROUND',
          'PROPOSAL',
          'COLLECTIVE_AGREEMENT',
          'LEGISLATION',
          'LEGAL_CHALLENGE',
          'EVENT',
          'STATEMENT',
          'CLAIM',
        ],
        ['ISSUE'],
      ],
    ],
  },
  MAKES: {
    label: 'makes',
    inverse: 'made by',
    description: 'An actor puts forward a proposal or makes a statement.',
    rules: [[actorKinds, ['PROPOSAL', 'STATEMENT']]],
    qualifiers: ['role'],
  },
  MADE_IN: {
    label: 'made in',
    inverse: 'saw',
    description: 'A proposal or an agreement was made in a round; a statement, at an event.',
    rules: [
      [
        ['PROPOSAL', 'COLLECTIVE_AGREEMENT'],
        ['BARGAINING_ROUND', 'DISPUTE'],
      ],
      [['STATEMENT'], ['EVENT']],
    ],
  },
  SUPERSEDES: {
    label: 'supersedes',
    inverse: 'superseded by',
    description: 'A proposal or agreement takes the place of an earlier one.',
    rules: [
      [['PROPOSAL'], ['PROPOSAL']],
      [['COLLECTIVE_AGREEMENT'], ['COLLECTIVE_AGREEMENT']],
      [['BARGAINING_ROUND'], ['BARGAINING_ROUND']],
    ],
    ordering: true,
  },
  SUCCEEDS: {
    label: 'succeeds',
    inverse: 'succeeded by',
    description: 'A ministry came after another.',
    rules: [[['ADMINISTRATION'], ['ADMINISTRATION']]],
    ordering: true,
  },
  INTRODUCES: {
    label: 'introduces',
    inverse: 'introduced by',
    description: 'A government, ministry or person brings a bill before a legislature.',
    rules: [[['GOVERNMENT', 'ADMINISTRATION', 'PERSON'], ['LEGISLATION']]],
  },
  ENACTS: {
    label: 'enacts',
    inverse: 'enacted by',
    description: 'A government or ministry has a law passed.',
    rules: [[['GOVERNMENT', 'ADMINISTRATION', 'PUBLIC_BODY'], ['LEGISLATION']]],
  },
  AFFECTS: {
    label: 'affects',
    inverse: 'affected by',
    description: 'A law changes the position of somebody, or a matter.',
    rules: [
      [
        ['LEGISLATION'],
        ['BARGAINING_ROUND', 'BARGAINING_UNIT', 'UNION', 'ISSUE', 'OFFICE', 'DISPUTE', 'OCCUPATIONAL_GROUP'],
      ],
    ],
  },
  IMPOSES: {
    label: 'imposes',
    inverse: 'imposed by',
    description: 'A law imposes a settlement.',
    rules: [[['LEGISLATION'], ['PROPOSAL', 'COLLECTIVE_AGREEMENT']]],
  },
  SETS: {
    label: 'sets',
    inverse: 'set by',
    description: 'A law sets a deadline.',
    rules: [[['LEGISLATION'], ['EVENT']]],
    foreseeing: true,
  },
  CHALLENGES: {
    label: 'challenges',
    inverse: 'challenged by',
    description: 'A case is brought against a law, or against a claim or proposal that an employer acted on.',
    rules: [[['LEGAL_CHALLENGE'], ['LEGISLATION', 'CLAIM', 'PROPOSAL']]],
  },
  HEARD_BY: {
    label: 'heard by',
    inverse: 'hears',
    description: 'A court has a case before it.',
    rules: [[['LEGAL_CHALLENGE'], ['COURT']]],
  },
  TAKES_PART_IN: {
    label: 'takes part in',
    inverse: 'has as a participant',
    description: 'An actor takes part in an event.',
    rules: [[actorKinds, ['EVENT']]],
    qualifiers: ['role'],
  },
  OCCURS_IN: {
    label: 'occurs in',
    inverse: 'includes the event',
    description: 'An event belongs to a round, dispute or case.',
    rules: [[['EVENT'], ['BARGAINING_ROUND', 'DISPUTE', 'LEGAL_CHALLENGE']]],
  },
  LEADS_TO: {
    label: 'leads to',
    inverse: 'follows from',
    description: 'A source gives one event, law or claim as the cause of another event or case.',
    rules: [
      [
        ['EVENT', 'LEGISLATION', 'CLAIM', 'PROPOSAL', 'DISPUTE'],
        ['EVENT', 'LEGAL_CHALLENGE', 'DISPUTE'],
      ],
    ],
  },
  ASSERTS: {
    label: 'asserts',
    inverse: 'asserted by',
    description: 'An actor or statement puts a claim forward as true.',
    rules: asserting,
  },
  DISPUTES: {
    label: 'disputes',
    inverse: 'disputed by',
    description: 'An actor or statement calls a claim into question.',
    rules: asserting,
  },
  DENIES: {
    label: 'denies',
    inverse: 'denied by',
    description: 'An actor or statement says that a claim is not so.',
    rules: asserting,
  },
  SUPPORTS: {
    label: 'supports',
    inverse: 'supported by',
    description: 'An actor or statement bears out what another claims.',
    rules: asserting,
  },
  QUALIFIES: {
    label: 'qualifies',
    inverse: 'qualified by',
    description: 'An actor or statement limits a claim or adds a condition to it.',
    rules: asserting,
  },
  REBUTS: {
    label: 'answers',
    inverse: 'answered by',
    description: 'One claim stands against another: both are kept.',
    rules: [[['CLAIM'], ['CLAIM']]],
  },
  ABOUT: {
    label: 'is about',
    inverse: 'spoken of in',
    description: 'A claim or statement speaks of something.',
    rules: [[['CLAIM', 'STATEMENT'], kindNames.filter((kind) => kind !== 'ARTICLE')]],
    foreseeing: true,
  },
  TAKES_POSITION: {
    label: 'takes a position on',
    inverse: 'has a position taken on it by',
    description: 'An actor supports, opposes, or accepts on conditions an issue, law, proposal or agreement.',
    rules: [[actorKinds, ['ISSUE', 'LEGISLATION', 'PROPOSAL', 'COLLECTIVE_AGREEMENT']]],
    temporal: true,
    qualifiers: ['position'],
  },
  STANCE_TOWARDS: {
    label: 'has a stance towards',
    inverse: 'regarded with a stance by',
    description: 'How an actor regards another, between two dates; the note says it in words.',
    rules: [[actorKinds, actorKinds]],
    temporal: true,
  },
  PURSUES: {
    label: 'pursues as an objective',
    inverse: 'an objective of',
    description: 'An actor goes into bargaining to achieve something.',
    rules: [[actorKinds, ['ISSUE']]],
    temporal: true,
    qualifiers: ['ordinal'],
  },
  COMPARED_WITH: {
    label: 'compared with',
    inverse: 'a comparison for',
    description: 'A proposal or round is measured against an agreement or a group’s settlement.',
    rules: [
      [
        ['PROPOSAL', 'BARGAINING_ROUND'],
        ['COLLECTIVE_AGREEMENT', 'OCCUPATIONAL_GROUP', 'PROPOSAL'],
      ],
    ],
  },
  SAME_MEASURE_AS: {
    label: 'may measure the same as',
    inverse: 'may measure the same as',
    description: 'Two figures possibly measure one thing; they stay two.',
    rules: [[['CLAIM'], ['CLAIM']]],
  },
  WRITTEN_BY: {
    label: 'written by',
    inverse: 'wrote',
    description: 'Whom the byline of an article names: a reporter, or an agency.',
    rules: [[['ARTICLE'], ['PERSON', 'NEWS_OUTLET']]],
    qualifiers: ['ordinal'],
  },
  PUBLISHED_BY: {
    label: 'published by',
    inverse: 'published',
    description: 'An outlet put an article out; the role tells a publisher from an agency that wrote it.',
    rules: [[['ARTICLE'], ['NEWS_OUTLET']]],
    qualifiers: ['role'],
  },
} as const satisfies Record<string, RelationshipDefinition>;

export type RelationshipType = keyof typeof relationshipTypes;
export const relationshipTypeNames = keysOf(relationshipTypes);

/** The definition of a relationship type, seen through the shared shape. */
export function relationshipDefinition(type: RelationshipType): RelationshipDefinition {
  return relationshipTypes[type];
}

/** What a relationship of the type may say beside its two ends and when it holds. */
export function qualifiersOf(type: RelationshipType): Qualifier[] {
  const { qualifiers = [] } = relationshipDefinition(type);
  return qualifierNames.filter((name) => !isOwnQualifier(name) || qualifiers.includes(name));
}

/** True if the text names a relationship type. */
export function isRelationshipType(text: string): text is RelationshipType {
  return isKeyOf(relationshipTypes, text);
}
