/**
 * The part of the schema that the registry says: enumerations, and for each kind its type, connection, filter and
 * query fields. What is particular to a kind stands in its own .graphql file.
 */
import { deepestFilter, type FilterName, filterKinds, filterNames, mostConditions } from '../graph/filters.ts';
import {
  type AttributeType,
  actorKinds,
  approximations,
  contestableKinds,
  contests,
  farKinds,
  identifierSchemeNames,
  type Kind,
  kindDefinition,
  kindNames,
  organizationKinds,
  relationshipDefinition,
  relationshipTypeNames,
  schemeDefinition,
  units,
  type Vocabulary,
} from '../graph/registry.ts';

/** Which kinds implement which interface. The interfaces' fields are copied into their types. */
export const interfaceKinds: Readonly<Record<string, readonly Kind[]>> = {
  Entity: kindNames,
  Dated: kindNames.filter((kind) => kindDefinition(kind).start !== undefined),
  Actor: actorKinds,
  Organization: organizationKinds,
  BargainingParty: farKinds('PARTY_TO', 'IN'),
  HasParties: farKinds('PARTY_TO', 'OUT'),
  Contestable: contestableKinds,
};

/** The GraphQL type of each kind. */
export const typeOfKind = (kind: Kind): string => kindDefinition(kind).graphql;

/** The kind that a GraphQL type stands for. */
export const kindOfType: ReadonlyMap<string, Kind> = new Map(kindNames.map((kind) => [typeOfKind(kind), kind]));

/** Types of which there are connections: every kind, and the interfaces that fields return pages of. */
export const connectedTypes: readonly string[] = ['Entity', 'Actor', ...kindNames.map(typeOfKind)];

/** The schema language of all that the registry says. */
export function vocabularySdl(): string {
  const enums = [
    enumSdl(
      'Kind',
      'The kinds of things that the graph knows.',
      mapValues(kindNames, (kind) => kindDefinition(kind).description),
    ),
    enumSdl(
      'RelationshipType',
      'What can be said to hold between two entities.',
      mapValues(relationshipTypeNames, (type) => relationshipDefinition(type).description),
    ),
    enumSdl('Unit', 'What a value counts.', units),
    enumSdl('Approximation', 'How firmly the source gives a number.', approximations),
    enumSdl('ContestedAs', 'What stands against a claim, a law or a proposal.', contests),
    enumSdl(
      'IdentifierScheme',
      'The registers of others whose identifiers the graph has.',
      mapValues(identifierSchemeNames, (scheme) => schemeDefinition(scheme).description),
    ),
    ...kindNames.flatMap(kindEnums),
  ];
  const fact = [...kindNames.map(typeOfKind), 'Relationship', 'Term', 'Provision', 'LegislationStage'].join(' | ');
  return [
    ...enums,
    `"A fact that evidence can hang on."\nunion Fact = ${fact}`,
    ...connectedTypes.map(connectionSdl),
    ...kindNames.map(filterSdl),
    ...kindNames.map(querySdl),
  ].join('\n\n');
}

function mapValues<Key extends string>(keys: readonly Key[], value: (key: Key) => string): Vocabulary {
  return Object.fromEntries(keys.map((key) => [key, value(key)]));
}

function enumSdl(name: string, description: string, values: Vocabulary): string {
  const lines = Object.entries(values).map(([value, meaning]) => `  ${quote(meaning)}\n  ${value}`);
  return `${quote(description)}\nenum ${name} {\n${lines.join('\n')}\n}`;
}

/** Enumerations that several attributes share. */
const shared = ['Unit', 'Approximation'];

/** A kind's types and statuses, and the vocabularies of its attributes. */
function kindEnums(kind: Kind): string[] {
  const { graphql, types, statuses, details } = kindDefinition(kind);
  const worded = (attribute: AttributeType): string[] =>
    typeof attribute === 'object' && !shared.includes(attribute.graphql)
      ? [enumSdl(attribute.graphql, `A word for what ${graphql} says of itself.`, attribute.oneOf)]
      : [];
  return [
    ...(types === undefined
      ? []
      : [enumSdl(`${graphql}Type`, `What type of thing of the kind ${kind} can be.`, types)]),
    ...(statuses === undefined
      ? []
      : [enumSdl(`${graphql}Status`, `How what is of the kind ${kind} can stand.`, statuses)]),
    ...Object.values(details?.attributes ?? {}).flatMap(worded),
  ];
}

/** The fields that a kind's type has beside those of its interfaces and those in its own file. */
export function ownFieldsSdl(kind: Kind): string {
  const { graphql, types, statuses } = kindDefinition(kind);
  return [
    ...(types === undefined
      ? []
      : [`"Its type; null if that is not stated or does not matter."\ntype: ${graphql}Type`]),
    ...(statuses === undefined ? [] : [`"How it stood when the sources spoke of it."\nstatus: ${graphql}Status`]),
  ].join('\n');
}

function connectionSdl(type: string): string {
  return `"A page of a list."
type ${type}Connection {
  "The page, each with its cursor and the relationship by which it was reached."
  edges: [${type}Edge!]!
  "The same without what belongs to the edge."
  nodes: [${type}!]!
  "Where the page stands in the list."
  pageInfo: PageInfo!
  "How many there are over all pages; counted only when asked for."
  totalCount: Int!${undatedField(type)}
}

"A line of a page."
type ${type}Edge {
  "Where it stands in the list."
  cursor: String!
  "What stands there."
  node: ${type}!
  "The relationship by which it was reached, with its validity, qualifiers and evidence; null in a plain list."
  relationship: Relationship
  "With \`asOf\` or \`asToldBy\`: how certain it is that the relationship holds then."
  certainty: Certainty
}`;
}

/** A list that can be asked for days says how many things it cannot place. */
const undatedField = (type: string): string =>
  type === 'Entity' || filterKinds.undated.some((kind) => typeOfKind(kind) === type)
    ? `
  "Of a list whose filter asks for days: how many that meet its other conditions have no date, in the list or not; else null."
  undatedCount: Int`
    : '';

const filterMeaning = `What is asked of a list; every condition given must hold. With those of the filters within it, it may have ${mostConditions} conditions, and filters may stand ${deepestFilter} deep in one another.`;

/** A filter has a condition only where the kind can meet it. */
function filterSdl(kind: Kind): string {
  const { graphql } = kindDefinition(kind);
  const fields: Record<FilterName, string> = {
    ids: '"One of these, by their ids."\nids: [ID!]',
    name: '"One of its names, in whatever language, is so."\nname: TextFilter',
    types: `"Of one of these types."\ntypes: [${graphql}Type!]`,
    statuses: `"With one of these statuses."\nstatuses: [${graphql}Status!]`,
    jurisdiction:
      '"Falls under this jurisdiction, or governs it, itself or by what it belongs to: the jurisdiction’s id."\njurisdiction: ID',
    issue: [
      '"Concerns this issue or a narrower one: its id."\nissue: ID',
      '"With `issue`: what concerns a narrower one too."\nnarrower: Boolean = true',
    ].join('\n'),
    party: '"This actor is a party to it or to what it belongs to, or takes part in it: the actor’s id."\nparty: ID',
    speaker: '"This actor said it, or put it forward: the actor’s id. Hearsay is none of theirs."\nspeaker: ID',
    sides: '"Said or put forward on one of these sides: by a party, or by who held an office of one."\nsides: [Side!]',
    contested: '"If true, what is contested, in whatever way; if false, what is not."\ncontested: Boolean',
    contestedAs: '"What is contested in one of these ways."\ncontestedAs: [ContestedAs!]',
    publishedBy: '"This outlet published it, or wrote it for the publisher: the outlet’s id."\npublishedBy: ID',
    verifications:
      '"Whether the facts were checked against its text in this installation."\nverifications: [TextStatus!]',
    from: '"Went on or may have gone on, on this day or later."\nfrom: Date',
    to: '"Had begun or happened, or may have, by this day."\nto: Date',
    undated:
      '"What to do with what has no date: `INCLUDE` unless told, since it may have been in any time."\nundated: Undated',
    evidence:
      '"It rests, among others, on such evidence: of its own, not of what it is related to."\nevidence: EvidenceFilter',
    restsOn: '"How far its evidence reaches."\nrestsOn: RestsOn',
    text: '"Words of the name or summary, in web search syntax."\ntext: String',
    notStated: '"The sources leave this attribute open."\nnotStated: String',
  };
  const own = filterNames.filter((name) => filterKinds[name].some((one) => one === kind));
  const nested = [
    `"Each of these holds too."\nand: [${graphql}Filter!]`,
    `"One of these holds, or several. There must be one at the least."\nor: [${graphql}Filter!]`,
    `"This does not hold. What the sources leave open does not hold."\nnot: ${graphql}Filter`,
  ];
  const lines = [...own.map((name) => fields[name]), ...nested].map(indent);
  return `${quote(filterMeaning)}\ninput ${graphql}Filter {\n${lines.join('\n')}\n}`;
}

function querySdl(kind: Kind): string {
  const { graphql, plural, description } = kindDefinition(kind);
  return `extend type Query {
  ${quote(`One by its id, null if there is none of this kind. ${description}`)}
  ${singularOf(kind)}(
    "The id."
    id: ID!
  ): ${graphql}
  ${quote(`A list. ${description}`)}
  ${plural}(
    "What is asked of them."
    filter: ${graphql}Filter
    "In which order."
    orderBy: EntityOrder = { field: ID }
    "In the order of names: those of this language."
    language: Language = EN
  ): ${graphql}Connection @semanticNonNull @cost(weight: 300)
}`;
}

/** The query field that fetches one of a kind: `bargainingUnit`. */
export function singularOf(kind: Kind): string {
  const type = typeOfKind(kind);
  return type.charAt(0).toLowerCase() + type.slice(1);
}

const quote = (text: string): string => JSON.stringify(text);
const indent = (text: string): string => text.replace(/^/gm, '  ');
