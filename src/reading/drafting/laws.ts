/** Laws that an article tells to be introduced or passed, and cases in court against them. */
import { blank } from '../../records/blanks.ts';
import type { Plain } from '../knowledge.ts';
import type { EventFound } from '../types.ts';
import { dateValue } from './dates.ts';
import type { Drafts } from './drafts.ts';
import type { Told } from './events.ts';
import { type Piece, pieceOf } from './pieces.ts';
import type { Round } from './rounds.ts';
import { slugWith } from './slug.ts';

/** A law, and where the article tells of it. */
export interface Law {
  readonly id: string;
  readonly pieces: readonly Piece[];
}

/** The round and the dispute of an event, where it has them. */
export type RoundsOf = (told: Told) => readonly Round[];

const stages: Readonly<Record<string, { readonly stage: string; readonly type: string }>> = {
  BILL_INTRODUCED: { stage: 'INTRODUCED', type: 'BILL' },
  LAW_PASSED: { stage: 'PASSED', type: 'ACT' },
};

/** Drafts the laws, then the cases against them. */
export function draftLaws(drafts: Drafts, events: readonly Told[], roundsOf: RoundsOf): readonly Law[] {
  const laws = events.flatMap((told) => draftLaw(drafts, told, roundsOf(told)) ?? []);
  for (const told of events) if (told.type === 'COURT_FILING') draftChallenge(drafts, told, laws);
  return laws;
}

/** The law that a paragraph names; else the only one that the article names, where it does not speak of "a law". */
function namedLaw({ text }: Drafts, event: EventFound): string | undefined {
  const named = text.reading.entities.filter(({ kind }) => kind === 'LEGISLATION').map(({ key }) => key);
  const here = named.filter((key) => text.cueOf(key, event.p) !== undefined);
  if (here.length > 0) return here[0];
  return named.length === 1 && !isIndefinite(wordsAt(text, event)) ? named[0] : undefined;
}

const wordsAt = (text: Drafts['text'], { p, start, end }: EventFound): string =>
  (text.paragraph(p) ?? '').slice(start, end);

/** "Passed a law" tells of one that was not spoken of before. */
export const isIndefinite = (words: string): boolean => /\b(?:a|an|another|new)\b/i.test(words);

function draftLaw(drafts: Drafts, told: Told, rounds: readonly Round[]): Law | undefined {
  const { text, kindOf } = drafts;
  const [first] = told.found;
  const stage = stages[told.type];
  if (first === undefined || stage === undefined || told.status !== 'OCCURRED') return undefined;
  const named = namedLaw(drafts, first);
  const government = told.parties.find((party) => kindOf(party) === 'GOVERNMENT');
  const pieces = told.found.flatMap((event) => pieceNaming(drafts, event, named) ?? []);
  if (pieces.length === 0 || (named !== undefined && drafts.isKnown(named))) return undefined;
  const id = named ?? drafts.newId(slugWith(told.date?.edtf ?? text.published, 'law of', government ?? 'unnamed'));
  const { rule } = first;
  const fields: Plain = {
    ...{ type: stage.type, status: stage.stage },
    stages: [stageOf(drafts, told, stage.stage, pieces)],
    provisions: [
      {
        effect: blank('what it changes, in words of your own; divide it if it is several things'),
        evidence: pieces.slice(0, 1).map((piece) => pieceOf(piece, drafts.about.id)),
      },
    ],
  };
  if (named !== undefined && drafts.has(named)) drafts.amend(named, fields);
  else {
    const names = { en: { preferred: blank('the name of the law, or what it does in a few words of your own') } };
    const summary = 'A law that the article tells of without a name.';
    drafts.add({
      id,
      kind: 'LEGISLATION',
      fields: { ...fields, names, summary },
      evidence: pieces,
      file: 'story',
      rule,
    });
  }
  drafts.support(id, pieces, rule);
  relateLaw(drafts, { id, pieces }, told, government, rounds);
  return { id, pieces };
}

function pieceNaming({ text }: Drafts, event: EventFound, named: string | undefined): Piece | undefined {
  const cues = [text.cueAt(event), named === undefined ? undefined : text.cueOf(named, event.p)];
  const standing = cues.filter((cue) => cue !== undefined);
  return standing.length === 0 ? undefined : { p: event.p, cues: standing };
}

function stageOf({ about }: Drafts, { date }: Told, stage: string, pieces: readonly Piece[]): Plain {
  const dated = pieces
    .filter(({ p }) => date === undefined || p === date.p)
    .map((piece) => ({ ...piece, cues: [...(piece.cues ?? []), ...(date === undefined ? [] : [date.text])] }));
  const evidence = (dated.length > 0 ? dated : pieces.slice(0, 1)).map((piece) => pieceOf(piece, about.id));
  return { stage, ...(date === undefined || dated.length === 0 ? {} : { date: dateValue(date) }), evidence };
}

/** Whose law it is, and what it touches of what its paragraphs name. */
function relateLaw(
  drafts: Drafts,
  { id, pieces }: Law,
  told: Told,
  government: string | undefined,
  rounds: readonly Round[],
): void {
  const { text, kindOf } = drafts;
  const rule = told.found[0]?.rule ?? '';
  const type = told.type === 'LAW_PASSED' ? 'ENACTS' : 'INTRODUCES';
  const withCue = (piece: Piece, cue: string): Piece => ({ ...piece, cues: [...(piece.cues ?? []), cue] });
  for (const piece of pieces) {
    const p = piece.p ?? 0;
    const cue = government === undefined ? undefined : text.cueOf(government, p);
    if (government !== undefined && cue !== undefined)
      drafts.relate({ subject: government, type, object: id, evidence: [withCue(piece, cue)], rule });
    for (const issue of text.issuesIn(p))
      for (const about of ['CONCERNS', 'AFFECTS'] as const)
        drafts.relate({ subject: id, type: about, object: issue.id, evidence: [withCue(piece, issue.cue)], rule });
    for (const party of new Set(text.mentionsIn(p).map(({ entity }) => entity))) {
      const name = kindOf(party) === 'UNION' ? text.cueOf(party, p) : undefined;
      if (name !== undefined)
        drafts.relate({ subject: id, type: 'AFFECTS', object: party, evidence: [withCue(piece, name)], rule });
    }
    for (const round of rounds)
      drafts.relate({ subject: id, type: 'AFFECTS', object: round.id, evidence: [piece], rule });
  }
}

/** A case: the union that files it against the government or the employer, and the laws of which the paragraph speaks. */
function draftChallenge(drafts: Drafts, told: Told, laws: readonly Law[]): void {
  const { text, kindOf } = drafts;
  const [first] = told.found;
  const union = told.parties.find((party) => kindOf(party) === 'UNION');
  const others = told.parties.filter((party) => kindOf(party) === 'GOVERNMENT' || kindOf(party) === 'PUBLIC_BODY');
  if (first === undefined || union === undefined || others.length === 0) return;
  const pieces = told.found.flatMap((event) => pieceNaming(drafts, event, undefined) ?? []);
  const id = drafts.newId(slugWith(text.published.slice(0, 4), 'court case of', union));
  const { rule } = first;
  const fields: Plain = {
    ...(told.status === 'OCCURRED' ? { status: 'BEFORE_THE_COURT' } : {}),
    names: { en: { preferred: `Court case of ${text.shortName(union)}` } },
    summary: `A case that ${text.shortName(union)} brings to court, as the article tells.`,
  };
  drafts.add({ id, kind: 'LEGAL_CHALLENGE', fields, evidence: pieces, file: 'story', rule });
  drafts.relate({ subject: told.id, type: 'OCCURS_IN', object: id, evidence: pieces, rule });
  for (const party of [union, ...others]) {
    const side = party === union ? 'APPLICANT' : 'RESPONDENT';
    const evidence = told.found.flatMap(({ p }) => {
      const cue = text.cueOf(party, p);
      return cue === undefined ? [] : [{ p, cues: [cue] }];
    });
    drafts.relate({ subject: party, type: 'PARTY_TO', object: id, fields: { side }, evidence, rule });
  }
  for (const { p } of told.found) {
    for (const issue of text.issuesIn(p))
      drafts.relate({ subject: id, type: 'CONCERNS', object: issue.id, evidence: [{ p, cues: [issue.cue] }], rule });
    const word = /\b(?:laws?|legislation|bills?|acts?)\b/i.exec(text.paragraph(p) ?? '')?.[0];
    for (const law of word !== undefined ? laws : [])
      drafts.relate({
        ...{ subject: id, type: 'CHALLENGES', object: law.id, rule },
        evidence: [{ p, cues: [word ?? ''] }, ...law.pieces.slice(0, 1)],
      });
  }
}
