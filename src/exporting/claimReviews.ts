/**
 * Claims that stand against others, as schema.org's ClaimReview: who disputes, denies or limits a claim, or answers it
 * with another, and who claims it.
 *
 * schema.org asks for no `reviewRating`, and there is none: that somebody disputes a claim rates nothing, and which side
 * is right the sources leave open. Search engines that show nothing without a rating do not show these.
 */
import type { Evidence, Prisma, Relationship } from '../generated/prisma/client.ts';
import { contestsByType, isKind, kindDefinition } from '../registry/index.ts';
import type { EntityRow } from '../store/entity.ts';
import { groupBy } from '../store/groupBy.ts';
import { readRelationshipsById, readRelationshipsOf } from '../store/relationship.ts';
import { type Proven, readNamed, withEvidence } from './attached.ts';
import { nameOf } from './entities.ts';
import { writeArray } from './json.ts';
import { datasetNode, exactDay, filledIn, iri, type Node } from './jsonld.ts';
import { context } from './jsonldContext.ts';
import { notExported } from './leftOut.ts';
import type { Options } from './options.ts';
import { inBatches, type Reader, type RowOf } from './reading.ts';
import { relationshipIds, relationshipWhere } from './relationships.ts';

const reference = { '@type': '@id' } as const;

/** All words are schema.org's but for our own with a prefix. */
const reviewContext = {
  '@vocab': context.schema,
  schema: context.schema,
  lg: context.lg,
  digest: context.digest,
  dcterms: context.dcterms,
  xsd: context.xsd,
  ...{ license: reference, isBasedOn: reference, appearance: reference, 'lg:accordingTo': reference },
  datePublished: { '@type': 'xsd:date' },
  'lg:contest': { '@type': '@vocab' },
};

const where = (options: Options): Prisma.RelationshipWhereInput => ({
  ...relationshipWhere(options),
  type: { in: Object.keys(contestsByType) },
  objectKind: 'CLAIM',
});

/** How many reviews there are. */
export async function countClaimReviews(reader: Reader, options: Options): Promise<number> {
  return await reader.tx.relationship.count({ where: where(options) });
}

/** What a batch of reviews speaks of. */
interface Said {
  readonly entityOf: RowOf<EntityRow>;
  readonly nameOf: (id: string) => string;
  /** Who asserts a claim, or has a statement do so. */
  readonly assertionsOf: (claimId: string) => readonly Proven<Relationship>[];
  readonly speakersOf: (statementId: string) => readonly string[];
}

type ReviewRow = Proven<Relationship> & { readonly said: Said };

/** Writes the reviews. */
export function writeClaimReviews(reader: Reader, options: Options): AsyncGenerator<string> {
  const rows = inBatches(
    options,
    relationshipIds(reader, where(options)),
    async (ids) => await readReviews(reader, ids),
  );
  return writeArray(rows, options.leftOut, {
    item: (row) => review(row, options),
    instead: (id) => ({ '@id': iri(id, options), '@type': 'lg:NotExported', description: notExported }),
    first: datasetNode(options),
    before: `{"@context":${JSON.stringify(reviewContext)},"@graph":`,
    after: '}\n',
  });
}

async function readReviews(reader: Reader, ids: readonly string[]): Promise<RowOf<ReviewRow>> {
  const rows = await readRelationshipsById(reader.read, ids);
  const relationshipOf = await withEvidence(reader, 'relationshipId', rows);
  const said = await readSaid(
    reader,
    rows.filter((row) => row !== null),
  );
  return (id) => {
    const row = relationshipOf(id);
    return row && { ...row, said };
  };
}

async function readSaid(reader: Reader, rows: readonly Relationship[]): Promise<Said> {
  const { read } = reader;
  const claims = rows.flatMap(({ subjectId, subjectKind, objectId }) =>
    subjectKind === 'CLAIM' ? [subjectId, objectId] : [objectId],
  );
  const asserting = await readRelationshipsOf(read, { objects: claims, types: ['ASSERTS'] });
  const assertionOf = await withEvidence(reader, 'relationshipId', asserting);
  const assertersOf = groupBy(asserting, ({ objectId }) => objectId);
  const subjects = [...rows, ...asserting].map(({ subjectId }) => subjectId);
  const making = await readRelationshipsOf(read, { objects: subjects, types: ['MAKES'] });
  const makersOf = groupBy(making, ({ objectId }) => objectId);
  const entityOf = await readNamed(reader, [...claims, ...subjects, ...making.map(({ subjectId }) => subjectId)]);
  return {
    entityOf,
    nameOf: (id) => nameOf(entityOf(id) ?? { id, names: [] }),
    assertionsOf: (claimId) => assertersOf(claimId).flatMap(({ id }) => assertionOf(id) ?? []),
    speakersOf: (id) => makersOf(id).map(({ subjectId }) => subjectId),
  };
}

function review(row: ReviewRow, options: Options): Node {
  const { id, type, subjectId, objectId, said } = row;
  const subject = said.entityOf(subjectId);
  const isActor = subject?.kind !== 'STATEMENT' && subject?.kind !== 'CLAIM';
  return filledIn({
    '@id': iri(id, options),
    '@type': 'ClaimReview',
    'lg:contest': `lg:${type}`,
    claimReviewed: said.entityOf(objectId)?.summary,
    itemReviewed: claim(objectId, said, options),
    author: people(subject?.kind === 'CLAIM' ? claimants(subjectId, said) : speakers(subjectId, said), said, options),
    datePublished: subject === undefined ? null : exactDay(subject.startEarliest, subject.startLatest),
    reviewBody: isActor ? null : subject?.summary,
    isBasedOn: articles(row.evidence, options),
    'lg:accordingTo': row.accordingToId === null ? null : iri(row.accordingToId, options),
  });
}

function claim(id: string, said: Said, options: Options): Node {
  const assertions = said.assertionsOf(id);
  return filledIn({
    '@id': iri(id, options),
    '@type': 'Claim',
    author: people(claimants(id, said), said, options),
    appearance: articles(
      assertions.flatMap(({ evidence }) => evidence),
      options,
    ),
  });
}

/** Who asserts a claim. */
const claimants = (claimId: string, said: Said): string[] =>
  said.assertionsOf(claimId).flatMap(({ subjectId }) => speakers(subjectId, said));

/** Who says what a statement says; an actor is one. */
const speakers = (id: string, said: Said): readonly string[] =>
  said.entityOf(id)?.kind === 'STATEMENT' ? said.speakersOf(id) : [id];

/** People and organizations; an office is neither, and has a name alone. */
function people(ids: readonly string[], said: Said, options: Options): Node[] {
  return [...new Set(ids)].map((id) => {
    const kind = said.entityOf(id)?.kind ?? '';
    const classes = isKind(kind) ? (kindDefinition(kind).classes ?? []) : [];
    const type = classes.filter((name) => name.startsWith('schema:'));
    return filledIn({ '@id': iri(id, options), '@type': type, name: said.nameOf(id) });
  });
}

const articles = (evidence: readonly Evidence[], options: Options): string[] => [
  ...new Set(evidence.flatMap(({ articleId }) => (articleId === null ? [] : [iri(articleId, options)]))),
];
