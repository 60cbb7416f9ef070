/** Figures of which the sentence says whose they are: what somebody claims, and how many a union speaks for. */
import { approximationBefore, approximationIn } from '../../records/approximationWords.ts';
import { blank } from '../../records/blanks.ts';
import { saysNumber } from '../../records/grounds/numbers.ts';
import { type Plain, textOf } from '../knowledge.ts';
import type { Figure, Statement } from '../types.ts';
import type { Drafts } from './drafts.ts';
import { capitalised, slugOf, slugWith } from './slug.ts';
import { within } from './text.ts';

/** Drafts what figures say. */
export function draftFigures(drafts: Drafts): void {
  for (const figure of drafts.text.reading.figures) {
    const cue = figureCue(drafts, figure);
    if (cue === undefined || !saysNumber([cue], figure.value)) continue;
    if (!draftSize(drafts, figure, cue)) draftClaim(drafts, figure, cue);
  }
}

/** The figure with the words before it that say how firmly it is given. */
export function figureCue({ text }: Drafts, figure: Figure): string | undefined {
  const paragraph = text.paragraph(figure.p) ?? '';
  const words = approximationBefore(paragraph.slice(0, figure.start))?.words ?? '';
  return text.cueAt({ ...figure, start: figure.start - words.length });
}

/** "The league, which represents 4,000 nurses": a unit of this size. */
function draftSize(drafts: Drafts, figure: Figure, cue: string): boolean {
  const { text, kindOf } = drafts;
  if (figure.unit !== 'PEOPLE' || !Number.isInteger(figure.value)) return false;
  const sentence = text.sentence(figure);
  const said = (text.paragraph(figure.p) ?? '').slice(sentence.start, figure.start);
  if (!/\b(?:represent(?:s|ing)?|speaks? for|bargains? for|on behalf of)\b[^.;]{0,60}$/i.test(said)) return false;
  const unions = text
    .mentionsIn(figure.p, sentence)
    .filter(({ entity, start }) => kindOf(entity) === 'UNION' && start < figure.start);
  const union = unions.at(-1)?.entity;
  const name = union === undefined ? undefined : text.cueOf(union, figure.p);
  if (union === undefined || name === undefined) return false;
  const known = knownUnit(drafts, union);
  if (known === undefined) draftUnit(drafts, union, figure, [cue, name]);
  else compareSize(drafts, known, figure, [cue, name]);
  return true;
}

function draftUnit(drafts: Drafts, union: string, figure: Figure, cues: readonly string[]): void {
  const { text } = drafts;
  const id = drafts.newId(slugOf('employees represented by', union));
  const [p, name] = [figure.p, text.shortName(union)];
  const approximation = approximationIn(cues[0] ?? '');
  const fields: Plain = {
    names: { en: { preferred: `Employees represented by ${name}` } },
    summary: `The employees for whom ${name} bargains, by the account of the article.`,
    size: figure.value,
    ...(approximation === undefined ? {} : { sizeApproximation: approximation }),
    sizeAsOf: text.published,
  };
  const { rule } = figure;
  drafts.add({ id, kind: 'BARGAINING_UNIT', fields, evidence: [{ p, cues }], file: 'actors', rule });
  const evidence = [{ p, cues }];
  drafts.relate({ subject: union, type: 'REPRESENTS', object: id, fields: { asOf: text.published }, evidence, rule });
}

/** The unit that the graph has of a union, where it has one with a size. */
function knownUnit({ known }: Drafts, union: string): string | undefined {
  const units = [...known.relationships.values()].flatMap((record) => {
    const id = record['subject'] === union ? textOf(record['REPRESENTS']) : undefined;
    return id !== undefined && known.entities.get(id)?.['size'] !== undefined ? [id] : [];
  });
  return units.length === 1 ? units[0] : undefined;
}

function compareSize(drafts: Drafts, unit: string, { p, value, rule }: Figure, cues: readonly string[]): void {
  const size = drafts.known.entities.get(unit)?.['size'];
  if (size === value) drafts.support(unit, [{ p, cues }], rule);
  else
    drafts.differ({
      type: 'OUTDATED',
      of: unit,
      paragraph: p,
      says: `the graph has a size of ${String(size)}, and the article says ${value}`,
    });
}

/** Of units of time, claims know days alone. */
const claimed: readonly Figure['unit'][] = ['PERCENT', 'CAD', 'PEOPLE', 'DAYS'];

function draftClaim(drafts: Drafts, figure: Figure, cue: string): void {
  const { text } = drafts;
  const said = statementAround(drafts, figure);
  const amount = amountOf(figure, cue);
  if (amount === undefined) return;
  if (said === undefined || !('entity' in said.speaker) || !claimed.includes(figure.unit)) return;
  const speaker = said.speaker.entity;
  const name = text.cueOf(speaker, figure.p);
  if (name === undefined) return;
  const id = drafts.newId(slugWith(`${drafts.about.id} ${figure.p} ${figure.value}`, 'claim'));
  const approximation = approximationIn(cue);
  const fields: Plain = {
    type: 'FIGURE',
    names: { en: { preferred: `${capitalised(cue)}, by ${text.shortName(speaker)}` } },
    summary: blank('what is claimed, in one sentence of your own'),
    measure: blank('what the number measures'),
    ...amount,
    ...(approximation === undefined ? {} : { approximation }),
  };
  const { p, rule } = figure;
  drafts.add({ id, kind: 'CLAIM', fields, evidence: [{ p, cues: [cue] }], file: 'story', rule });
  drafts.relate({ subject: speaker, type: 'ASSERTS', object: id, evidence: [{ p, cues: [name] }], rule });
  for (const issue of text.issuesIn(p, text.sentence(figure)))
    drafts.relate({ subject: id, type: 'CONCERNS', object: issue.id, evidence: [{ p, cues: [issue.cue] }], rule });
}

const parts = new Map(Object.entries({ half: 2, third: 3, quarter: 4, fifth: 5, tenth: 10 }));
const counts = new Map(Object.entries({ a: 1, one: 1, two: 2, three: 3, four: 4 }));

/** A value with its unit; a share that is told in words stays the fraction that it is. */
function amountOf({ value, unit }: Figure, cue: string): Plain | undefined {
  if (unit !== 'PERCENT' || /per ?cent|%|fr(?:ee|o)ze/i.test(cue)) return { value, unit };
  const [, count = 'a', part = ''] =
    /\b(?:(a|one|two|three|four)[ -])?(half|third|quarter|fifth|tenth)s?\b/i.exec(cue) ?? [];
  const [above, below] = [counts.get(count.toLowerCase()), parts.get(part.toLowerCase())];
  return above === undefined || below === undefined || above >= below
    ? undefined
    : { value: `${above}/${below}`, unit: 'SHARE' };
}

/** What is said in the sentence of the figure. */
function statementAround({ text }: Drafts, figure: Figure): Statement | undefined {
  const sentence = text.sentence(figure);
  return text.reading.statements.find((one) => one.p === figure.p && within(one, sentence));
}
