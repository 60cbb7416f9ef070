/** What was put forward, in order: by whom, of what sort, where it stands, and its terms by issue and year. */
import { graphql } from '../../generated/operations/gql.ts';
import type { ProposalLineFragment, ProposalsQuery, TermLineFragment } from '../../generated/operations/graphql.ts';
import { useAsOf } from '../address.ts';
import { Sources } from '../evidence/sources.tsx';
import { onDay, presenceOn } from '../onDay.ts';
import { EntityLink } from '../parts/entityLink.tsx';
import { Name } from '../parts/inLanguage.tsx';
import { Panel } from '../parts/panel.tsx';
import { Standing } from '../parts/standing.tsx';
import { Undated } from '../parts/undated.tsx';
import { When } from '../parts/when.tsx';
import { capital, termWord } from '../vocabulary.ts';
import { useLanguage, useWords } from '../words.ts';
import { Facts, TiesByWay } from './facts.tsx';
import { headOfProposals, proposalRows } from './proposalRows.ts';
import { TermValue } from './terms.tsx';

export const LineOfProposal = graphql(`
  fragment ProposalLine on Proposal {
    ...Linked
    subtype
    ...Standing
    ...Told
    start {
      ...Day
    }
    relationships(types: [MAKES, SUPERSEDES, IMPOSES], first: 20) {
      pageInfo {
        hasNextPage
      }
      edges {
        ...RelatedEdge
      }
    }
    terms {
      ...TermLine
    }
    evidence {
      ...Sources
    }
  }
`);

const ProposalsOf = graphql(`
  query Proposals($of: ID!, $after: String, $language: Language!) {
    entity(id: $of) {
      id
      ... on Proposal {
        ...ProposalLine
      }
      related: relationships(types: [MADE_IN, MAKES, CONCERNS, IMPOSES], kinds: [PROPOSAL], first: 10, after: $after) {
        totalCount
        pageInfo {
          hasNextPage
          endCursor
        }
        edges {
          other {
            id
            ... on Proposal {
              ...ProposalLine
            }
          }
        }
      }
    }
  }
`);

type Proposal = ProposalLineFragment;

/** A proposal itself, or those that were made in it, by it, on it; each once, in order. */
function proposalsOf(entity: ProposalsQuery['entity']): readonly Proposal[] {
  if (entity === null) return [];
  if ('terms' in entity) return [entity];
  const found = entity.related.edges.flatMap(({ other }) => ('terms' in other ? [other] : []));
  return inOrder([...new Map(found.map((one) => [one.id, one])).values()]);
}

/** By date; one without a date just before the one that took its place, since it is no later. */
function inOrder(proposals: readonly Proposal[]): Proposal[] {
  const day = ({ start }: Proposal): string => start?.latest ?? start?.earliest ?? '9999';
  const ordered = proposals.toSorted((a, b) => (day(a) < day(b) ? -1 : day(a) > day(b) ? 1 : 0));
  for (const proposal of proposals) {
    const after = proposal.relationships.edges.find(
      ({ node, direction }) => node.type === 'SUPERSEDES' && direction === 'IN',
    )?.other.id;
    const [from, to] = [ordered.indexOf(proposal), ordered.findIndex(({ id }) => id === after)];
    if (to !== -1 && from > to) ordered.splice(to, 0, ...ordered.splice(from, 1));
  }
  return ordered;
}

export function Proposals({ id }: { id: string }) {
  const { story } = useWords();
  const asOf = useAsOf();
  const shown = (entity: ProposalsQuery['entity']): Proposal[] =>
    proposalsOf(entity).filter((one) => presenceOn(asOf, one) !== 'LATER');
  const list = (proposals: readonly Proposal[]) => (
    <ol className="proposals">
      {proposals.map((proposal) => (
        <li key={proposal.id} data-side={sideOf(proposal)}>
          <Line proposal={proposal} linked={proposal.id !== id} />
        </li>
      ))}
    </ol>
  );
  return (
    <Panel
      onDay
      name="proposals"
      title={story.proposals}
      query={ProposalsOf}
      variables={{ of: id, language: useLanguage() }}
      pageOf={({ entity }) => (entity === null || 'terms' in entity ? null : entity.related)}
      isEmpty={({ entity }) => shown(entity).length === 0}
      whenEmpty="hide"
      table={({ entity }) => ({
        head: headOfProposals,
        rows: proposalRows(shown(entity), asOf),
      })}
      className="wide"
    >
      {({ entity }) => {
        const { there, undated } = onDay(asOf, proposalsOf(entity), (one) => one);
        return (
          <>
            {list(there)}
            <Undated count={undated.length}>{list(undated)}</Undated>
          </>
        );
      }}
    </Panel>
  );
}

/** The colour that it has in the gap. */
const sideOf = ({ subtype }: Proposal): string =>
  subtype === 'DEMAND' ? 'ask' : subtype === 'IMPOSED_SETTLEMENT' ? 'imposed' : subtype === 'OFFER' ? 'offer' : 'other';

function Line({ proposal, linked }: { proposal: Proposal; linked: boolean }) {
  const words = useWords();
  const { name, subtype, start, relationships, terms, evidence } = proposal;
  return (
    <>
      <h3>
        {linked ? <EntityLink entity={proposal} /> : <Name of={proposal} />}{' '}
        <Sources fact={proposal.id} of={name} evidence={evidence} />
      </h3>
      <p className="line">
        {subtype !== null && <span>{capital(termWord(words, subtype))}</span>}
        <Standing of={proposal} />
        <small>
          <When date={start} />
        </small>
      </p>
      <Facts>
        <TiesByWay edges={relationships.edges} />
      </Facts>
      {terms.length > 0 && <Terms terms={terms} />}
    </>
  );
}

function Terms({ terms }: { terms: readonly TermLineFragment[] }) {
  const { story } = useWords();
  return (
    <table className="terms">
      <thead>
        <tr>
          <th scope="col">{story.issue}</th>
          <th scope="col">{story.year}</th>
          <th scope="col">{story.terms}</th>
        </tr>
      </thead>
      <tbody>
        {terms.map((term) => (
          <tr key={term.id}>
            <th scope="row">
              <EntityLink entity={term.issue} />
            </th>
            <td>{term.year === null ? story.noYear : yearsOf(term)}</td>
            <td>
              <TermValue term={term} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** `1`, or `1–2` of a term for several years. */
function yearsOf({ year, years }: TermLineFragment): string {
  const last = (year ?? 0) + (years ?? 1) - 1;
  return last === year ? `${year}` : `${year}–${last}`;
}
