/** Pages of what bears out a fact, for all fields that give its evidence. */

import { type MaybePromise, mapMaybePromise } from '../graph/maybePromise.ts';
import { type ListPage, listPage } from '../graph/queries/listPage.ts';
import type { PageArgs } from '../graph/queries/page.ts';
import { type Evidence, factOf, keyOfFact } from '../graph/rows/evidence.ts';

/**
 * A page of evidence.
 * @param part which of a fact's evidence it is: the attribute that it is for, or the field that picks it out.
 */
export function evidencePage(
  evidence: MaybePromise<readonly Evidence[]>,
  args: PageArgs,
  part?: string | null,
): MaybePromise<ListPage<Evidence>> {
  return mapMaybePromise(evidence, (rows) => listPage(rows, args, idOf, () => nameOf(rows, part)));
}

const idOf = ({ id }: Evidence): string => id;

/** A list without evidence has given out no cursor. */
function nameOf([first]: readonly Evidence[], part: string | null | undefined): string {
  return JSON.stringify(['evidence', first && keyOfFact(factOf(first)), part ?? null]);
}
