/** What an article shows of each candidate for a name, taken together over all places where it stands. */

import { isTitleHead, isTitleModifier } from '../offices/words.ts';
import { isSpeechVerb } from '../statements/verbs.ts';
import { datelineIn, type Token } from '../tokens.ts';
import type { Paragraph } from '../types.ts';
import { type Candidate, candidatesOf } from './candidates.ts';
import type { IsName } from './runs.ts';

export interface Line {
  readonly paragraph: Paragraph;
  readonly tokens: readonly Token[];
}

/** All that was seen of one text. */
export interface Seen {
  readonly text: string;
  count: number;
  /** How often a capital told something: not as a sentence's first word. */
  capital: number;
  /** How often it stood after "in", "near", "from": a place. */
  where: number;
  title: string | undefined;
  beforeTitle: boolean;
  speaks: boolean;
  /** A comma and an age or a post followed. */
  described: boolean;
  /** It stands after "on", or after the name of a broadcaster that it is a programme of. */
  onAir: boolean;
  possessive: boolean;
  /** A comma or a verb of saying followed, as after a subject. */
  apart: boolean;
  /** The text calls it a union, or a company: "their union, Tide". */
  called: string | undefined;
  /** A picture or a report is credited to it. */
  credited: boolean;
  /** One word, which the text has in small letters too. */
  small: boolean;
  /** The first paragraph of it. */
  readonly p: number;
}

/** Collects the candidates of lines that are written as sentences: in a headline that Capitals Fill, none says anything. */
export function collectSeen(lines: readonly Line[], isName: IsName): Map<string, Seen> {
  const seen = new Map<string, Seen>();
  for (const line of lines) {
    if (isCapitalised(line)) continue;
    for (const candidate of candidatesOf(line.paragraph.text, line.tokens, isName)) note(seen, line, candidate);
  }
  const small = new Set(
    lines.flatMap(({ tokens }) => tokens.filter(({ capital }) => !capital).map(({ text }) => text)),
  );
  for (const one of seen.values()) one.small = small.has(one.text.toLowerCase());
  return seen;
}

/** Whether most words of a line begin with a capital, as in a headline. */
export function isCapitalised({ tokens, paragraph }: Line): boolean {
  if (paragraph.role !== 'HEADLINE' && paragraph.role !== 'SUBHEADING') return false;
  const long = tokens.filter(({ word, text }) => word && text.length > 3);
  const capitals = long.filter(({ capital }) => capital).length;
  return long.length > 3 && capitals / long.length > 0.65;
}

/** What a comma adds to a programme's name: ", a radio show". */
const programme =
  /^,? (?:a|an|the|its|his|her) (?:[\p{L}'’-]+ ){0,3}?(?:show|program|programme|podcast|newscast|phone-in|newsletter|magazine)(?![\p{L}])/u;

function note(seen: Map<string, Seen>, { paragraph, tokens }: Line, candidate: Candidate): void {
  const text = candidate.text.replaceAll('’', "'");
  const entry = seen.get(text) ?? {
    ...{
      text,
      count: 0,
      capital: 0,
      where: 0,
      title: undefined,
      beforeTitle: false,
      speaks: false,
      described: false,
      onAir: false,
      called: undefined,
      apart: false,
      credited: false,
      small: false,
      possessive: false,
    },
    p: paragraph.number,
  };
  seen.set(text, entry);
  const before = tokens[candidate.from - 1]?.text ?? '';
  const [next, afterNext] = [tokens[candidate.to], tokens[candidate.to + 1]];
  entry.count += 1;
  if (!candidate.first) entry.capital += 1;
  if (
    /^(?:in|near|outside|from|across|around|to|through|throughout|into|between|downtown|north|south|east|west|of)$/.test(
      before,
    ) &&
    !next?.possessive
  )
    entry.where += 1;
  entry.title ??= candidate.title;
  entry.onAir ||=
    paragraph.role !== 'BOILERPLATE' &&
    (before === 'on' ||
      (before === 'told' && next?.possessive !== true) ||
      tokens[candidate.from - 1]?.possessive === true);
  noteCalled(entry, paragraph, candidate, before);
  entry.possessive ||= tokens[candidate.to - 1]?.possessive === true;
  entry.beforeTitle ||= candidate.beforeTitle;
  const follows = next?.word === true && !next.capital && !isTitleHead(next.text) && !isTitleModifier(next.text);
  entry.speaks ||= isSpeechVerb(next?.text ?? '') || (!follows && /^(?:said|says|added|wrote|told)$/.test(before));
  entry.described ||=
    (next?.text === ',' &&
      (/^(?:\d{2}|who|a|an|the|whose|his|her|their|one)$/.test(afterNext?.text ?? '') ||
        isTitleHead(afterNext?.text ?? '') ||
        isTitleModifier(afterNext?.text ?? ''))) ||
    (paragraph.role !== 'BODY' && /^(?:by|from|and)$/i.test(before)) ||
    // "Leo Vella of the League".
    (before === 'and' &&
      next?.text === 'of' &&
      afterNext?.text === 'the' &&
      tokens[candidate.to + 2]?.capital === true);
  entry.apart ||=
    next?.text === ',' ||
    isSpeechVerb(next?.text ?? '') ||
    (/^(?:said|says|added|wrote)$/.test(before) && next?.word !== true);
}

/** What stands beside a name and says what it is: "the charity Harbour Aid", "(HNL)", a credit. */
function noteCalled(entry: Seen, paragraph: Paragraph, candidate: Candidate, before: string): void {
  entry.called ??=
    /\b(union|company|federation|employer|agency|charity|firm|manufacturer|operator|retailer|airline|railway|group)(?:,? |s? such as |, called )(?:the )?$/i
      .exec(paragraph.text.slice(Math.max(0, candidate.start - 40), candidate.start))?.[1]
      ?.toLowerCase();
  if (before === '(' && candidate.start < datelineIn(paragraph.text)) entry.called ??= 'agency';
  const [lead, rest] = [
    paragraph.text.slice(Math.max(0, candidate.start - 40), candidate.start),
    paragraph.text.slice(candidate.end, candidate.end + 60),
  ];
  if (programme.test(rest)) entry.called ??= 'programme';
  if (paragraph.role !== 'BODY' && /^ ?\/ ?\p{Lu}/u.test(rest) && / /.test(candidate.text)) entry.credited = true;
  if (
    /(?<![\p{L}\p{N}])(?:photo(?:graph)?s?|pictures?|images?|video|illustration|text|story|article|author) ?(?:by |: ?)$/iu.test(
      lead,
    )
  )
    entry.credited = true;
}
