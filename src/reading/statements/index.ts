/** Statements: who says something in a paragraph, and whether it is quoted or told. */
import type { Line } from '../names/seen.ts';
import type { Paragraph, Span, Statement } from '../types.ts';
import { type Attribution, attributionsOf } from './attributions.ts';
import { introducedBy, narrated } from './narration.ts';
import { partOf, typeOf } from './quotationType.ts';
import { beginsQuoted, quotesIn } from './quotes.ts';
import type { IsPerson, Scene } from './scene.ts';
import type { Subject } from './speakers.ts';

/**
 * Finds the statements of an article.
 * @param subjectsIn gives those of a paragraph who can speak, in order.
 */
export function findStatements(
  lines: readonly Line[],
  subjectsIn: (line: Line) => readonly Subject[],
  isPerson: IsPerson,
): Statement[] {
  const found: Statement[] = [];
  /** Quotations before anybody has been named: of the first who is. */
  const opening: Quoted[] = [];
  let last: { readonly speaker: Attribution['speaker']; readonly p: number } | undefined;
  /** Of whom the paragraph before told, without a word that he or she said. */
  let introduced: typeof last;
  for (const line of lines) {
    const { paragraph } = line;
    if (paragraph.role === 'BOILERPLATE' || paragraph.role === 'DATELINE') continue;
    const scene: Scene = {
      ...{ line, isPerson, text: paragraph.text, sentences: paragraph.sentences },
      ...{ subjects: subjectsIn(line), quotes: quotesIn(paragraph.text), last: last?.speaker },
    };
    const attributions = attributionsOf(scene);
    const quoted = { paragraph, quotes: scene.quotes };
    if (attributions.length === 0) attributions.push(...narrated(scene));
    if (attributions.length === 0 && isQuotation(quoted)) {
      if (introduced?.p === paragraph.number - 1) attributions.push(goesOn(introduced.speaker));
      else if (last === undefined) opening.push(quoted);
      else if (paragraph.number - last.p <= 2) attributions.push(goesOn(last.speaker));
    }
    const [first] = attributions;
    if (first !== undefined)
      for (const one of opening.splice(0))
        if (paragraph.number - one.paragraph.number <= 3) found.push(...onePerSpeaker(one, [goesOn(first.speaker)]));
    found.push(...onePerSpeaker(quoted, attributions));
    // Whom a speaker reports does not go on speaking.
    const speaker = (
      attributions.findLast(({ rule }) => rule !== 'statement: reported by another') ?? attributions.at(-1)
    )?.speaker;
    const next = attributions.length === 0 && paragraph.role === 'BODY' ? introducedBy(scene) : undefined;
    introduced = next && { speaker: next, p: paragraph.number };
    if (speaker !== undefined) last = { speaker, p: paragraph.number };
    else if (paragraph.role === 'SUBHEADING') last = undefined;
  }
  return found;
}

interface Quoted {
  readonly paragraph: Paragraph;
  readonly quotes: readonly Span[];
}

/** Whether a paragraph is a quotation, without a word of who says it. */
function isQuotation({ paragraph: { role, text }, quotes }: Quoted): boolean {
  const quoted = quotes.reduce((sum, { start, end }) => sum + end - start, 0);
  return role === 'BODY' && beginsQuoted(text) && quoted > text.length * 0.6;
}

const goesOn = (speaker: Attribution['speaker']): Attribution => ({
  ...{ speaker, verb: '', start: 0, end: 0 },
  rule: 'statement: a quotation goes on',
});

function onePerSpeaker({ paragraph, quotes }: Quoted, attributions: readonly Attribution[]): Statement[] {
  const bySpeaker = new Map<string, [Attribution, ...Attribution[]]>();
  for (const one of attributions) {
    const key = 'entity' in one.speaker ? one.speaker.entity : `unnamed of ${one.speaker.of}`;
    const group = bySpeaker.get(key);
    if (group === undefined) bySpeaker.set(key, [one]);
    else group.push(one);
  }
  const whole = { start: 0, end: paragraph.text.length };
  return [...bySpeaker.values()].map((group) => {
    const [{ speaker, start, end, verb, rule }] = group;
    const part = bySpeaker.size > 1 && quotes.length > 0 ? partOf(paragraph, group, attributions) : whole;
    return { p: paragraph.number, start, end, speaker, type: typeOf(part, group, quotes, paragraph), verb, rule };
  });
}
