/** Who wins about what, as somebody says who seeds. */
import { InvalidArgument } from '../records/invalidArgument.ts';
import { isOf, type Settle } from './threeWay.ts';

/** All, or some ids. */
export type Chosen = true | readonly string[];

/**
 * Who wins, as the options say. An id stands for all that belongs to it, such as the terms of a proposal.
 * @throws InvalidArgument if both win about everything.
 */
export function settleBy({ ours, theirs }: { readonly ours?: Chosen; readonly theirs?: Chosen }): Settle {
  if (ours === true && theirs === true)
    throw new InvalidArgument(['--ours'], '`--theirs` is given for all too', 'one of the two, or ids');
  const names = (chosen: Chosen | undefined, id: string): boolean => idsOf(chosen).some((one) => isOf(id, one));
  return {
    conflict: (id) => {
      if (names(ours, id)) return 'FILES';
      if (names(theirs, id)) return 'GRAPH';
      return ours === true ? 'FILES' : theirs === true ? 'GRAPH' : undefined;
    },
    restore: (id) => names(ours, id),
    named: [
      ...idsOf(ours).map((id) => ({ option: '--ours', id })),
      ...idsOf(theirs).map((id) => ({ option: '--theirs', id })),
    ],
  };
}

const idsOf = (chosen: Chosen = true): readonly string[] => (chosen === true ? [] : chosen);
