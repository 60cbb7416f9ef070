/**
 * The evidence as annotations of the W3C's Web Annotation Data Model: the body is the fact, the target where it is found.
 *
 * A paragraph is a line of the article's text without its empty lines. What is selected in it are anchors, names and
 * figures that the facts give anyway, and never the words around them.
 */
import type { Evidence, Prisma } from '../generated/prisma/client.ts';
import { findCue } from '../records/cues.ts';
import { readEvidence } from '../store/evidence.ts';
import { type PassageKey, readPassages } from '../store/passage.ts';
import { byId } from './attached.ts';
import { entityWhere } from './entities.ts';
import { writeArray } from './json.ts';
import { addressIri, attributeIri, datasetNode, filledIn, iri, type Node } from './jsonld.ts';
import { context } from './jsonldContext.ts';
import { notExported } from './leftOut.ts';
import type { Options } from './options.ts';
import { ofTerms, wants } from './parts.ts';
import { inBatches, type Reader, type RowOf } from './reading.ts';
import { relationshipWhere } from './relationships.ts';
import { known } from './words.ts';

const standard = 'http://www.w3.org/ns/anno.jsonld';

/** The words beside those of the standard, which means other things by some of ours, such as `type` and `start`. */
const { '@vocab': vocabulary, lg, schema, license, version, digest, supports } = context;
const ownWords = { '@vocab': vocabulary, lg, schema, license, version, digest, supports };

/** Of the facts that are asked for. */
function ofFacts(options: Options): Prisma.EvidenceWhereInput {
  if (options.kinds === undefined && options.asOf === undefined) return {};
  const ofLaw = { OR: [{ stageId: { not: null } }, { provisionId: { not: null } }] };
  return {
    OR: [
      { entityId: { not: null }, entity: { is: entityWhere(options) } },
      { relationshipId: { not: null }, relationship: { is: relationshipWhere(options) } },
      { termId: { not: null }, term: { is: { proposalKind: { in: ofTerms(options) } } } },
      ...(wants('LEGISLATION', options) ? [ofLaw] : []),
    ],
  };
}

/** What has an address: an annotation has a target, and a book in print is none. */
const hasTarget = { OR: [{ articleId: { not: null } }, { url: { not: null } }] } satisfies Prisma.EvidenceWhereInput;

const where = (options: Options): Prisma.EvidenceWhereInput => ({ AND: [ofFacts(options), hasTarget] });

/** How many annotations there are. */
export async function countAnnotations(reader: Reader, options: Options): Promise<number> {
  return await reader.tx.evidence.count({ where: where(options) });
}

/** How many pieces of evidence have no target: citations without an address. */
export async function countWithoutTarget(reader: Reader, options: Options): Promise<number> {
  return await reader.tx.evidence.count({ where: { AND: [ofFacts(options), { articleId: null, url: null }] } });
}

/** A piece of evidence with the text of its paragraph, as far as that is there. */
type AnnotationRow = Evidence & { readonly text: string | null };

/** Writes the annotations. */
export function writeAnnotations(reader: Reader, options: Options): AsyncGenerator<string> {
  const rows = inBatches(
    options,
    async (page) => await reader.tx.evidence.findMany({ ...page, where: { ...where(options), ...page.where } }),
    async (ids) => await readAnnotations(reader, ids),
  );
  return writeArray(rows, options.leftOut, {
    item: (row) => annotation(row, options),
    instead: (id) => ({ id: iri(id, options), type: 'NotExported', note: notExported }),
    first: datasetNode(options),
    before: `{"@context":${JSON.stringify([standard, ownWords])},"@graph":`,
    after: '}\n',
  });
}

async function readAnnotations({ read }: Reader, ids: readonly string[]): Promise<RowOf<AnnotationRow>> {
  const rows = await readEvidence(read, ids);
  const cited = new Map(rows.flatMap((row) => (row === null ? [] : passagesOf(row))));
  const passages = await readPassages(read, [...cited.values()]);
  const texts = new Map(passages.map(({ articleId, number, text }) => [`${articleId}/${number}`, text]));
  const evidenceOf = byId(rows);
  return (id) => {
    const row = evidenceOf(id);
    return row && { ...known('evidence', row), text: texts.get(`${row.articleId}/${row.paragraph}`) ?? null };
  };
}

/** The passage that evidence points at, if it does, by article and number. */
const passagesOf = ({ articleId, paragraph }: Evidence): [string, PassageKey][] =>
  articleId === null || paragraph === null ? [] : [[`${articleId}/${paragraph}`, { articleId, number: paragraph }]];

function annotation(row: AnnotationRow, options: Options): Node {
  const { basis, note } = row;
  const fact = row.entityId ?? row.relationshipId ?? row.termId ?? row.provisionId ?? row.stageId;
  return filledIn({
    id: iri(row.id, options),
    type: 'Annotation',
    motivation: 'linking',
    body: fact === null ? null : iri(fact, options),
    target: row.articleId === null ? row.url && addressIri(row.url) : targets(row, iri(row.articleId, options)),
    basis,
    supports: row.attribute === null ? null : attributeIri(row.attribute),
    quotation: row.quotation,
    [basis === 'DERIVED' ? 'rule' : 'citation']: note,
  });
}

/** Each anchor that is found in the paragraph; without its text, the paragraph. */
function targets({ paragraph, text, anchors }: AnnotationRow, source: string): Node[] {
  // RFC 5147 counts the places between lines: the first line is from 0 to 1.
  const inParagraph = {
    type: 'FragmentSelector',
    conformsTo: 'http://tools.ietf.org/rfc/rfc5147',
    value: `line=${Number(paragraph) - 1},${paragraph}`,
  };
  const target = (selector: Node): Node => ({ type: 'SpecificResource', source, selector });
  const places = anchors.flatMap((anchor) => findCue(text ?? '', anchor) ?? []);
  if (places.length === 0) return [target(inParagraph)];
  return places.map(({ start, end, exact }) =>
    target({
      ...inParagraph,
      // Two ways to say the same: in words, and by the characters of the paragraph.
      refinedBy: [
        { type: 'TextQuoteSelector', exact },
        { type: 'TextPositionSelector', start, end },
      ],
    }),
  );
}
