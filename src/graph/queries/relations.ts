/**
 * What filters and dimensions ask after, as data: by which relationships a thing has a jurisdiction, an issue, parties,
 * a speaker, a side, a publisher. What has none of its own has those of what it belongs to: an event that of its
 * dispute, a statement that of its speaker, a claim that of the statement that makes it. Which kinds that is, the
 * registry says.
 */
import { Prisma } from '../../generated/prisma/client.ts';
import {
  actorKinds,
  farKinds,
  type Kind,
  kindNames,
  type RelationshipType,
  relationshipDefinition,
  rules,
} from '../../registry/index.ts';

/** A step along one of these relationships, as their subject (OUT) or their object (IN). */
interface Step {
  readonly types: readonly RelationshipType[];
  readonly direction: 'OUT' | 'IN';
}

/** The steps from a thing to what is asked after. */
type Way = readonly [Step, ...Step[]];

interface Relation {
  /** Of these kinds is what is asked after. */
  readonly target: readonly Kind[];
  readonly ways: readonly Way[];
}

const to = (...types: RelationshipType[]): Step => ({ types, direction: 'OUT' });
const from = (...types: RelationshipType[]): Step => ({ types, direction: 'IN' });

const place = to('IN_JURISDICTION', 'GOVERNS');
const after = (steps: Way, ways: readonly Way[]): Way[] => ways.map((way) => [...steps, ...way]);
/** Of a party, that of the governments that it formed. */
const placeOfParty: Way = [from('FORMED_BY'), to('ADMINISTRATION_OF'), place];
/** From who acts to the jurisdiction of the body, or of the office held. */
const placeOfActor: readonly Way[] = [[place], [to('HOLDS'), place], [to('ADMINISTRATION_OF'), place], placeOfParty];
/** Of a statement, its event and its speaker. */
const placeOfStatement: readonly Way[] = [
  [to('MADE_IN'), to('OCCURS_IN'), place],
  ...after([from('MAKES')], placeOfActor),
];
const speakers = [...new Set([...actorKinds, ...farKinds('MAKES', 'IN')])];

const relations = {
  jurisdiction: {
    target: ['JURISDICTION'],
    ways: [
      [place],
      [to('ADMINISTRATION_OF'), place],
      placeOfParty,
      // Of an event, its dispute, round or case, and who takes part; of a proposal, what it was made in, or the law that
      // imposes it.
      [to('OCCURS_IN', 'MADE_IN'), place],
      [to('PART_OF'), to('OCCURS_IN'), place],
      ...after([from('TAKES_PART_IN')], placeOfActor),
      [from('SETS', 'IMPOSES'), place],
      ...placeOfStatement,
      ...after([from('ASSERTS')], [...placeOfActor, ...placeOfStatement]),
    ],
  },
  issue: { target: ['ISSUE'], ways: [[to('CONCERNS')]] },
  party: {
    target: farKinds('PARTY_TO', 'IN'),
    ways: [
      [from('PARTY_TO')],
      // Of an event, those of its dispute, round or case.
      [to('OCCURS_IN'), from('PARTY_TO')],
      [to('PART_OF'), to('OCCURS_IN'), from('PARTY_TO')],
    ],
  },
  /** Asked for together with parties. */
  participant: { target: farKinds('PARTY_TO', 'IN'), ways: [[from('TAKES_PART_IN')]] },
  publishedBy: { target: farKinds('PUBLISHED_BY', 'OUT'), ways: [[to('PUBLISHED_BY')]] },
  speaker: { target: speakers, ways: [[from('MAKES', 'ASSERTS')], [from('ASSERTS'), from('MAKES')]] },
  /** To what the speaker, or the body that the speaker holds an office of, is a party to. */
  side: {
    target: farKinds('PARTY_TO', 'OUT'),
    ways: after(
      [from('MAKES')],
      [
        [to('PARTY_TO')],
        [to('OFFICE_OF'), to('PARTY_TO')],
        [to('HOLDS'), to('OFFICE_OF'), to('PARTY_TO')],
        [to('ADMINISTRATION_OF'), to('PARTY_TO')],
      ],
    ),
  },
} as const satisfies Record<string, Relation>;

export type RelationName = keyof typeof relations;

/** The definition of a relation, seen through the shared shape. */
export function relationDefinition(name: RelationName): Relation {
  return relations[name];
}

/** The kinds that have a relation, by themselves or through what they belong to. */
export function kindsOf(name: RelationName): Kind[] {
  const { ways, target } = relationDefinition(name);
  return kindNames.filter((kind) => ways.some((way) => reaches(kind, way, target)));
}

/** Whether a way leads from a kind to one of the targets, by what the registry allows. */
const reaches = (kind: Kind, way: Way, target: readonly Kind[]): boolean =>
  way.reduce<Kind[]>((kinds, step) => next(kinds, step), [kind]).some((end) => target.includes(end));

function next(kinds: readonly Kind[], { types, direction }: Step): Kind[] {
  const [near, far] =
    direction === 'OUT' ? (['subjectKind', 'objectKind'] as const) : (['objectKind', 'subjectKind'] as const);
  return [
    ...new Set(
      rules.filter((rule) => types.includes(rule.type) && kinds.includes(rule[near])).map((rule) => rule[far]),
    ),
  ];
}

/**
 * Each thing with what a relation leads to, for things of some kinds: rows of `id`, `far`, the `side` of the last
 * relationship, and whether it is `hearsay`. Something may stand there several times.
 */
export function pairs(name: RelationName, kinds: readonly Kind[]): Prisma.Sql {
  const { ways, target } = relationDefinition(name);
  const some = ways.filter((way) => kinds.some((kind) => reaches(kind, way, target)));
  if (some.length === 0)
    return Prisma.sql`SELECT NULL::text AS id, NULL::text AS far, NULL::"Side" AS "side", false AS hearsay WHERE false`;
  return Prisma.join(
    some.map((way) => along(way, target)),
    ' UNION ALL ',
  );
}

const raw = (text: string): Prisma.Sql => Prisma.raw(text);
const nearEnd = (step: Step, index: number): string =>
  `r${index}."${step.direction === 'OUT' ? 'subject' : 'object'}Id"`;
const farEnd = (step: Step, index: number, part = 'Id'): string =>
  `r${index}."${step.direction === 'OUT' ? 'object' : 'subject'}${part}"`;

/** The rows of one way. The names in it are words of the registry and of this file, never a client's. */
function along(way: Way, target: readonly Kind[]): Prisma.Sql {
  const last = way.length - 1;
  const [first, ...others] = way;
  const joined = others.map((step, index) => {
    const before = others[index - 1] ?? first;
    return Prisma.sql`JOIN "Relationship" r${raw(String(index + 1))}
      ON ${raw(`${nearEnd(step, index + 1)} = ${farEnd(before, index)}`)} ${heldThen(step, before, index + 1)}`;
  });
  const types = way.map(({ types }, index) => Prisma.sql`r${raw(String(index))}."type" = ANY(${[...types]}::text[])`);
  const end = others.at(-1) ?? first;
  const made = way.flatMap(({ types }, index) => (types.includes('MAKES') ? [isHearsay(raw(`r${index}`))] : []));
  return Prisma.sql`SELECT ${raw(nearEnd(first, 0))} AS id, ${raw(farEnd(end, last))} AS far,
      r${raw(String(last))}."side", ${Prisma.join([Prisma.sql`false`, ...made], ' OR ')} AS hearsay
    FROM "Relationship" r0 ${Prisma.join([Prisma.empty, ...joined], ' ')}
    WHERE ${Prisma.join(types, ' AND ')} AND ${raw(farEnd(end, last, 'Kind'))} = ANY(${[...target]}::text[])`;
}

/** Who is said to have made a statement, by somebody else whose words alone it reaches us in. `r` is a relationship. */
const isHearsay = (r: Prisma.Sql): Prisma.Sql =>
  Prisma.sql`coalesce(${r}."type" = 'MAKES' AND ${r}."objectKind" = 'STATEMENT' AND ${r}."accordingToId" IS NOT NULL, false)`;

/** An office counts for what was said while it may have been held. */
function heldThen({ types }: Step, before: Step, index: number): Prisma.Sql {
  if (!types.some((type) => relationshipDefinition(type).temporal === true)) return Prisma.empty;
  const held = raw(`r${index}`);
  return Prisma.sql`AND EXISTS (SELECT FROM "Entity" said WHERE said."id" = ${raw(nearEnd(before, index - 1))}
    AND coalesce(${held}."validFromEarliest" <= said."startLatest", true)
    AND coalesce(${held}."validToLatest" >= said."startEarliest", true))`;
}
