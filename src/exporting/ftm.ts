/**
 * FollowTheMoney: a line of JSON for each entity, and for each relationship between two of them. What its model has no
 * schema for is left out and counted; docs/api.md names it.
 */
import type { Evidence } from '../generated/prisma/client.ts';
import { labelOf } from '../graph/rows/relationshipMeaning.ts';
import { formatDay } from '../records/partialDates.ts';
import { isKind, type Kind, kindNames } from '../registry/index.ts';
import { readDetails } from '../store/detail.ts';
import { byId, readNames } from './attached.ts';
import { countEntities, type EntityRow, entityBatches, nameOf, type Related, readRelated } from './entities.ts';
import { asProperty, entitySchemata, linkSchema, otherLink } from './ftmSchemata.ts';
import { inTurn } from './json.ts';
import { iri } from './jsonld.ts';
import { mapBatches } from './leftOut.ts';
import type { Options } from './options.ts';
import { wants } from './parts.ts';
import type { Reader } from './reading.ts';
import { countRelationships, type RelationshipRow, relationshipBatches } from './relationships.ts';

/** A value that is unknown is not there. */
type Value = string | null | undefined;
type Properties = Readonly<Record<string, readonly Value[]>>;

/** The kinds that are asked for, of those that have a schema. */
const known = (options: Options): Options => ({
  ...options,
  kinds: kindNames.filter((kind) => entitySchemata[kind] !== undefined && wants(kind, options)),
});

const countAll = async (reader: Reader, options: Options): Promise<number> =>
  (await countEntities(reader, options)) + (await countRelationships(reader, options));

/** How many entities and relationships are read. */
export async function countInFtm(reader: Reader, options: Options): Promise<number> {
  return await countAll(reader, known(options));
}

/** How many entities and relationships have no schema. */
export async function countNotInFtm(reader: Reader, options: Options): Promise<number> {
  return (await countAll(reader, options)) - (await countInFtm(reader, options));
}

/** Writes what has a schema. */
export async function* writeFtm(reader: Reader, options: Options): AsyncGenerator<string> {
  const of = known(options);
  const lines = inTurn<object>(
    mapBatches(describedBatches(reader, of), (row) => entityLine(row, of), options.leftOut),
    mapBatches(relationshipBatches(reader, of), (row) => linkLine(row, of), options.leftOut),
  );
  for await (const batch of lines)
    yield batch.map((line) => (line === nothing ? '' : `${JSON.stringify(line)}\n`)).join('');
}

const nothing = {};

/** What tells in which country something is. */
const places = ['IN_JURISDICTION', 'GOVERNS'] as const;
/** What an entity has a property for, with the far end's name or id. */
const described = [...places, asProperty, 'HEARD_BY', 'PUBLISHED_BY'] as const;

type DescribedRow = EntityRow & {
  readonly related: readonly Related[];
  readonly nameOf: (id: string) => string;
  readonly codeOf: (id: string) => string | undefined;
};

async function* describedBatches(reader: Reader, options: Options): AsyncGenerator<DescribedRow[]> {
  for await (const batch of entityBatches(reader, options)) {
    const ids = batch.map(({ id }) => id);
    const relatedOf = await readRelated(reader, ids, described);
    const far = [...new Set(ids.flatMap((id) => relatedOf(id).map((one) => one.far)))];
    const names = await readNames(reader, far);
    const placeOf = byId(await readDetails(reader.read, 'jurisdiction', far));
    yield batch.map((row) => ({
      ...row,
      related: relatedOf(row.id),
      nameOf: (id) => nameOf({ id, names: names(id) }),
      codeOf: (id) => placeOf(id)?.code,
    }));
  }
}

/** A line: the properties that have values. */
function line(id: string, schema: string, properties: Properties): object {
  const filled = Object.entries(properties).flatMap(([name, values]) => {
    const known = [...new Set(values.filter((value) => value !== null && value !== undefined && value !== ''))];
    return known.length === 0 ? [] : [[name, known] as const];
  });
  // Ids are letters, digits, points and hyphens there.
  return { id: id.replaceAll('_', '-'), schema, properties: Object.fromEntries(filled), datasets: ['labourgraph'] };
}

function entityLine(row: DescribedRow, options: Options): object {
  const { id, kind } = row;
  const found = isKind(kind) ? entitySchemata[kind] : undefined;
  if (found === undefined) return nothing;
  const { schema, topic } = found;
  const named = (...types: readonly string[]) =>
    row.names.flatMap((name) => (types.includes(name.type) ? [name.text] : []));
  return line(id, schema, {
    name: named('PREFERRED'),
    alias: named('ALIAS'),
    weakAlias: named('ACRONYM'),
    previousName: named('FORMER'),
    summary: [row.summary],
    topics: [topic],
    keywords: [kind, row.type, row.status].map(words),
    country: relatedBy(row, ...places).map(({ far }) => row.codeOf(far)?.slice(0, 2).toLowerCase()),
    sourceUrl: addresses(id, row.evidence, options),
    proof: wants('ARTICLE', options)
      ? row.evidence.map(({ articleId }) => articleId).filter((article) => article !== id)
      : [],
    ...own(row, options),
  });
}

/** An upper-case word of ours as others write it. */
const words = (word: string | null): Value => word?.toLowerCase().replaceAll('_', ' ');

/** What an entity is the subject of, by these types. */
const relatedBy = ({ related }: DescribedRow, ...types: readonly string[]): Related[] =>
  related.filter((one) => one.outgoing && types.includes(one.type));

/** What a schema has that others have not. */
function own(row: DescribedRow, options: Options): Properties {
  const { detail } = row;
  const names = (type: string): string[] => relatedBy(row, type).map(({ far }) => row.nameOf(far));
  const ofKind: Partial<Record<Kind, () => Properties>> = {
    OFFICE: () => ({
      organization: relatedBy(row, asProperty).flatMap(({ far, farKind }) =>
        isKind(farKind) && wants(farKind, options) ? [far] : [],
      ),
      numberOfSeats: [detail['singleSeat'] === true ? '1' : null],
    }),
    EVENT: () => ({ startDate: [date(row.start)], endDate: [date(row.end)] }),
    LEGAL_CHALLENGE: () => ({
      category: [words(row.type)],
      status: [words(row.status)],
      court: names('HEARD_BY'),
      fileDate: [date(row.start)],
      closeDate: [date(row.end)],
    }),
    ARTICLE: () => ({
      title: [row.names.find(({ type }) => type === 'PREFERRED')?.text],
      fileName: [text(detail['file'])],
      author: [text(detail['byline'])],
      publisher: names('PUBLISHED_BY'),
      publishedAt: [date(row.start)],
      modifiedAt: [date(text(detail['updated']))],
    }),
  };
  return isKind(row.kind) ? (ofKind[row.kind]?.() ?? {}) : {};
}

const text = (value: unknown): string | null => (typeof value === 'string' ? value : null);

/** A year, a month or a day; what is about or between is no date there. */
const date = (edtf: string | null): string | null => (edtf !== null && /^\d{4}(-\d\d){0,2}$/.test(edtf) ? edtf : null);

/** The addresses where a fact can be read: its page, and those of its evidence. */
function addresses(id: string, evidence: readonly Evidence[], options: Options): Value[] {
  const page = iri(id, options);
  return [/^https?:/.test(page) ? page : null, ...evidence.map(({ url }) => url)];
}

function linkLine(row: RelationshipRow, options: Options): object {
  if (row.type === asProperty) return nothing;
  const { schema, subject, object, role } = linkSchema(row.type);
  const label = schema === otherLink.schema ? labelOf(row.type, 'OUT') : null;
  return line(row.id, schema, {
    [subject]: [row.subjectId],
    [object]: [row.objectId],
    ...(role === true && { role: [label, row.role, words(row.side)] }),
    startDate: [date(row.validFrom)],
    endDate: [date(row.validTo)],
    date: daysWithin(row).map(formatDay),
    description: [row.acting === true ? 'acting' : null, row.note],
    sourceUrl: addresses(row.id, row.evidence, options),
    // Not every version of the model lets a link have a `proof`.
    recordId: row.evidence.map(({ articleId, paragraph }) => (articleId === null ? null : `${articleId}/${paragraph}`)),
  });
}

/** The first and the last day on which a relationship surely holds, where it is not known when it began and ended. */
function daysWithin({ validFrom, validTo, validFromLatest: first, validToEarliest: last }: RelationshipRow): Date[] {
  if (date(validFrom) !== null || date(validTo) !== null) return [];
  return first !== null && last !== null && first <= last ? [first, last] : [];
}
