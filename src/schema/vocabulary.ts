/**
 * The part of the schema that the registry says: enumerations, and for each kind its type, connection, filter and
 * query fields. What is particular to a kind stands in its own .graphql file.
 */
import { deepestFilter, type FilterName, filterKinds, filterNames, mostConditions } from '../graph/queries/filters.ts';
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
  positions,
  relationshipDefinition,
  relationshipTypeNames,
  schemeDefinition,
  sides,
  units,
  type Vocabulary,
} from '../registry/index.ts';

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
      'The kinds of entity.',
      mapValues(kindNames, (kind) => kindDefinition(kind).description),
    ),
    enumSdl(
      'RelationshipType',
      'The types of relationship.',
      mapValues(relationshipTypeNames, (type) => relationshipDefinition(type).description),
    ),
    enumSdl('Unit', 'The units of values.', units),
    enumSdl('Approximation', 'How exactly the source gives a number.', approximations),
    enumSdl('Side', 'The sides of a dispute, a round or a case.', sides),
    enumSdl('Position', "An actor's position.", positions),
    enumSdl('ContestedAs', 'How a claim, a law or a proposal is contested.', contests),
    enumSdl(
      'IdentifierScheme',
      'The registers whose identifiers an entity can have.',
      mapValues(identifierSchemeNames, (scheme) => schemeDefinition(scheme).description),
    ),
    ...kindNames.flatMap(kindEnums),
  ];
  const fact = [...kindNames.map(typeOfKind), 'Relationship', 'Term', 'Provision', 'LegislationStage'].join(' | ');
  return [
    ...enums,
    `"A fact, which has evidence."\nunion Fact = ${fact}`,
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
      ? [enumSdl(attribute.graphql, `The values of an attribute of ${graphql}.`, attribute.oneOf)]
      : [];
  return [
    ...(types === undefined ? [] : [enumSdl(`${graphql}Type`, `The types of ${graphql}.`, types)]),
    ...(statuses === undefined ? [] : [enumSdl(`${graphql}Status`, `The statuses of ${graphql}.`, statuses)]),
    ...Object.values(details?.attributes ?? {}).flatMap(worded),
  ];
}

/** The fields that a kind's type has beside those of its interfaces and those in its own file. */
export function ownFieldsSdl(kind: Kind): string {
  const { graphql, types, statuses } = kindDefinition(kind);
  return [
    ...(types === undefined ? [] : [`"Its type; null if it is not stated or does not matter."\ntype: ${graphql}Type`]),
    ...(statuses === undefined ? [] : [`"Its status when the sources were written."\nstatus: ${graphql}Status`]),
  ].join('\n');
}

function connectionSdl(type: string): string {
  return `"A page of a list."
type ${type}Connection {
  "The entities of the page, each with its cursor and the relationship that leads to it."
  edges: [${type}Edge!]!
  "The entities of the page."
  nodes: [${type}!]!
  "The position of the page in the list."
  pageInfo: PageInfo!
  "How many there are on all pages; counted only if asked for."
  totalCount: Int!${undatedField(type)}
}

"An entity in a page."
type ${type}Edge {
  "Its cursor: its position in the list."
  cursor: String!
  "The entity."
  node: ${type}!
  "The relationship that leads to it, with its dates, qualifiers and evidence. Null in a list of \`Query\`."
  relationship: Relationship
  "With \`asOf\` or \`asToldBy\`: whether the relationship holds then for certain, or only possibly."
  certainty: Certainty
}`;
}

/** A list that can be asked for days says how many things it cannot place. */
const undatedField = (type: string): string =>
  type === 'Entity' || filterKinds.undated.some((kind) => typeOfKind(kind) === type)
    ? `
  "With \`from\` or \`to\` in the filter: how many entities meet its other conditions but have no date, whether they are in the list or not. Otherwise null."
  undatedCount: Int`
    : '';

const filterMeaning = `A filter. All conditions must hold. It may have ${mostConditions} conditions, with those of the filters in it, and filters may be nested ${deepestFilter} deep.`;

/** A filter has a condition only where the kind can meet it. */
function filterSdl(kind: Kind): string {
  const { graphql } = kindDefinition(kind);
  const fields: Record<FilterName, string> = {
    ids: '"One of the entities with these ids."\nids: [ID!]',
    name: '"One of its names, in either language, meets this."\nname: TextFilter',
    types: `"One of these types."\ntypes: [${graphql}Type!]`,
    statuses: `"One of these statuses."\nstatuses: [${graphql}Status!]`,
    jurisdiction:
      '"The id of the jurisdiction that it, or what it belongs to, falls under or governs."\njurisdiction: ID',
    issue: [
      '"The id of an issue: it concerns this issue or a narrower one."\nissue: ID',
      '"With `issue`: include narrower issues."\nnarrower: Boolean = true',
    ].join('\n'),
    party: '"The id of an actor that is a party to it, or to what it belongs to, or takes part in it."\nparty: ID',
    speaker: '"The id of the actor that said it or put it forward. Hearsay does not count."\nspeaker: ID',
    sides:
      '"Said or put forward on one of these sides, by a party or by somebody who held one of its offices at the time."\nsides: [Side!]',
    contested: '"Whether it is contested, in any way."\ncontested: Boolean',
    contestedAs: '"Contested in one of these ways."\ncontestedAs: [ContestedAs!]',
    publishedBy: '"The id of the outlet that published it, or wrote it for the publisher."\npublishedBy: ID',
    verifications:
      '"Whether the facts were checked against its text in this installation."\nverifications: [TextStatus!]',
    from: '"It happened, or went on, on this day or later, or may have."\nfrom: Date',
    to: '"It had happened, or begun, by this day, or may have."\nto: Date',
    undated:
      '"What to do with entities that have no date. The default is `INCLUDE`, because they may have been at any time."\nundated: Undated',
    evidence:
      '"It has at least one such piece of evidence. The evidence of its relationships does not count."\nevidence: EvidenceFilter',
    restsOn: '"The sources that it rests on."\nrestsOn: RestsOn',
    text: '"Words of the name or summary, in the syntax of web searches."\ntext: String',
    notStated: '"The name of an attribute that the sources leave open."\nnotStated: String',
  };
  const own = filterNames.filter((name) => filterKinds[name].some((one) => one === kind));
  const nested = [
    `"All of these filters hold."\nand: [${graphql}Filter!]`,
    `"At least one of these filters holds. The list must not be empty."\nor: [${graphql}Filter!]`,
    `"This filter does not hold. An attribute that is not stated does not meet a condition."\nnot: ${graphql}Filter`,
  ];
  const lines = [...own.map((name) => fields[name]), ...nested].map(indent);
  return `${quote(filterMeaning)}\ninput ${graphql}Filter {\n${lines.join('\n')}\n}`;
}

function querySdl(kind: Kind): string {
  const { graphql, plural, description } = kindDefinition(kind);
  return `extend type Query {
  ${quote(`One by its id. Null if there is none of this kind. ${description}`)}
  ${singularOf(kind)}(
    "The id."
    id: ID!
  ): ${graphql}
  ${quote(`A list. ${description}`)}
  ${plural}(
    "A filter."
    filter: ${graphql}Filter
    "The order."
    orderBy: EntityOrder = { field: ID }
    "For the order by name: the language of the names."
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
