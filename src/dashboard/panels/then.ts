/** What panels show of a chosen day: nothing that came later, and how certain the rest is. */
import type {
  AttributedFragment,
  ClaimSidesFragment,
  PartiesQuery,
  RebuttalFragment,
} from '../../generated/operations/graphql.ts';
import { type Began, certaintyOf, presenceOn } from '../onDay.ts';
import { madeOf } from '../truncation.ts';

type Party = Extract<NonNullable<PartiesQuery['entity']>, { parties: unknown }>['parties'][number];

/** A party, and with a day chosen how certain it is that there was anything to be a party to. */
export type PartyThen = Party & { readonly certainty: 'CERTAIN' | 'POSSIBLE' | null };

/** Who is a party is one for as long as the matter is there: none before it began. */
export function partiesOn(day: string | null, entity: PartiesQuery['entity']): readonly PartyThen[] {
  if (entity === null || !('parties' in entity) || presenceOn(day, entity) === 'LATER') return [];
  const certainty = certaintyOf(day, entity);
  return madeOf(
    entity.parties,
    entity.parties.map((party) => ({ ...party, certainty })),
  );
}

/** What was there by then, and that of which nobody can say. */
export const relatedThen = <Edge extends { readonly other: Began }>(
  day: string | null,
  edges: readonly Edge[],
): Edge[] => edges.filter(({ other }) => presenceOn(day, other) !== 'LATER');

/** A claim as it stood on a day: without what was said of it later. */
export function claimOn(day: string | null, claim: ClaimSidesFragment): ClaimSidesFragment {
  if (day === null) return claim;
  const wasSaid = ({ statement }: AttributedFragment['sayings'][number]): boolean =>
    statement === null || presenceOn(day, statement) !== 'LATER';
  const by = (attributions: readonly AttributedFragment[]): AttributedFragment[] =>
    madeOf(
      attributions,
      attributions
        .map((one) => ({ ...one, sayings: madeOf(one.sayings, one.sayings.filter(wasSaid)) }))
        .filter(({ sayings }) => sayings.length > 0),
    );
  const there = <Edges extends { readonly edges: RebuttalFragment[] }>(page: Edges): Edges => ({
    ...page,
    edges: page.edges.filter(({ node }) => presenceOn(day, node) !== 'LATER'),
  });
  const then = {
    ...claim,
    assertedBy: by(claim.assertedBy),
    supportedBy: by(claim.supportedBy),
    disputedBy: by(claim.disputedBy),
    deniedBy: by(claim.deniedBy),
    qualifiedBy: by(claim.qualifiedBy),
    answers: there(claim.answers),
    answeredBy: there(claim.answeredBy),
  };
  const against = [then.disputedBy, then.deniedBy, then.qualifiedBy, then.answers.edges, then.answeredBy.edges];
  // What stands against it only later does not yet.
  return { ...then, contested: claim.contested && against.some((those) => those.length > 0) };
}
