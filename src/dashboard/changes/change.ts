import type { ChangeOfFactFragment, HeadOfChangesetFragment } from '../../generated/operations/graphql.ts';

/** What happened to a fact. */
export type Change = ChangeOfFactFragment;
/** Who changed the graph, when and why. */
export type Head = HeadOfChangesetFragment;
