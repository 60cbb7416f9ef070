/** The claims about an entity, on it or by it, each beside what stands against it. */
import { graphql } from '../../generated/operations/gql.ts';
import type {
  AttributedFragment,
  ClaimSidesFragment,
  ClaimsQuery,
  RebuttalFragment,
} from '../../generated/operations/graphql.ts';
import { useAsOf } from '../address.ts';
import { Sources } from '../evidence/sources.tsx';
import { certaintyOf, onDay, presenceOn } from '../onDay.ts';
import { EntityLink } from '../parts/entityLink.tsx';
import { OurWords } from '../parts/inLanguage.tsx';
import { Panel } from '../parts/panel.tsx';
import { usePanelDay } from '../parts/panelContext.ts';
import { Undated } from '../parts/undated.tsx';
import { useLanguage, useWords } from '../words.ts';
import { cited } from './cited.ts';
import { ClaimSides, Figure } from './claimSides.tsx';
import { claimOn } from './then.ts';

const ClaimsOf = graphql(`
  query Claims($of: ID!, $after: String, $language: Language!) {
    entity(id: $of) {
      id
      relationships(
        types: [ABOUT, CONCERNS, ASSERTS, DISPUTES, DENIES, SUPPORTS, QUALIFIES]
        kinds: [CLAIM]
        first: 12
        after: $after
      ) {
        totalCount
        pageInfo {
          hasNextPage
          endCursor
        }
        edges {
          other {
            id
            ... on Claim {
              ...ClaimSides
            }
          }
        }
      }
    }
  }
`);

type Claim = ClaimSidesFragment;

/** Each claim once, as it stood on the day; those that are contested first. */
export function claimsThen(day: string | null, found: readonly Claim[]): Claim[] {
  const claims = [...new Map(found.map((claim) => [claim.id, claim])).values()];
  return claims
    .filter((claim) => presenceOn(day, claim) !== 'LATER')
    .map((claim) => claimOn(day, claim))
    .toSorted((a, b) => Number(b.contested) - Number(a.contested));
}

const claimsOf = (entity: ClaimsQuery['entity'], day: string | null): Claim[] =>
  claimsThen(
    day,
    (entity?.relationships.edges ?? []).flatMap(({ other }) => ('proposition' in other ? [other] : [])),
  );

export function Claims({ id }: { id: string }) {
  const words = useWords();
  const asOf = useAsOf();
  return (
    <Panel
      onDay
      name="claims"
      title={words.entity.claims}
      query={ClaimsOf}
      variables={{ of: id, language: useLanguage() }}
      // A claim with all its sides is much to ask for.
      pageOf={({ entity }) => entity?.relationships}
      isEmpty={({ entity }) => claimsOf(entity, asOf).length === 0}
      whenEmpty="hide"
      table={({ entity }) => ({
        head: headOfClaims,
        rows: claimsOf(entity, asOf).flatMap((claim) => rowsOf(claim, asOf)),
      })}
      className="wide"
    >
      {({ entity }) => <ClaimList claims={claimsOf(entity, asOf)} />}
    </Panel>
  );
}

/** Claims with their sides; with a day chosen, those that may have been made later apart. */
export function ClaimList({ claims }: { claims: readonly Claim[] }) {
  const { there, undated } = onDay(usePanelDay(), claims, (claim) => claim);
  const list = (those: readonly Claim[]) => (
    <ul className="claims">
      {those.map((claim) => (
        <li key={claim.id}>
          <ClaimSides claim={claim} head={<ClaimHead claim={claim} />} />
        </li>
      ))}
    </ul>
  );
  return (
    <>
      {list(there)}
      <Undated count={undated.length}>{list(undated)}</Undated>
    </>
  );
}

export const headOfClaims = [
  ...['claim', 'proposition', 'stance', 'actor', 'statement', 'according to', 'evidence', 'certainty'],
] as const;

/** A line for each who takes a stand, for a table; with a day chosen, how certain it is that the claim was there. */
export function rowsOf(claim: Claim, day: string | null): (string | null | undefined)[][] {
  const certainty = certaintyOf(day, claim);
  const lines = (stance: string, of: readonly AttributedFragment[]): (string | null | undefined)[][] =>
    of.flatMap(({ actor, sayings }) =>
      sayings.map(({ statement, accordingTo, evidence }) => [
        ...[claim.id, claim.proposition, stance, actor?.id],
        ...[statement?.id, accordingTo?.id, cited(evidence), statement ? certaintyOf(day, statement) : certainty],
      ]),
    );
  const answering = (stance: string, edges: readonly RebuttalFragment[]): (string | null | undefined)[][] =>
    edges.map(({ node, relationship }) => [
      ...[claim.id, claim.proposition, `${stance} ${node.id}`, undefined],
      ...[undefined, relationship?.accordingTo?.id, cited(relationship?.evidence), certaintyOf(day, node)],
    ]);
  return [
    ...lines('asserts', claim.assertedBy),
    ...lines('supports', claim.supportedBy),
    ...lines('disputes', claim.disputedBy),
    ...lines('denies', claim.deniedBy),
    ...lines('qualifies', claim.qualifiedBy),
    ...answering('answered by', claim.answeredBy.edges),
    ...answering('answers', claim.answers.edges),
  ];
}

function ClaimHead({ claim }: { claim: Claim }) {
  return (
    <>
      <h3>
        <EntityLink entity={claim} /> <Sources fact={claim.id} of={claim.name} evidence={claim.evidence} />
      </h3>
      <Figure claim={claim} />
      <p className="wording">
        <OurWords>{claim.proposition}</OurWords>
      </p>
    </>
  );
}
