/** How a statement reaches us: paragraph by paragraph, and so as a whole. */
import type { Quotation } from '../../generated/prisma/enums.ts';
import type { Context, Fields } from './fields.ts';
import type { EvidenceRecord } from './records.ts';

/**
 * Checks that `quotation` stands on every paragraph that bears a statement out as a whole, and that no `type` is written.
 * @returns the type of the statement, which follows from it; null: no paragraph tells of it.
 */
export function readQuotation(fields: Fields, evidence: readonly EvidenceRecord[], context: Context): string | null {
  if (fields.keys.includes('type'))
    fields.report('type', 'the type of a statement follows from the "quotation" of its evidence');
  const whole = evidence.filter(({ articleId, attributes }) => articleId !== null && attributes.length === 0);
  for (const { place } of whole.filter(({ quotation }) => quotation === null)) {
    context.report(place, 'this paragraph of the statement lacks "quotation": QUOTED, PARTLY_QUOTED or TOLD');
  }
  const saying = evidence.flatMap(({ quotation }) => quotation ?? []);
  return saying.length === 0 ? null : typeOf(new Set(saying));
}

function typeOf(quotations: ReadonlySet<Quotation>): string {
  if (quotations.size > 1 || quotations.has('PARTLY_QUOTED')) return 'MIXED';
  return quotations.has('QUOTED') ? 'DIRECT_QUOTATION' : 'PARAPHRASE';
}
