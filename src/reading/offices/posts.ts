/** Posts of organizations that a text names: with their holder an office, without one an unnamed speaker. */
import type { Line } from '../names/seen.ts';
import type { Token } from '../tokens.ts';
import type { Mention, Named, Place } from '../types.ts';
import { besideOf, fieldBefore } from './beside.ts';
import type { Bodies } from './bodies.ts';
import type { OfficeRule } from './rules.ts';
import { titleRun } from './titles.ts';
import { isAddress, sides } from './words.ts';

/** A post as it stands: "a spokesperson for the league", "Ferry Board President Ana Ruiz". */
export interface Post extends Place {
  readonly title: string;
  /** The organization, where the text says which. */
  readonly of: string | undefined;
  /** Who holds it, where the name stands beside. */
  readonly person: string | undefined;
  readonly rule: OfficeRule;
}

/** Finds the posts of a paragraph. `mentions` are its names and what stands for them. */
export function postsOf(
  line: Line,
  mentions: readonly Mention[],
  kindOf: ReadonlyMap<string, Named>,
  bodies: Bodies,
): Post[] {
  const { tokens } = line;
  const names = mentions.filter(({ proper }) => proper);
  const inNames = wordsIn(names, tokens);
  const isInName = (at: number) => inNames.has(at);
  const posts: Post[] = [];
  let at = 0;
  while (at < tokens.length) {
    // A word of a name is none of a post: "Ferry Board president".
    const run = isInName(at) ? undefined : titleRun(tokens, at);
    at = run?.to ?? at + 1;
    if (run !== undefined && !isInName(run.to - 1)) posts.push(...postAt(line, run, mentions, kindOf, bodies));
  }
  return posts;
}

/** The words that are within a name, by their place among the tokens. Both are in order. */
function wordsIn(names: readonly Mention[], tokens: readonly Token[]): ReadonlySet<number> {
  const found = new Set<number>();
  let next = 0;
  for (const [at, { start, end }] of tokens.entries()) {
    while ((names[next]?.end ?? Number.POSITIVE_INFINITY) < end) next += 1;
    if ((names[next]?.start ?? Number.POSITIVE_INFINITY) <= start) found.add(at);
  }
  return found;
}

function postAt(
  { paragraph, tokens }: Line,
  run: { readonly from: number; readonly to: number },
  mentions: readonly Mention[],
  kindOf: ReadonlyMap<string, Named>,
  bodies: Bodies,
): Post[] {
  const { text, number: p, sentences } = paragraph;
  const words = tokens.slice(run.from, run.to).filter(({ word }) => word);
  const [first, last] = [words[0], words.at(-1)];
  const title = words
    .map((token) => token.text)
    .join(' ')
    .toLowerCase()
    .replace(/^(.*)\b(chair|head|lead)s$/, '$1$2');
  if (first === undefined || last === undefined || isAddress(title)) return [];
  const beside = besideOf(text, { start: first.start, end: last.end }, mentions, kindOf);
  const side = words.find((token) => sides.test(token.text))?.text.toLowerCase();
  const of =
    ministryOf(text, first.start, title, bodies) ??
    governmentFor(title, beside.of, kindOf, bodies) ??
    beside.of ??
    (side === undefined ? undefined : bodies.ofSide(side, p, first.start)) ??
    (beside.its || beside.person !== undefined
      ? bodies.before({ title, its: beside.its, p, at: beside.start, sentences })
      : undefined);
  const before = fieldBefore(
    text,
    first.start,
    title,
    mentions.filter(({ proper }) => proper),
    beside.left,
  );
  const whole = [before.trim().toLowerCase(), title, beside.field].filter(Boolean).join(' ');
  const isSideOnly = side !== undefined && !/^(?:local|party|school|board|city|police|council)$/.test(side);
  return [
    {
      // The field is within what speaks: "said Health Minister Ana Ruiz".
      ...{
        p,
        start: beside.left === undefined ? Math.min(beside.start, first.start - before.length) : beside.start,
        end: beside.end,
      },
      ...{ title: isSideOnly ? whole.replace(`${side} `, '') : whole, of, person: beside.person },
      rule: beside.of === undefined && takesGovernment(title) ? 'office: head of a government' : beside.rule,
    },
  ];
}

const takesGovernment = (title: string): boolean =>
  /\b(?:premier|prime minister|minister|ministre|taoiseach|tánaiste|attorney general|solicitor general|governor|chancellor of the exchequer|(?:home|foreign) secretary)\b/.test(
    title,
  );

/** "Education Minister": of the ministry of education, where the article names it. */
function ministryOf(text: string, start: number, title: string, bodies: Bodies): string | undefined {
  if (!/\bminister\b/.test(title)) return undefined;
  const field =
    /(\p{Lu}\p{L}+) $/u.exec(text.slice(Math.max(0, start - 30), start))?.[1] ??
    /\b(labour|labor|health|education|finance|transport)\b/.exec(title)?.[1];
  return field === undefined ? undefined : bodies.ministry(field);
}

/** A premier is of the government, also where a place or a party stands before. */
function governmentFor(
  title: string,
  of: string | undefined,
  kindOf: ReadonlyMap<string, Named>,
  bodies: Bodies,
): string | undefined {
  const kind = kindOf.get(of ?? '')?.kind;
  return takesGovernment(title) && (of === undefined || kind === 'JURISDICTION' || kind === 'POLITICAL_PARTY')
    ? bodies.government
    : undefined;
}
