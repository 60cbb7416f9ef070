/** The table of proposals that can be saved: a row for each term; one row for a proposal of which no term is told. */
import type { ProposalLineFragment } from '../../generated/operations/graphql.ts';
import { certaintyOf } from '../onDay.ts';
import { cited } from './cited.ts';

type Proposal = ProposalLineFragment;

export const headOfProposals = [
  ...['proposal', 'subtype', 'status', 'date', 'proposed by', 'according to'],
  ...['issue', 'year', 'years', 'value', 'unit', 'text', 'evidence', 'certainty'],
];

/** @param day what is certain of it. */
export function proposalRows(proposals: readonly Proposal[], day: string | null) {
  return proposals.flatMap((proposal) => {
    const { id, subtype, statusCode, start, terms } = proposal;
    const of = [id, subtype, statusCode, start?.edtf, proposersOf(proposal), saidBy(proposal)];
    const certainty = certaintyOf(day, proposal);
    if (terms.length === 0)
      return [[...of, null, null, null, 'not stated', null, null, cited(proposal.evidence), certainty]];
    return terms.map(({ issue, year, years, value, unit, text, evidence }) => [
      ...[...of, issue.id, year, years, value ?? 'not stated', unit, text, cited(evidence), certainty],
    ]);
  });
}

const proposersOf = ({ relationships }: Proposal): string =>
  relationships.edges
    .filter(({ node }) => node.type === 'MAKES')
    .map(({ other }) => other.id)
    .join(' ');

/** Who says that it was put forward, where that is told at second hand. */
const saidBy = ({ relationships }: Proposal): string =>
  relationships.edges
    .filter(({ node }) => node.type === 'MAKES')
    .flatMap(({ node }) => node.accordingTo?.id ?? [])
    .join(' ');
