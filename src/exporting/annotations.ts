/**
 * The evidence as annotations of the W3C's Web Annotation Data Model: the body is the fact, the target where it is found.
 *
 * A paragraph is a line of the article's text without its empty lines. What is selected in it are anchors, names and
 * figures that the facts give anyway, and never the words around them.
 */
import type { Evidence, Prisma } from '../generated/prisma/client.ts';
import { findCue } from '../records/cues.ts';
import { entityWhere } from './entities.ts';
import { writeArray } from './json.ts';
import { addressIri, attributeIri, datasetNode, filledIn, iri, type Node } from './jsonld.ts';
import { context } from './jsonldContext.ts';
import { notExported } from './leftOut.ts';
import type { Options } from './options.ts';
import { ofTerms, wants } from './parts.ts';
import { inBatches, type Page, type Reader } from './reading.ts';
import { relationshipWhere } from './relationships.ts';

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
  return await reader.evidence.count({ where: where(options) });
}

/** How many pieces of evidence have no target: citations without an address. */
export async function countWithoutTarget(reader: Reader, options: Options): Promise<number> {
  return await reader.evidence.count({ where: { AND: [ofFacts(options), { articleId: null, url: null }] } });
}

type AnnotationRow = Evidence & { readonly passage: { readonly text: string | null } | null };

/** Writes the annotations. */
export function writeAnnotations(reader: Reader, options: Options): AsyncGenerator<string> {
  const query = (page: Page) => ({ ...page, where: { ...where(options), ...page.where } });
  const read = async (page: Page): Promise<AnnotationRow[]> =>
    await reader.evidence.findMany({ ...query(page), include: { passage: { select: { text: true } } } });
  const rows = inBatches(options, read, (page) => reader.evidence.findMany({ ...query(page), select: { id: true } }));
  return writeArray(rows, options.leftOut, {
    item: (row) => annotation(row, options),
    instead: (id) => ({ id: iri(id, options), type: 'NotExported', note: notExported }),
    first: datasetNode(options),
    before: `{"@context":${JSON.stringify([standard, ownWords])},"@graph":`,
    after: '}\n',
  });
}

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
function targets({ paragraph, passage, anchors }: AnnotationRow, source: string): Node[] {
  // RFC 5147 counts the places between lines: the first line is from 0 to 1.
  const inParagraph = {
    type: 'FragmentSelector',
    conformsTo: 'http://tools.ietf.org/rfc/rfc5147',
    value: `line=${Number(paragraph) - 1},${paragraph}`,
  };
  const target = (selector: Node): Node => ({ type: 'SpecificResource', source, selector });
  const places = anchors.flatMap((anchor) => findCue(passage?.text ?? '', anchor) ?? []);
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
