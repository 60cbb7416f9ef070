/** What happened, is due, or was possible. */
import { blank } from '../../records/blanks.ts';
import { actorKinds, type Kind, kindDefinition } from '../../registry/index.ts';
import { words } from '../../registry/words/en.ts';
import { edtfOf, type Plain, textOf } from '../knowledge.ts';
import type { EventFound } from '../types.ts';
import { byArticle, dateValue } from './dates.ts';
import type { Drafts } from './drafts.ts';
import { draftLaws, isIndefinite } from './laws.ts';
import { draftOffers, makerOf } from './offers.ts';
import type { Piece } from './pieces.ts';
import { draftDispute, draftRound, type InBargaining, isDisputed, isIn, type Round } from './rounds.ts';
import { capitalised, slugWith } from './slug.ts';
import { sharesOf } from './votes.ts';

/** An event, told in one paragraph or more. */
export interface Told {
  readonly id: string;
  readonly type: string;
  readonly status: EventFound['status'];
  readonly parties: readonly string[];
  readonly date: EventFound['date'];
  /** Each time that the article tells it. */
  readonly found: readonly EventFound[];
}

const statuses: Readonly<Record<EventFound['status'], string>> = {
  OCCURRED: 'OCCURRED',
  SCHEDULED: 'SCHEDULED',
  POSTPONED: 'POSTPONED',
  POSSIBLE: 'OPTIONAL',
};

/** They belong to no round and no dispute, but for what a person knows. */
const standsAlone = new Set(['ELECTION', 'BUDGET', 'STATEMENT_MADE', 'CABINET_MEETING', 'HIRING', 'LAYOFF']);

/** They have no participants: a day passes, an agreement runs out, and a proposal is made by somebody. */
const without = new Set(['DEADLINE', 'AGREEMENT_EXPIRED', 'PROPOSAL_TABLED']);

/** What an article's statements may be about, by its id. */
export interface Matter {
  readonly round: string | undefined;
  readonly laws: readonly string[];
}

/** Drafts the events, each once, with all that tells of it. */
export function draftEvents(drafts: Drafts): Matter {
  const all = eventsOf(drafts).map((told) => ({ told, ...draftEvent(drafts, told) }));
  const events = all.map(inBargaining);
  const { published } = drafts.text;
  const candidates = (kind: Kind) => [
    ...new Set(all.flatMap((one) => one.candidates).filter((id) => drafts.kindOf(id) === kind)),
  ];
  // Which of the graph's it is, only a person can tell: there is a new one, with what it may be the same as.
  const round = draftRound(drafts, events, candidates('BARGAINING_ROUND'));
  const dispute = round && draftDispute(drafts, round, events, candidates('DISPUTE'));
  const rounds = new Map<string, readonly Round[]>();
  for (const one of all) {
    const { told, pieces, candidates } = one;
    const { rule } = inBargaining(one);
    const evidence = pieces.slice(0, 1);
    if (standsAlone.has(told.type)) continue;
    const own = [
      ...(isIn(round, inBargaining(one), published) ? [round] : []),
      ...(isDisputed(dispute, inBargaining(one), published) ? [dispute] : []),
    ].filter((of) => of !== undefined);
    for (const { id: object } of own)
      drafts.relate({ subject: told.id, type: 'OCCURS_IN', object, evidence: pieces, rule });
    if (own.length > 0) rounds.set(told.id, own);
    else if (candidates.length > 0) {
      const object = blank('the id of the round, the dispute or the case that it belongs to');
      drafts.relate({ subject: told.id, type: 'OCCURS_IN', object, evidence, rule, candidates });
    }
  }
  const told = all.map((one) => one.told);
  const laws = draftLaws(drafts, told, ({ id }) => rounds.get(id) ?? []);
  draftOffers(drafts, told, ({ id }) => rounds.get(id) ?? []);
  return { round: round?.id, laws: laws.map(({ id }) => id) };
}

interface Drafted {
  readonly pieces: readonly Piece[];
  /** Rounds, disputes and cases of the graph that it may belong to. */
  readonly candidates: readonly string[];
}

const inBargaining = ({ told, pieces }: Drafted & { readonly told: Told }): InBargaining => ({
  type: told.type,
  parties: told.parties,
  date: told.date?.edtf,
  pieces,
  rule: told.found[0]?.rule ?? '',
});

/** The events of the article: what may be one and the same is one. */
export function eventsOf(drafts: Drafts): Told[] {
  const { text, isKnown } = drafts;
  const all: Told[] = [];
  for (const found of text.reading.events) {
    const event = { ...found, status: statusOf(found, text.published) };
    if (!(event.type in (kindDefinition('EVENT').types ?? {}))) continue;
    const parties = partiesOf(drafts, event);
    // "Passed a law" tells of another law than the one before.
    const words = (text.paragraph(event.p) ?? '').slice(event.start, event.end);
    const isNew = event.type === 'LAW_PASSED' && isIndefinite(words);
    const index = isNew ? -1 : all.findIndex((one) => isSame(one, { ...event, parties }));
    const same = all[index];
    if (same === undefined) all.push({ ...event, id: '', parties, found: [event] });
    else
      all[index] = {
        ...same,
        parties: [...new Set([...same.parties, ...parties])],
        date: same.date ?? event.date,
        found: [...same.found, event],
      };
  }
  // Events of the graph may have such an id.
  const ids = new Map<string, number>();
  return all.map((told) => {
    const id = slugWith(told.date?.edtf ?? text.published, told.type.replaceAll('_', ' '), ...told.parties.slice(0, 2));
    const times = (ids.get(id) ?? (isKnown(id) ? 1 : 0)) + 1;
    ids.set(id, times);
    return { ...told, id: times === 1 ? id : `${id}-${times}` };
  });
}

/**
 * Those of the parties that act: whoever speaks, at a statement; at anything else, the organizations, not whoever tells
 * of it. Where the sentence says "the government", it is that, and not the body by which it bargains.
 */
function partiesOf({ text, kindOf, has }: Drafts, event: EventFound): string[] {
  const sentence = text.sentence(event);
  const governments = text.mentionsIn(event.p, sentence).filter(({ entity }) => kindOf(entity) === 'GOVERNMENT');
  const [government] = governments.map(({ entity }) => entity).filter(has);
  const told = event.parties.map((party) =>
    kindOf(party) === 'PUBLIC_BODY' && text.cueOf(party, event.p) === undefined ? (government ?? party) : party,
  );
  const actors = [...new Set(told)].filter((party) => {
    const kind = kindOf(party);
    return kind !== undefined && actorKinds.includes(kind) && has(party);
  });
  const isSpeaker = (party: string) => kindOf(party) === 'PERSON';
  const acting = actors.filter((party) => isSpeaker(party) === (event.type === 'STATEMENT_MADE'));
  return acting.length > 0 ? acting : actors;
}

/** An agreement that ran out on a day before the article is not due to. */
const statusOf = ({ type, status, date }: EventFound, published: string): EventFound['status'] =>
  type === 'AGREEMENT_EXPIRED' && date !== undefined && date.edtf < published ? 'OCCURRED' : status;

function isSame(told: Told, event: Pick<EventFound, 'type' | 'status' | 'parties' | 'date'>): boolean {
  if (told.type !== event.type || told.status !== event.status) return false;
  if (told.date !== undefined && event.date !== undefined && told.date.edtf !== event.date.edtf) return false;
  const apart = told.parties.length > 0 && event.parties.length > 0;
  return !apart || event.parties.some((party) => told.parties.includes(party));
}

/** The event with those of its parties that are related to it, or that its paragraphs name. */
function shownOf({ text }: Drafts, told: Told): Told {
  if (!without.has(told.type)) return told;
  const isNamed = (party: string, p: number) => text.mentionsIn(p).some((one) => one.entity === party && one.proper);
  const parties = told.parties.filter((party) => told.found.some(({ p }) => isNamed(party, p)));
  return { ...told, parties };
}

function draftEvent(drafts: Drafts, told: Told): Drafted {
  const { text } = drafts;
  const shown = shownOf(drafts, told);
  const { id, type, status, parties, date, found } = told;
  const teller = type === 'STATEMENT_MADE' ? undefined : tellerOf(drafts, found);
  const pieces = found.map((event) => piece(drafts, event, teller, without.has(type) ? shown.parties : []));
  const start = date !== undefined ? dateValue(date) : status === 'OCCURRED' ? byArticle(drafts) : undefined;
  const rule = found[0]?.rule ?? '';
  const shares = sharesOf(drafts, type, found);
  const fields: Plain = {
    type,
    status: statuses[status],
    names: { en: { preferred: nameOf(drafts, shown) } },
    summary: summaryOf(drafts, shown),
    ...(start === undefined ? {} : { start }),
    ...(teller === undefined ? {} : { accordingTo: teller }),
    ...shares.fields,
  };
  const evidence = [...pieces, ...shares.pieces];
  // Of an undated one, the proposal tells all.
  const isEvent = date !== undefined || makerOf(drafts, told) === undefined;
  if (isEvent)
    drafts.add({ id, kind: 'EVENT', fields, evidence, file: 'story', rule, candidates: alike(drafts, told) });
  for (const party of without.has(type) ? [] : parties) {
    const naming = found.flatMap(({ p }) => {
      const cue = text.cueOf(party, p);
      return cue === undefined ? [] : [{ p, cues: [cue] }];
    });
    const meant = pieces
      .slice(0, 1)
      .map((one) => ({ ...one, rule: `${text.shortName(party)} is meant by this paragraph` }));
    const evidence = naming.length > 0 ? naming : meant;
    drafts.relate({ subject: party, type: 'TAKES_PART_IN', object: id, evidence, rule });
  }
  for (const event of found)
    for (const { id: issue, cue } of text.issuesIn(event.p, text.sentence(event)))
      drafts.relate({ subject: id, type: 'CONCERNS', object: issue, evidence: [{ p: event.p, cues: [cue] }], rule });
  return { pieces, candidates: roundsOf(drafts, parties) };
}

/** @param parties whom it names that nothing else relates to the event. */
function piece({ text }: Drafts, event: EventFound, teller: string | undefined, parties: readonly string[]): Piece {
  const { p, date } = event;
  const said = teller === undefined ? undefined : text.cueOf(teller, p);
  const all = [
    text.cueAt(event),
    date?.p === p ? date.text : undefined,
    said,
    ...parties.map((party) => text.cueOf(party, p)),
  ];
  const cues = all.filter((cue) => cue !== undefined);
  return { p, cues: cues.length > 0 ? cues : [text.anyCue(p) ?? ''] };
}

/** The one speaker in whose words alone all the paragraphs tell it, where the speaker is named there. */
function tellerOf({ text, kindOf, has }: Drafts, found: readonly EventFound[]): string | undefined {
  const tellers = found.map((event) => {
    const sentence = text.sentence(event);
    const said = text.reading.statements.find(
      (one) => one.p === event.p && one.start < sentence.end && one.end > sentence.start,
    );
    return said !== undefined && 'entity' in said.speaker && text.cueOf(said.speaker.entity, event.p) !== undefined
      ? said.speaker.entity
      : undefined;
  });
  const [teller] = tellers;
  const kind = teller === undefined || !has(teller) ? undefined : kindOf(teller);
  const isOne = tellers.every((one) => one === teller) && kind !== undefined && actorKinds.includes(kind);
  return isOne ? teller : undefined;
}

const labelOf = (type: string): string => capitalised(words.terms[type] ?? type.replaceAll('_', ' ').toLowerCase());

const listed = (names: readonly string[]): string =>
  names.length < 2 ? (names[0] ?? '') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;

function nameOf({ text }: Drafts, { type, parties, date }: Told): string {
  const who = listed(parties.slice(0, 3).map(text.shortName));
  return [labelOf(type), ...(who === '' ? [] : [`of ${who}`])]
    .join(' ')
    .concat(date === undefined ? '' : `, ${date.edtf}`);
}

const how: Readonly<Record<EventFound['status'], string>> = {
  OCCURRED: 'took place',
  SCHEDULED: 'is arranged',
  POSTPONED: 'was put off',
  POSSIBLE: 'is possible',
};

/** In the words of the registry: a person may say more. */
function summaryOf({ text }: Drafts, { type, status, parties }: Told): string {
  const who = parties.length === 0 ? '' : `, with ${listed(parties.map(text.shortName))}`;
  return `${labelOf(type)}: it ${how[status]}${who}, as the article tells.`;
}

/** Events of the graph of this type with one of these parties, those of the same day first. */
function alike({ known }: Drafts, { type, parties, date }: Told): string[] {
  const found = [...known.relationships.values()].flatMap((record) => {
    const id = textOf(record['TAKES_PART_IN']);
    const event = id === undefined ? undefined : known.entities.get(id);
    const isOne = event?.['type'] === type && parties.includes(textOf(record['subject']) ?? '');
    return id === undefined || !isOne
      ? []
      : [{ id, sameDay: date !== undefined && edtfOf(event?.['start']) === date.edtf }];
  });
  const sorted = [...found].sort((a, b) => Number(b.sameDay) - Number(a.sameDay));
  return [...new Set(sorted.map(({ id }) => id))].slice(0, 3);
}

/** The rounds, disputes and cases of the graph that most of these are parties to. */
function roundsOf({ known }: Drafts, parties: readonly string[]): string[] {
  const counts = new Map<string, number>();
  for (const record of known.relationships.values()) {
    const [of, id] = [textOf(record['subject']), textOf(record['PARTY_TO'])];
    if (of !== undefined && id !== undefined && parties.includes(of)) counts.set(id, (counts.get(id) ?? 0) + 1);
  }
  return [...counts]
    .sort(([, a], [, b]) => b - a)
    .map(([id]) => id)
    .slice(0, 4);
}
