/** The bargaining that an article tells of, where the graph has no round or dispute of these parties. */
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

export interface Round {
  readonly id: string;
  readonly parties: readonly string[];
}

const employers = new Set(['PUBLIC_BODY', 'GOVERNMENT']);

/** Drafts one round for the union and the employers that most of these events have; none without a union. */
export function draftRound(drafts: Drafts, events: readonly InBargaining[]): Round | undefined {
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
  const within = own.filter((event) => event.parties.some((party) => parties.includes(party)));
  const rule = 'events between a union and an employer belong to one round of bargaining';
  const evidence = within.flatMap(({ pieces }) => pieces);
  drafts.add({ id, kind: 'BARGAINING_ROUND', fields, evidence, file: 'story', rule });
  for (const party of parties) {
    const naming = within.flatMap(({ pieces }) => pieces.flatMap(({ p }) => pieceNaming(drafts, party, p) ?? []));
    const side = party === union ? 'EMPLOYEE' : 'EMPLOYER';
    drafts.relate({ subject: party, type: 'PARTY_TO', object: id, fields: { side }, evidence: naming, rule });
  }
  for (const { number } of text.paragraphs.filter(({ number }) => evidence.some(({ p }) => p === number)))
    for (const issue of text.issuesIn(number))
      drafts.relate({
        subject: id,
        type: 'CONCERNS',
        object: issue.id,
        evidence: [{ p: number, cues: [issue.cue] }],
        rule,
      });
  return about.id === id ? undefined : { id, parties };
}

/** Whether an event belongs to the round. */
export const isIn = (round: Round | undefined, event: InBargaining, published: string): boolean =>
  round !== undefined &&
  isRecent(event, published) &&
  bargaining.has(event.type) &&
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
