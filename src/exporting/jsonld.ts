/** JSON-LD: entities and relationships as nodes, every one with its evidence. */
import { Decimal } from '@prisma/client/runtime/client';
import type { Evidence, Identifier, NameType } from '../generated/prisma/client.ts';
import { certaintyOf, labelOf } from '../graph/rows/relationshipMeaning.ts';
import { formatDay } from '../records/partialDates.ts';
import {
  type AttributeType,
  addressOfIdentifier,
  identifierSchemes,
  iriOfIdentifier,
  isKeyOf,
  isKind,
  kindDefinition,
} from '../registry/index.ts';
import type { Fields } from './columns.ts';
import { licence } from './dataset.ts';
import { type EntityRow, entityBatches, languages, namesOf } from './entities.ts';
import { inTurn, writeArray } from './json.ts';
import { context } from './jsonldContext.ts';
import { mapBatches, notExported } from './leftOut.ts';
import type { Options } from './options.ts';
import { type PartRow, partBatches } from './parts.ts';
import type { Reader } from './reading.ts';
import { type RelationshipRow, relationshipBatches } from './relationships.ts';

/** A node of a JSON-LD document. */
export type Node = Readonly<Record<string, unknown>>;

/** Writes the graph under the published context; without an address of that, under the context itself. */
export function writeJsonld(reader: Reader, options: Options): AsyncGenerator<string> {
  const { leftOut } = options;
  const nodes = inTurn<Node>(
    mapBatches(entityBatches(reader, options), (row) => entityNode(row, options), leftOut),
    mapBatches(partBatches(reader, options), (part) => partNode(part, options), leftOut),
    mapBatches(relationshipBatches(reader, options), (row) => relationshipNode(row, options), leftOut),
  );
  return writeArray(nodes, leftOut, {
    item: filledIn,
    instead: (id) => ({ '@id': iri(id, options), '@type': 'NotExported', note: notExported }),
    first: datasetNode(options),
    before: `{"@context":${JSON.stringify(options.context ?? context)},"@graph":`,
    after: '}\n',
  });
}

/** Of what data it is, and what may be done with them. */
export const datasetNode = ({ data: { version, digest } }: Options): Node => ({
  '@type': 'schema:Dataset',
  version,
  digest,
  license: licence.url,
});

/** Writes the context. */
export async function* writeContext(): AsyncGenerator<string> {
  yield `${JSON.stringify({ '@context': context }, null, 2)}\n`;
}

/** The IRI of an id. */
export const iri = (id: string, { base }: Options): string => base + encodeURIComponent(id);

/** What browsers take in an address, and no IRI has: with it, strict readers refuse the whole document. */
const notInIris = /[{}|\\^`\p{Co}\uFFF0-\uFFFF]|%(?![0-9A-Fa-f]{2})/gu;

/** The address of a page as an IRI. */
export function addressIri(address: string): string {
  const iriOf = (text: string): string => text.replace(notInIris, encodeURIComponent);
  const [, host = '', path = ''] = /^(\w+:\/\/[^/?#\\]*)(.*)$/su.exec(address) ?? [address, address];
  // Only a host is in brackets.
  return iriOf(host) + iriOf(path).replace(/[[\]]/g, encodeURIComponent);
}

/** The IRI of an attribute's name: one of our own, whatever a standard calls the attribute. */
export const attributeIri = (name: string): string => `lg:${name}`;

/** Without what nobody has filled in. */
export function filledIn(node: Node): Node {
  const isEmpty = (value: unknown): boolean => Array.isArray(value) && value.length === 0;
  return Object.fromEntries(Object.entries(node).filter(([, value]) => (value ?? null) !== null && !isEmpty(value)));
}

/** Which day of schema.org's a kind's start is; else it is the day on which it began. */
const startTerms: Readonly<Record<string, string>> = { ARTICLE: 'datePublished', STATEMENT: 'dateCreated' };

function entityNode(row: EntityRow, options: Options): Node {
  const { kind, names } = row;
  const attributes = isKind(kind) ? Object.entries(kindDefinition(kind).details?.attributes ?? {}) : [];
  const inLanguages = (type: NameType): Node | null => {
    const texts = filledIn(Object.fromEntries(languages.map((language) => [language, namesOf(names, type, language)])));
    return Object.keys(texts).length === 0 ? null : texts;
  };
  return {
    '@id': iri(row.id, options),
    '@type': [kind, ...(isKind(kind) ? (kindDefinition(kind).classes ?? []) : [])],
    name: inLanguages('PREFERRED'),
    alias: inLanguages('ALIAS'),
    acronym: inLanguages('ACRONYM'),
    formerName: inLanguages('FORMER'),
    ...identifierEntries(row.identifiers),
    type: row.type,
    status: row.status,
    summary: row.summary,
    start: dateNode(row, 'start'),
    end: dateNode(row, 'end'),
    [startTerms[kind] ?? 'startDate']: exactDay(row.startEarliest, row.startLatest),
    endDate: exactDay(row.endEarliest, row.endLatest),
    ...Object.fromEntries(attributes.flatMap(([name, type]) => attributeEntries(row.detail, name, type, options))),
    notStated: row.notStated.map(({ attribute }) => attributeIri(attribute)),
    evidence: evidenceNodes(row.evidence, options),
  };
}

/** What others know it by; and as the same thing, where their linked data have a name for that. */
function identifierEntries(identifiers: readonly Identifier[]): Node {
  const known = identifiers.flatMap(({ scheme, value }) =>
    isKeyOf(identifierSchemes, scheme) ? [{ scheme, value }] : [],
  );
  return {
    sameAs: known.flatMap(({ scheme, value }) => iriOfIdentifier(scheme, value) ?? []),
    identifier: known.map(({ scheme, value }) => ({
      '@type': 'schema:PropertyValue',
      propertyID: scheme,
      identifierValue: value,
      url: addressOfIdentifier(scheme, value, 'en'),
    })),
  };
}

function attributeEntries(detail: Fields, name: string, type: AttributeType, options: Options): [string, unknown][] {
  const value: [string, unknown] = [name, attributeValue(detail, name, type, options)];
  return type === 'amount' || type === 'share' ? [value, [`${name}Fraction`, detail[`${name}Fraction`]]] : [value];
}

function attributeValue(detail: Fields, name: string, type: AttributeType, options: Options): unknown {
  if (type === 'date') return dateNode(detail, name);
  const value = detail[type === 'entity' ? `${name}Id` : name];
  if (type === 'entity') return typeof value === 'string' ? iri(value, options) : null;
  if (name === 'address') return typeof value === 'string' ? addressIri(value) : null;
  return value instanceof Decimal ? value.toFixed() : value;
}

function dateNode(fields: Fields, name: string): Node | null {
  const edtf = fields[name];
  if (edtf === null || edtf === undefined) return null;
  const day = (suffix: string): string | null => {
    const value = fields[`${name}${suffix}`];
    return value instanceof Date ? formatDay(value) : null;
  };
  return filledIn({
    '@type': 'PartialDate',
    edtf,
    earliest: day('Earliest'),
    latest: day('Latest'),
    basis: fields[`${name}Basis`],
    note: fields[`${name}Note`],
  });
}

/** The day, where there is but one that is meant. */
export function exactDay(earliest: Date | null, latest: Date | null): string | null {
  return earliest !== null && earliest.getTime() === latest?.getTime() ? formatDay(earliest) : null;
}

/** Terms of schema.org for what types of relationships say. */
const standardTerms: Readonly<Record<string, string>> = { WRITTEN_BY: 'author', PUBLISHED_BY: 'publisher' };

/** Which relationships are memberships to Popolo, and what the person has or is in by them. */
const memberships: Readonly<Record<string, string>> = { HOLDS: 'post', MEMBER_OF: 'organization' };

function relationshipNode(row: RelationshipRow, options: Options): Node {
  const [subject, object] = [iri(row.subjectId, options), iri(row.objectId, options)];
  const place = memberships[row.type];
  const standard = standardTerms[row.type];
  return {
    '@id': iri(row.id, options),
    '@type': ['Relationship', 'rdf:Statement', ...(place === undefined ? [] : ['org:Membership'])],
    ...(place !== undefined && {
      ...{ member: subject, [place]: object },
      startDate: exactDay(row.validFromEarliest, row.validFromLatest),
      endDate: exactDay(row.validToEarliest, row.validToLatest),
    }),
    // The direct statement, for who asks without reification; when it holds, and by whom it is said, stands here.
    subject: { '@id': subject, [row.type]: { '@id': object }, ...(standard !== undefined && { [standard]: object }) },
    predicate: row.type,
    object,
    label: labelOf(row.type, 'OUT'),
    validFrom: dateNode(row, 'validFrom'),
    validTo: dateNode(row, 'validTo'),
    certainty: options.asOf === undefined ? null : certaintyOf(row, options.asOf),
    side: row.side,
    position: row.position,
    role: row.role,
    acting: row.acting,
    ordinal: row.ordinal,
    note: row.note,
    accordingTo: row.accordingToId === null ? null : iri(row.accordingToId, options),
    evidence: evidenceNodes(row.evidence, options),
  };
}

/** A term, stage or provision: a node of its own that names what it is a part of. */
function partNode(part: PartRow, options: Options): Node {
  switch (part.part) {
    case 'Term': {
      const { id, proposalId, issueId, ordinal, year, years, value, valueFraction, unit, approximation, text } = part;
      return {
        '@id': iri(id, options),
        '@type': part.part,
        [part.proposalKind === 'PROPOSAL' ? 'proposal' : 'agreement']: iri(proposalId, options),
        issue: iri(issueId, options),
        ...{ ordinal, year, years, valueFraction, unit, approximation, text },
        ...{ compounded: part.compounded, retroactive: part.retroactive, lumpSum: part.lumpSum },
        effective: dateNode(part, 'effective'),
        value: value?.toFixed(),
        notStated: part.notStated ? [attributeIri('value')] : null,
        evidence: evidenceNodes(part.evidence, options),
      };
    }
    case 'LegislationStage': {
      const { id, legislationId, ordinal, stage, evidence } = part;
      return {
        '@id': iri(id, options),
        '@type': part.part,
        legislation: iri(legislationId, options),
        ...{ ordinal, stage },
        date: dateNode(part, 'date'),
        evidence: evidenceNodes(evidence, options),
      };
    }
    case 'Provision': {
      const { id, legislationId, ordinal, effect, condition, affects, evidence } = part;
      return {
        '@id': iri(id, options),
        '@type': part.part,
        legislation: iri(legislationId, options),
        ...{ ordinal, effect, condition },
        affects: affects.map((entity) => iri(entity.id, options)),
        evidence: evidenceNodes(evidence, options),
      };
    }
  }
}

function evidenceNodes(evidence: readonly Evidence[], options: Options): Node[] {
  return evidence.map(({ id, basis, articleId, paragraph, attribute, anchors, quotation, note, url }) =>
    filledIn({
      '@id': iri(id, options),
      '@type': 'Evidence',
      basis,
      article: articleId === null ? null : iri(articleId, options),
      paragraph,
      supports: attribute === null ? null : attributeIri(attribute),
      anchors,
      quotation,
      [basis === 'DERIVED' ? 'rule' : 'citation']: note,
      url: url === null ? null : addressIri(url),
    }),
  );
}
