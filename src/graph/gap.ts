/** What was asked, offered and imposed in a round, side by side. */

import type { Graph } from './graph.ts';
import { mapMaybePromise } from './maybePromise.ts';
import type { Term } from './rows/entityParts.ts';

export interface GapRow {
  readonly issueId: string;
  /** The year of the agreement, from 1; null: terms that are tied to no year. */
  readonly year: number | null;
  readonly ask: readonly Term[];
  readonly offer: readonly Term[];
  readonly imposed: readonly Term[];
}

type Column = 'ask' | 'offer' | 'imposed';
const proposedAs = { ask: 'ASK', offer: 'OFFER', imposed: 'IMPOSED' } as const satisfies Record<Column, string>;

/** A proposal of which no term is told: what it says is not stated. */
export interface ProposalWithoutTerms {
  readonly proposalId: string;
  readonly proposedAs: (typeof proposedAs)[Column];
}

interface Placed {
  readonly column: Column;
  readonly term: Term;
}

/**
 * The rows of a round, by issue and by year. A term of several years stands in each of them; a value that is not
 * stated stays so. Within a cell the terms stand in the order in which their proposals replaced one another.
 */
export async function gap(graph: Graph, roundId: string, issueId: string | undefined): Promise<GapRow[]> {
  const placed = (await proposalsOf(graph, roundId)).flatMap(({ column, terms }) =>
    terms.map((term) => ({ column, term })),
  );
  const wanted = placed.filter(({ term }) => issueId === undefined || term.issueId === issueId);
  return [...new Set(wanted.map(({ term }) => term.issueId))].sort().flatMap((id) =>
    rowsOf(
      id,
      wanted.filter(({ term }) => term.issueId === id),
    ),
  );
}

/** The proposals of a round that stand in no row of it. */
export async function proposalsWithoutTerms(graph: Graph, roundId: string): Promise<ProposalWithoutTerms[]> {
  const proposals = (await proposalsOf(graph, roundId)).filter(({ terms }) => terms.length === 0);
  return proposals.map(({ id, column }) => ({
    proposalId: id,
    proposedAs: proposedAs[column],
  }));
}

/** In the order in which they replaced one another. */
async function proposalsOf(graph: Graph, roundId: string): Promise<ProposalRead[]> {
  const made = graph.relatedAll(roundId, { direction: 'IN', types: ['MADE_IN'], kinds: ['PROPOSAL'] });
  return inSequence(await Promise.all(made.map(async ({ node }) => await readProposal(graph, node))));
}

interface ProposalRead {
  readonly id: string;
  readonly column: Column;
  readonly date: number;
  readonly supersedes: readonly string[];
  readonly terms: readonly Term[];
}

async function readProposal(graph: Graph, id: string): Promise<ProposalRead> {
  const [proposal, terms, makers, earlier] = await Promise.all([
    graph.entities.load(id),
    mapMaybePromise(graph.facts.termsOf.load(id), (found) => found ?? []),
    graph.relatedAll(id, { direction: 'IN', types: ['MAKES'], kinds: ['UNION'] }),
    graph.relatedAll(id, { direction: 'OUT', types: ['SUPERSEDES'] }),
  ]);
  const byUnion = makers.length > 0;
  const column =
    proposal?.type === 'IMPOSED_SETTLEMENT' ? 'imposed' : byUnion || proposal?.type === 'DEMAND' ? 'ask' : 'offer';
  return {
    id,
    column,
    terms,
    supersedes: earlier.map(({ node }) => node),
    date: proposal?.startEarliest?.getTime() ?? 0,
  };
}

/** A proposal comes after those that it supersedes; else by date, and then by id. */
function inSequence(proposals: readonly ProposalRead[]): ProposalRead[] {
  const byId = new Map(proposals.map((proposal) => [proposal.id, proposal]));
  const depth = (id: string, seen: readonly string[] = []): number => {
    const earlier = (byId.get(id)?.supersedes ?? []).filter((other) => !seen.includes(other));
    return 1 + Math.max(0, ...earlier.map((other) => depth(other, [...seen, id])));
  };
  const order = (a: ProposalRead, b: ProposalRead): number =>
    depth(a.id) - depth(b.id) || a.date - b.date || (a.id < b.id ? -1 : 1);
  return [...proposals].sort(order);
}

function rowsOf(issueId: string, placed: readonly Placed[]): GapRow[] {
  const last = Math.max(0, ...placed.map(({ term }) => lastYear(term)));
  const years = [...Array.from({ length: last }, (_, index) => index + 1), null];
  const speaksOf = (term: Term, year: number | null): boolean =>
    year === null || term.year === null ? term.year === year : term.year <= year && year <= lastYear(term);
  return years.flatMap((year) => {
    const cell = (column: Column): Term[] =>
      placed.filter((one) => one.column === column && speaksOf(one.term, year)).map(({ term }) => term);
    const row = { issueId, year, ask: cell('ask'), offer: cell('offer'), imposed: cell('imposed') };
    return row.ask.length + row.offer.length + row.imposed.length === 0 ? [] : [row];
  });
}

const lastYear = ({ year, years }: Term): number => (year === null ? 0 : year + (years ?? 1) - 1);
