/** What a side asks for or offers, with the terms of which the sentence tells. */

import { approximationIn } from '../../records/approximationWords.ts';
import { blank } from '../../records/blanks.ts';
import { saysNumber } from '../../records/grounds/numbers.ts';
import type { Plain } from '../knowledge.ts';
import type { EventFound, Figure } from '../types.ts';
import type { Drafts } from './drafts.ts';
import type { Told } from './events.ts';
import { figureCue } from './figures.ts';
import type { RoundsOf } from './laws.ts';
import { type Piece, pieceOf } from './pieces.ts';
import { slugWith } from './slug.ts';
import { within } from './text.ts';

/** Drafts the proposals that events tell of, one for each. */
export function draftOffers(drafts: Drafts, events: readonly Told[], roundsOf: RoundsOf): void {
  for (const told of events) {
    const maker = makerOf(drafts, told);
    if (maker !== undefined) draftOffer(drafts, told, maker, roundsOf);
  }
}

/** Who makes the proposal of an event, where a paragraph names one side alone: of two, it does not say whose it is. */
export function makerOf({ text, kindOf }: Drafts, { type, status, parties, found }: Told): string | undefined {
  if (type !== 'PROPOSAL_TABLED' || status !== 'OCCURRED') return undefined;
  const [maker, other] = parties.filter((party) => kindOf(party) !== 'PERSON');
  const isNamed = maker !== undefined && found.some(({ p }) => text.cueOf(maker, p) !== undefined);
  return other === undefined && isNamed ? maker : undefined;
}

function draftOffer(drafts: Drafts, told: Told, maker: string, roundsOf: RoundsOf): void {
  const { text, kindOf } = drafts;
  const [first] = told.found;
  if (first === undefined) return;
  const type = kindOf(maker) === 'UNION' ? 'DEMAND' : 'OFFER';
  const pieces = told.found.flatMap((event): Piece[] => {
    const cues = [text.cueAt(event)].filter((cue) => cue !== undefined);
    return cues.length === 0 ? [] : [{ p: event.p, cues }];
  });
  const making = told.found.flatMap(({ p }, index): Piece[] => {
    const cue = text.cueOf(maker, p);
    return cue === undefined ? [] : [{ p, cues: [cue, ...(pieces[index]?.cues ?? [])] }];
  });
  const { rule } = first;
  const name = text.shortName(maker);
  const id = drafts.newId(slugWith(`${drafts.about.id} ${first.p}`, type, maker));
  const terms = told.found.flatMap((event) => termsOf(drafts, event));
  const fields: Plain = {
    type,
    names: { en: { preferred: `${type === 'DEMAND' ? 'Demand' : 'Offer'} of ${name}` } },
    summary: `What ${name} ${type === 'DEMAND' ? 'asks for' : 'offers'}, as the article tells.`,
    ...(terms.length === 0 ? {} : { terms }),
  };
  drafts.add({ id, kind: 'PROPOSAL', fields, evidence: making, file: 'story', rule });
  drafts.relate({ subject: maker, type: 'MAKES', object: id, evidence: making, rule });
  for (const round of roundsOf(told))
    drafts.relate({ subject: id, type: 'MADE_IN', object: round.id, evidence: pieces, rule });
  for (const event of told.found)
    for (const { id: object, cue } of text.issuesIn(event.p, text.sentence(event)))
      drafts.relate({ subject: id, type: 'CONCERNS', object, evidence: [{ p: event.p, cues: [cue] }], rule });
}

/** The figures of a sentence that tells of one issue alone; without figures, its issues, whose terms are a person's. */
function termsOf(drafts: Drafts, event: EventFound): Plain[] {
  const { text, about } = drafts;
  const sentence = text.sentence(event);
  const issues = text.issuesIn(event.p, sentence);
  const [issue] = issues;
  const amounts = text.reading.figures.filter(
    (figure) => figure.p === event.p && within(figure, sentence) && /^(?:PERCENT|CAD)$/.test(figure.unit),
  );
  const words = blank('what is asked for or offered, in a few words of your own');
  if (amounts.length === 0 || issues.length > 1)
    return issues.map(({ id, cue }) => ({
      ...{ issue: id, text: words },
      evidence: [pieceOf({ p: event.p, cues: [cue] }, about.id)],
    }));
  if (issue === undefined) return [];
  return amounts.flatMap((figure, index) => {
    const amount = amountOf(drafts, figure);
    if (amount === undefined) return [];
    const { cue, ...value } = amount;
    const evidence = [pieceOf({ p: event.p, cues: [cue, issue.cue] }, about.id)];
    const key = index === 0 ? {} : { key: `figure-${index + 1}` };
    return [{ issue: issue.id, ...value, text: words, ...key, evidence }];
  });
}

function amountOf(drafts: Drafts, figure: Figure): (Plain & { readonly cue: string }) | undefined {
  const cue = figureCue(drafts, figure);
  if (cue === undefined || !saysNumber([cue], figure.value)) return undefined;
  if (figure.unit === 'PERCENT' && !/per ?cent|%|fr(?:ee|o)ze/i.test(cue)) return undefined;
  const approximation = approximationIn(cue);
  return { cue, value: figure.value, unit: figure.unit, ...(approximation === undefined ? {} : { approximation }) };
}
