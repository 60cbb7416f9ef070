/**
 * By what entities can be counted: each dimension as data, and the spans of time.
 *
 * In the SQL, `e` is the entity. A dimension's key is null where an entity has no value, and stands in several rows
 * where it has several.
 */
import { Prisma } from '../../generated/prisma/client.ts';
import {
  contestableKinds,
  contests,
  type Kind,
  keysOf,
  kindDefinition,
  kindNames,
  type RelationshipType,
  rules,
  type Vocabulary,
} from '../../registry/index.ts';
import { contestsOf } from '../rows/contested.ts';
import { kindsOf, pairs, type RelationName } from './relations.ts';

/** What is joined to the entity, of these kinds. Each is told apart by being itself. */
export type Join = (kinds: readonly Kind[]) => Prisma.Sql;

/** Words with what they mean, of which a word has several where kinds mean different things by it. */
type Meanings = Readonly<Record<string, readonly string[]>>;

export interface DimensionDefinition {
  /** Whose entities can have a value. */
  readonly fits: readonly Kind[];
  /** Where the key is read; those that share one, or share it with a measure, speak of the same row of it. */
  readonly joins?: readonly Join[];
  readonly key: Prisma.Sql;
  /** What a key is: the id of an entity, or a word, which means this; else it tells itself. */
  readonly keys: 'entities' | { readonly words: (kinds: readonly Kind[]) => Meanings } | 'texts';
  /** The attribute that a source can leave open. */
  readonly attribute?: string;
  /** True of what reaches us within another's words: it is counted apart, as nobody's own. */
  readonly hearsay?: Prisma.Sql;
}

const kindsWith = (part: 'types' | 'statuses'): Kind[] =>
  kindNames.filter((kind) => kindDefinition(kind)[part] !== undefined);

/** What the words of several kinds mean; where a word means different things, all of them. */
const wordsOf =
  (part: 'types' | 'statuses') =>
  (kinds: readonly Kind[]): Meanings => {
    const meanings = new Map<string, Set<string>>();
    for (const [word, meaning] of kinds.flatMap((kind) => Object.entries(kindDefinition(kind)[part] ?? {})))
      meanings.set(word, (meanings.get(word) ?? new Set()).add(meaning));
    return Object.fromEntries([...meanings].map(([word, each]) => [word, [...each]]));
  };

function alike(words: Vocabulary): { words: () => Meanings } {
  const meanings = Object.fromEntries(Object.entries(words).map(([word, meaning]) => [word, [meaning]]));
  return { words: () => meanings };
}

/** The words of an attribute of a kind. */
function wordsOfAttribute(kind: Kind, attribute: string): { words: () => Meanings } {
  const type = kindDefinition(kind).details?.attributes[attribute];
  if (typeof type !== 'object') throw new Error(`${attribute} of ${kind} has no vocabulary`);
  return alike(type.oneOf);
}

interface Related {
  readonly types: readonly RelationshipType[];
  /** Which end the entity is. */
  readonly as: 'subject' | 'object';
  /** What the other end must be. */
  readonly to?: Kind;
}

/** What an entity is related to. The alias is a word of this file, never a client's. */
function related(alias: string, { types, as, to }: Related): DimensionDefinition {
  const far = as === 'subject' ? 'object' : 'subject';
  const column = (name: string): Prisma.Sql => Prisma.raw(`"${alias}"."${name}"`);
  const fitting = rules.filter((rule) => types.includes(rule.type) && (to === undefined || rule[`${far}Kind`] === to));
  return {
    fits: [...new Set(fitting.map((rule) => rule[`${as}Kind`]))],
    joins: [
      () => Prisma.sql`LEFT JOIN "Relationship" ${Prisma.raw(`"${alias}"`)} ON ${column(`${as}Id`)} = e."id"
        AND ${column('type')} = ANY(${[...types]}::text[])
        ${to === undefined ? Prisma.empty : Prisma.sql`AND ${column(`${far}Kind`)} = ${to}::text`}`,
    ],
    key: column(`${far}Id`),
    keys: 'entities',
  };
}

/** What an entity has, or has by what it belongs to. */
const joinPairs =
  (name: RelationName): Join =>
  (kinds) =>
    Prisma.sql`LEFT JOIN (${pairs(name, kinds)}) AS ${Prisma.raw(`"${name}"`)} ON ${Prisma.raw(`"${name}"`)}.id = e."id"`;

const belonging = (name: RelationName): DimensionDefinition => ({
  fits: kindsOf(name),
  joins: [joinPairs(name)],
  key: Prisma.raw(`"${name}".far`),
  keys: 'entities',
});

const parties = belonging('party');

/** What has terms. */
export const termKinds = ['PROPOSAL', 'COLLECTIVE_AGREEMENT'] as const satisfies Kind[];

/** The terms of a proposal or agreement, which the measure of their values shares. */
export const terms: Join = () => Prisma.sql`LEFT JOIN "Term" term ON term."proposalId" = e."id"`;
export const rounds: Join = () => Prisma.sql`LEFT JOIN "BargainingRound" round ON round."id" = e."id"`;

/** The paragraphs that bear an entity out as a whole. */
export const passages: Join = () => Prisma.sql`LEFT JOIN "Evidence" passage ON passage."entityId" = e."id"
  AND passage."attribute" IS NULL AND passage."articleId" IS NOT NULL`;
export const passageKey = Prisma.sql`passage."articleId" || '/' || passage."paragraph"`;

export const dimensions = {
  KIND: {
    fits: kindNames,
    key: Prisma.sql`e."kind"`,
    keys: { words: (kinds) => Object.fromEntries(kinds.map((kind) => [kind, [kindDefinition(kind).description]])) },
  },
  TYPE: { fits: kindsWith('types'), key: Prisma.sql`e."type"`, keys: { words: wordsOf('types') }, attribute: 'type' },
  STATUS: {
    fits: kindsWith('statuses'),
    key: Prisma.sql`e."status"`,
    keys: { words: wordsOf('statuses') },
    attribute: 'status',
  },
  ENTITY: { fits: kindNames, key: Prisma.sql`e."id"`, keys: 'entities' },
  JURISDICTION: belonging('jurisdiction'),
  ISSUE: belonging('issue'),
  PARTY: parties,
  SIDE: {
    fits: [...parties.fits, ...kindsOf('side')],
    joins: [...(parties.joins ?? []), joinPairs('side')],
    // What is said has the side of its speaker, and no parties.
    key: Prisma.sql`coalesce(party."side", CASE WHEN "side".hearsay THEN NULL ELSE "side"."side" END)::text`,
    hearsay: Prisma.sql`coalesce("side".hearsay, false)`,
    keys: alike({
      EMPLOYEE: 'Employees and their unions.',
      EMPLOYER: 'Employers and governments as such.',
      APPLICANT: 'Who brought the case.',
      RESPONDENT: 'Against whom it was brought.',
      INTERVENER: 'Who was let in beside them.',
    }),
  },
  SPEAKER: {
    ...belonging('speaker'),
    key: Prisma.sql`CASE WHEN "speaker".hearsay THEN NULL ELSE "speaker".far END`,
    hearsay: Prisma.sql`coalesce("speaker".hearsay, false)`,
  },
  OUTLET: {
    fits: kindNames,
    joins: [
      () => Prisma.sql`LEFT JOIN LATERAL (
      SELECT published."objectId" AS id FROM "Relationship" published
      WHERE published."type" = 'PUBLISHED_BY' AND published."subjectId" IN (
        SELECT e."id" UNION ALL SELECT v."articleId" FROM "Evidence" v WHERE v."entityId" = e."id"
      )
    ) outlet ON true`,
    ],
    key: Prisma.sql`outlet.id`,
    keys: 'entities',
  },
  ROUND: related('inRound', { types: ['MADE_IN', 'PART_OF', 'OCCURS_IN'], as: 'subject', to: 'BARGAINING_ROUND' }),
  COURT: { ...related('court', { types: ['HEARD_BY'], as: 'subject' }), attribute: 'court' },
  MEDIUM: {
    fits: ['STATEMENT'],
    joins: [() => Prisma.sql`LEFT JOIN "Statement" statement ON statement."id" = e."id"`],
    key: Prisma.sql`statement."medium"::text`,
    keys: wordsOfAttribute('STATEMENT', 'medium'),
    attribute: 'medium',
  },
  QUOTATION: {
    fits: ['STATEMENT'],
    joins: [passages],
    key: Prisma.sql`passage."quotation"::text`,
    keys: alike({
      QUOTED: 'The paragraph gives the speaker’s own words.',
      PARTLY_QUOTED: 'The paragraph gives some of them.',
      TOLD: 'The paragraph tells what was said in its own words.',
    }),
  },
  ROUTE: {
    fits: ['BARGAINING_ROUND'],
    joins: [rounds],
    key: Prisma.sql`round."route"::text`,
    keys: wordsOfAttribute('BARGAINING_ROUND', 'route'),
    attribute: 'route',
  },
  CONTESTED: {
    fits: contestableKinds,
    joins: [() => Prisma.sql`LEFT JOIN LATERAL (${contestsOf(Prisma.sql`e."id"`)}) AS contested ON true`],
    key: Prisma.sql`coalesce(contested.contest, CASE WHEN EXISTS (SELECT FROM "Relationship" r
      WHERE r."objectId" = e."id" AND r."type" = 'ASSERTS') THEN 'ASSERTED_ONLY' END)`,
    keys: alike({ ASSERTED_ONLY: 'Somebody says so, and nobody says otherwise.', ...contests }),
  },
  PROPOSED_AS: {
    fits: ['PROPOSAL'],
    // As in the gap of a round: who makes it counts for more than what it is called.
    key: Prisma.sql`CASE WHEN e."kind" <> 'PROPOSAL' THEN NULL WHEN e."type" = 'IMPOSED_SETTLEMENT' THEN 'IMPOSED'
      WHEN e."type" = 'DEMAND' OR EXISTS (SELECT FROM "Relationship" r WHERE r."objectId" = e."id"
        AND r."type" = 'MAKES' AND r."subjectKind" = 'UNION') THEN 'ASK' ELSE 'OFFER' END`,
    keys: alike({
      ASK: 'What the union asks for.',
      OFFER: 'What the employer offers.',
      IMPOSED: 'What a law imposes.',
    }),
  },
  TERM_ISSUE: { fits: termKinds, joins: [terms], key: Prisma.sql`term."issueId"`, keys: 'entities' },
  TERM_YEARS: {
    fits: termKinds,
    joins: [terms],
    key: Prisma.sql`CASE WHEN term."years" = 1 THEN term."year"::text
      ELSE term."year" || '-' || (term."year" + term."years" - 1) END`,
    keys: 'texts',
  },
} as const satisfies Record<string, DimensionDefinition>;

export type Dimension = keyof typeof dimensions;
export const dimensionNames = keysOf(dimensions);

/** The definition of a dimension, seen through the shared shape. */
export function dimensionDefinition(dimension: Dimension): DimensionDefinition {
  return dimensions[dimension];
}

/** Spans of time: how PostgreSQL names, spans and prints each. A week begins on Monday, as ISO 8601 has it. */
export const timeBuckets = {
  YEAR: { unit: 'year', step: '1 year', label: 'YYYY' },
  QUARTER: { unit: 'quarter', step: '3 months', label: 'YYYY-"Q"Q' },
  MONTH: { unit: 'month', step: '1 month', label: 'YYYY-MM' },
  WEEK: { unit: 'week', step: '7 days', label: 'IYYY-"W"IW' },
  DAY: { unit: 'day', step: '1 day', label: 'YYYY-MM-DD' },
} as const;

export type TimeBucket = keyof typeof timeBuckets;
