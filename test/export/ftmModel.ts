/** FollowTheMoney's default model, versions 3.8 and 4, as far as the export uses it. */

/** The type of a property's values; of a reference, the schema that it leads to. */
export type Property = 'country' | 'date' | 'name' | 'number' | 'string' | 'text' | 'topic' | 'url' | { range: string };

interface Schema {
  readonly extends?: readonly string[];
  readonly abstract?: true;
  readonly required?: readonly string[];
  readonly properties?: Readonly<Record<string, Property>>;
}

const schemata: Readonly<Record<string, Schema>> = {
  Thing: {
    abstract: true,
    required: ['name'],
    properties: {
      name: 'name',
      alias: 'name',
      weakAlias: 'name',
      previousName: 'name',
      summary: 'text',
      topics: 'topic',
      keywords: 'string',
      country: 'country',
      publisher: 'string',
      sourceUrl: 'url',
      proof: { range: 'Document' },
      modifiedAt: 'date',
    },
  },
  LegalEntity: { extends: ['Thing'] },
  Person: { extends: ['LegalEntity'] },
  Organization: { extends: ['LegalEntity'] },
  PublicBody: { extends: ['Organization'] },
  Position: { extends: ['Thing'], properties: { organization: { range: 'Organization' }, numberOfSeats: 'number' } },
  Event: { extends: ['Interval', 'Thing'] },
  CourtCase: {
    extends: ['Thing'],
    properties: { category: 'string', status: 'string', court: 'string', fileDate: 'date', closeDate: 'date' },
  },
  Document: {
    extends: ['Thing'],
    required: ['fileName'],
    properties: { fileName: 'string', title: 'string', author: 'string', publishedAt: 'date' },
  },
  Article: { extends: ['Document'] },
  Interval: {
    abstract: true,
    properties: {
      startDate: 'date',
      endDate: 'date',
      date: 'date',
      description: 'text',
      recordId: 'string',
      sourceUrl: 'url',
    },
  },
  Interest: { extends: ['Interval'], abstract: true, properties: { role: 'string' } },
  Occupancy: {
    extends: ['Interval'],
    required: ['holder', 'post'],
    properties: { holder: { range: 'Person' }, post: { range: 'Position' } },
  },
  Membership: {
    extends: ['Interest'],
    required: ['member', 'organization'],
    properties: { member: { range: 'LegalEntity' }, organization: { range: 'Organization' } },
  },
  Succession: {
    extends: ['Interest'],
    required: ['predecessor', 'successor'],
    properties: { predecessor: { range: 'LegalEntity' }, successor: { range: 'LegalEntity' } },
  },
  CourtCaseParty: {
    extends: ['Interest'],
    required: ['party', 'case'],
    properties: { party: { range: 'Thing' }, case: { range: 'CourtCase' } },
  },
  UnknownLink: {
    extends: ['Interest'],
    required: ['subject', 'object'],
    properties: { subject: { range: 'Thing' }, object: { range: 'Thing' } },
  },
};

/** A schema with all that it extends. */
const lineOf = (name: string): string[] => [name, ...(schemata[name]?.extends ?? []).flatMap(lineOf)];

/** True if a schema is another, or extends it. */
export const isA = (name: string, other: string): boolean => lineOf(name).includes(other);

/** What an entity of a schema must have, and may. @throws Error if there is no such schema. */
export function modelOf(name: string) {
  const own = schemata[name];
  if (own === undefined) throw new Error(`FollowTheMoney has no schema ${name}`);
  const line = lineOf(name).flatMap((one) => schemata[one] ?? []);
  return {
    abstract: own.abstract === true,
    required: line.flatMap(({ required }) => required ?? []),
    properties: Object.assign({}, ...line.map(({ properties }) => properties)) as Readonly<Record<string, Property>>,
  };
}
