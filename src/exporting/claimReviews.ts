/**
 * Claims that stand against others, as schema.org's ClaimReview: who disputes, denies or limits a claim, or answers it
 * with another, and who claims it.
 *
 * schema.org asks for no `reviewRating`, and there is none: that somebody disputes a claim rates nothing, and which side
 * is right the sources leave open. Search engines that show nothing without a rating do not show these.
 */
import type { Entity, Evidence, Prisma, Relationship } from '../generated/prisma/client.ts';
import { contestsByType, isKind, kindDefinition } from '../registry/index.ts';
import { groupBy } from '../store/groupBy.ts';
import { readNames, withEvidence } from './attached.ts';
import { nameOf } from './entities.ts';
import { writeArray } from './json.ts';
import { datasetNode, exactDay, filledIn, iri, type Node } from './jsonld.ts';
import { context } from './jsonldContext.ts';
import { notExported } from './leftOut.ts';
import type { Options } from './options.ts';
import { inBatches, type Page, type Reader } from './reading.ts';
import { relationshipWhere } from './relationships.ts';

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
  return await reader.relationship.count({ where: where(options) });
}

type Proven = Relationship & { readonly evidence: readonly Evidence[] };

/** What a batch of reviews speaks of. */
interface Said {
  readonly entityOf: (id: string) => Entity | undefined;
  readonly nameOf: (id: string) => string;
  /** Who asserts a claim, or has a statement do so. */
  readonly assertionsOf: (claimId: string) => readonly Proven[];
  readonly speakersOf: (statementId: string) => readonly string[];
}

type ReviewRow = Proven & { readonly said: Said };

/** Writes the reviews. */
export function writeClaimReviews(reader: Reader, options: Options): AsyncGenerator<string> {
  const query = (page: Page) => ({ ...page, where: { ...where(options), ...page.where } });
  const read = async (page: Page): Promise<ReviewRow[]> => {
    const rows = await withEvidence(reader, 'relationshipId', await reader.relationship.findMany(query(page)));
    const said = await readSaid(reader, rows);
    return rows.map((row) => ({ ...row, said }));
  };
  const rows = inBatches(options, read, (page) =>
    reader.relationship.findMany({ ...query(page), select: { id: true } }),
  );
  return writeArray(rows, options.leftOut, {
    item: (row) => review(row, options),
    instead: (id) => ({ '@id': iri(id, options), '@type': 'lg:NotExported', description: notExported }),
    first: datasetNode(options),
    before: `{"@context":${JSON.stringify(reviewContext)},"@graph":`,
    after: '}\n',
  });
}

async function readSaid(reader: Reader, rows: readonly Relationship[]): Promise<Said> {
  const claims = rows.flatMap(({ subjectId, subjectKind, objectId }) =>
    subjectKind === 'CLAIM' ? [subjectId, objectId] : [objectId],
  );
  const asserting = await reader.relationship.findMany({
    where: { type: 'ASSERTS', objectId: { in: claims } },
    orderBy: { id: 'asc' },
  });
  const assertions = await withEvidence(reader, 'relationshipId', asserting);
  const subjects = [...rows, ...assertions].map(({ subjectId }) => subjectId);
  const making = await reader.relationship.findMany({
    where: { type: 'MAKES', objectId: { in: subjects } },
    orderBy: { id: 'asc' },
  });
  const ids = [...new Set([...claims, ...subjects, ...making.map(({ subjectId }) => subjectId)])];
  const entities = new Map(
    (await reader.entity.findMany({ where: { id: { in: ids } } })).map((entity) => [entity.id, entity]),
  );
  const names = await readNames(reader, ids);
  const makersOf = groupBy(making, ({ objectId }) => objectId);
  return {
    entityOf: (id) => entities.get(id),
    nameOf: (id) => nameOf({ id, names: names(id) }),
    assertionsOf: groupBy(assertions, ({ objectId }) => objectId),
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
