/** One source is cited in the same words everywhere: where only a figure differs, one of the two is a slip. */
import type { Place } from '../validation/problem.ts';
import { datesOf, datesOfRelationship, evidenceWithin, type Report, type World } from './facts.ts';

/** Reports citations that are another one but for a figure. */
export function checkCitations({ records }: World, warn: Report): void {
  const cited = new Map<string, { place: Place; count: number }>();
  const add = (text: string | null, place: Place) => {
    if (text === null || !/\d/.test(text)) return;
    cited.set(text, { place, count: (cited.get(text)?.count ?? 0) + 1 });
  };
  for (const fact of [...records.entities, ...records.relationships]) {
    const isEntity = 'names' in fact;
    const evidence = isEntity ? evidenceWithin(fact) : fact.evidence;
    for (const { basis, note } of evidence) if (basis === 'EXTERNAL') add(note, fact.place);
    for (const { date } of isEntity ? datesOf(fact) : datesOfRelationship(fact)) {
      if (date.basis === 'EXTERNAL') add(date.note, fact.place);
    }
  }
  const first = new Map<string, string>();
  for (const [text, { count }] of cited) {
    const shape = text.replace(/\d/g, '0');
    const other = first.get(shape);
    if (other === undefined) first.set(shape, text);
    else {
      const [rare, common] = count < (cited.get(other)?.count ?? 0) ? [text, other] : [other, text];
      const place = cited.get(rare)?.place;
      if (place) warn(place, `the citation "${rare}" is "${common}" but for a figure; which of them is right?`);
    }
  }
}
