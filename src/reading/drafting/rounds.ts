/** The bargaining that an article tells of, and the dispute in which it stands where a side acts against the other. */
import type { Plain } from '../knowledge.ts';
import type { Drafts } from './drafts.ts';
import type { Piece } from './pieces.ts';
import { slugWith } from './slug.ts';

/** Types of events that happen in bargaining between a union and an employer. */
const bargaining: ReadonlySet<string> = new Set(
  (
    'NOTICE_TO_BARGAIN TALKS WALK_AWAY IMPASSE MEDIATION CONCILIATION ARBITRATION CONCESSION PROPOSAL_TABLED ' +
    'TENTATIVE_AGREEMENT RATIFICATION_VOTE AGREEMENT_RATIFIED AGREEMENT_EXPIRED STRIKE_VOTE STRIKE_NOTICE STRIKE LOCKOUT ' +
    'RETURN_TO_WORK JOB_ACTION DEADLINE'
  ).split(' '),
);

/** What of an event decides about its round. */
export interface InBargaining {
  readonly type: string;
  readonly parties: readonly string[];
  /** In EDTF. */
  readonly date: string | undefined;
  readonly pieces: readonly Piece[];
  readonly rule: string;
}

/** So many paragraphs are evidence that it takes place, and who is in it. */
const mostEvidence = 3;

/** A round or a dispute. */
export interface Round {
  readonly id: string;
  readonly parties: readonly string[];
}

/** By these a side acts against the other. */
const conflicts: ReadonlySet<string> = new Set(
  'WALK_AWAY IMPASSE STRIKE STRIKE_VOTE STRIKE_NOTICE LOCKOUT JOB_ACTION COURT_FILING'.split(' '),
);

/** Laws that an article of a round tells of belong to it; in a dispute, so do its deadlines. */
const laws: readonly string[] = ['BILL_INTRODUCED', 'LAW_PASSED'];
const disputed: ReadonlySet<string> = new Set([...conflicts, ...laws, 'DEADLINE', 'ARBITRATION', 'MEDIATION']);
const bargained: ReadonlySet<string> = new Set([...bargaining, ...laws]);

const employers = new Set(['PUBLIC_BODY', 'GOVERNMENT']);

/**
 * Drafts one round for the union and the employers that most of these events have; none without a union.
 * @param candidates rounds of the graph that it may be the same as, which only a person can tell.
 */
export function draftRound(
  drafts: Drafts,
  events: readonly InBargaining[],
  candidates: readonly string[],
): Round | undefined {
  const { text, kindOf, about } = drafts;
  const own = events.filter((event) => isRecent(event, text.published) && bargaining.has(event.type));
  const unions = mostly(own, (id) => kindOf(id) === 'UNION').slice(0, 1);
  const parties = [...unions, ...mostly(own, (id) => employers.has(kindOf(id) ?? '')).slice(0, 2)];
  const [union] = unions;
  if (union === undefined || parties.length < 2) return undefined;
  const id = drafts.newId(slugWith(text.published.slice(0, 4), 'bargaining', ...parties));
  const names = parties.map(text.shortName);
  const who = `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
  const fields: Plain = {
    names: { en: { preferred: `Bargaining between ${who}` } },
    summary: `The bargaining between ${who} of which the article tells.`,
  };
  const within = events.filter((event) => isIn({ id, parties }, event, text.published));
  const rule = 'events between a union and an employer belong to one round of bargaining';
  const evidence = within.flatMap(({ pieces }) => pieces).slice(0, mostEvidence);
  drafts.add({ id, kind: 'BARGAINING_ROUND', fields, evidence, file: 'story', rule, candidates });
  relateRound(drafts, { id, parties }, within, rule);
  return about.id === id ? undefined : { id, parties };
}

/**
 * Drafts the dispute of a round in which a side acts against the other.
 * @param candidates disputes of the graph that it may be the same as.
 */
export function draftDispute(
  drafts: Drafts,
  { id: round, parties }: Round,
  events: readonly InBargaining[],
  candidates: readonly string[],
): Round | undefined {
  const { text } = drafts;
  const between = events.filter((event) => event.parties.some((party) => parties.includes(party)));
  if (!between.some(({ type }) => conflicts.has(type))) return undefined;
  const id = drafts.newId(slugWith(text.published.slice(0, 4), 'dispute', ...parties));
  const within = events.filter((event) => isDisputed({ id, parties }, event, text.published));
  const names = parties.map(text.shortName);
  const who = `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
  const fields: Plain = {
    names: { en: { preferred: `Dispute between ${who}` } },
    summary: `The dispute between ${who} of which the article tells.`,
  };
  const rule = 'a side acts against the other: there is a dispute';
  const evidence = within.flatMap(({ pieces }) => pieces).slice(0, mostEvidence);
  drafts.add({ id, kind: 'DISPUTE', fields, evidence, file: 'story', rule, candidates });
  relateRound(drafts, { id, parties }, within, rule);
  const first = within.filter(({ type }) => conflicts.has(type)).flatMap(({ pieces }) => pieces);
  drafts.relate({ subject: id, type: 'PART_OF', object: round, evidence: first.slice(0, 1), rule });
  return { id, parties };
}

/** Its parties, where a paragraph of its events names them, and its issues. */
function relateRound(
  drafts: Drafts,
  { id, parties: [union, ...employers] }: Round,
  within: readonly InBargaining[],
  rule: string,
): void {
  const paragraphs = [...new Set(within.flatMap(({ pieces }) => pieces.flatMap(({ p }) => p ?? [])))];
  for (const party of [union, ...employers].filter((one) => one !== undefined)) {
    const evidence = paragraphs.flatMap((p) => pieceNaming(drafts, party, p) ?? []).slice(0, mostEvidence);
    const side = party === union ? 'EMPLOYEE' : 'EMPLOYER';
    drafts.relate({ subject: party, type: 'PARTY_TO', object: id, fields: { side }, evidence, rule });
  }
  for (const p of paragraphs)
    for (const { id: object, cue } of drafts.text.issuesIn(p))
      drafts.relate({ subject: id, type: 'CONCERNS', object, evidence: [{ p, cues: [cue] }], rule });
}

/** Whether an event belongs to the round. */
export const isIn = (round: Round | undefined, event: InBargaining, published: string): boolean =>
  isOf(round, event, published, bargained);

/** Whether it belongs to the dispute. */
export const isDisputed = (dispute: Round | undefined, event: InBargaining, published: string): boolean =>
  isOf(dispute, event, published, disputed);

const isOf = (
  round: Round | undefined,
  event: InBargaining,
  published: string,
  types: ReadonlySet<string>,
): round is Round =>
  round !== undefined &&
  isRecent(event, published) &&
  types.has(event.type) &&
  event.parties.some((party) => round.parties.includes(party));

/** What is more than a year past is of an earlier round, as far as an article does not say so. */
const isRecent = ({ date }: InBargaining, published: string): boolean =>
  date === undefined || Number(/\d{4}/.exec(date)?.[0]) >= Number(published.slice(0, 4)) - 1;

function pieceNaming({ text }: Drafts, party: string, p: number | undefined): Piece | undefined {
  const cue = p === undefined ? undefined : text.cueOf(party, p);
  return p === undefined || cue === undefined ? undefined : { p, cues: [cue] };
}

/** Those that fit, by how many of the events they take part in. */
function mostly(events: readonly InBargaining[], fits: (id: string) => boolean): string[] {
  const counts = new Map<string, number>();
  for (const { parties } of events) for (const id of parties.filter(fits)) counts.set(id, (counts.get(id) ?? 0) + 1);
  return [...counts].sort(([, a], [, b]) => b - a).map(([id]) => id);
}
