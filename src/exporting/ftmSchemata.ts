/** What FollowTheMoney calls things: its default model, version 4, which has no bargaining, no claims and no laws. */
import { isRelationshipType, type Kind, type RelationshipType } from '../registry/index.ts';

interface EntitySchema {
  readonly schema: string;
  /** Of FollowTheMoney's list of topics. */
  readonly topic?: string;
}

/** The schema of a kind. A kind that is missing has none. */
export const entitySchemata: Partial<Record<Kind, EntitySchema>> = {
  PERSON: { schema: 'Person' },
  UNION: { schema: 'Organization', topic: 'pol.union' },
  GOVERNMENT: { schema: 'PublicBody', topic: 'gov' },
  ADMINISTRATION: { schema: 'PublicBody', topic: 'gov.executive' },
  PUBLIC_BODY: { schema: 'PublicBody', topic: 'gov' },
  POLITICAL_PARTY: { schema: 'Organization', topic: 'pol.party' },
  COURT: { schema: 'PublicBody', topic: 'gov.judicial' },
  NEWS_OUTLET: { schema: 'Organization' },
  OFFICE: { schema: 'Position' },
  EVENT: { schema: 'Event' },
  LEGAL_CHALLENGE: { schema: 'CourtCase' },
  ARTICLE: { schema: 'Article' },
};

interface LinkSchema {
  readonly schema: string;
  /** The properties that name the two ends. */
  readonly subject: string;
  readonly object: string;
  /** It has a property `role`. */
  readonly role?: true;
}

/** The schema of a relationship between two kinds that have one. */
const linkSchemata: Partial<Record<RelationshipType, LinkSchema>> = {
  HOLDS: { schema: 'Occupancy', subject: 'holder', object: 'post' },
  MEMBER_OF: { schema: 'Membership', subject: 'member', object: 'organization', role: true },
  SUCCEEDS: { schema: 'Succession', subject: 'successor', object: 'predecessor', role: true },
  // Of what has a schema, a legal challenge alone has parties.
  PARTY_TO: { schema: 'CourtCaseParty', subject: 'party', object: 'case', role: true },
};

/** Any other: a link whose role is its label. */
export const otherLink: LinkSchema = { schema: 'UnknownLink', subject: 'subject', object: 'object', role: true };

/** The schema of a relationship of this type. */
export const linkSchema = (type: string): LinkSchema =>
  (isRelationshipType(type) ? linkSchemata[type] : undefined) ?? otherLink;

/** What is a property of its subject there, and no link: the organization of an office. */
export const asProperty: RelationshipType = 'OFFICE_OF';
