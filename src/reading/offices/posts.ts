/** Posts of organizations that a text names: with their holder an office, without one an unnamed speaker. */
import type { Line } from '../names/seen.ts';
import type { Token } from '../tokens.ts';
import type { Mention, Named, Place, Span } from '../types.ts';
import { besideOf, fieldBefore, isBody } from './beside.ts';
import type { Bodies } from './bodies.ts';
import type { OfficeRule } from './rules.ts';
import { holdersOf, singular } from './shared.ts';
import { titleRun } from './titles.ts';
import { isAddress, sides } from './words.ts';

/** A post as it stands: "a spokesperson for the league", "Ferry Board President Ana Ruiz". */
export interface Post extends Place {
  readonly title: string;
  /** The organization, where the text says which. */
  readonly of: string | undefined;
  /** Who holds it, where the name stands beside. */
  readonly person: string | undefined;
  /** By whose post this one goes: "Ruiz's deputy"; true: by that of the one last named, "her deputy". */
  readonly under: string | true | undefined;
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
    .replace(/^(.*)\b(chair|head|lead)s$/, (all, before: string, head: string) =>
      /\bwho $/.test(text.slice(0, first?.start)) ? before + head : all,
    );
  if (first === undefined || last === undefined || (isAddress(title) && !isChair(title, text.slice(last.end))))
    return [];
  const beside = besideOf(text, { start: first.start, end: last.end }, mentions, kindOf);
  const side = words.find((token) => sides.test(token.text))?.text.toLowerCase();
  const proper = mentions.filter((one) => one.proper);
  const before = fieldBefore(text, first.start, title, proper, beside.left);
  const whole = [before.trim().toLowerCase(), title, beside.field].filter(Boolean).join(' ');
  const isSideOnly = side !== undefined && !/^(?:local|party|school|board|city|police|council)$/.test(side);
  const plain = isSideOnly ? whole.replace(`${side} `, '') : whole;
  // "former league president", "the league's former president".
  const isFormer =
    /\b(?:former|past|ex-?) ?$/i.test(text.slice(0, beside.post.start).slice(-8)) ||
    isFormerIn(text, beside.left, first.start);
  const full = isFormer && !/\b(?:former|past)\b/.test(plain) ? `former ${plain}` : plain;
  const named =
    ministryOf(text, first.start, title, bodies) ??
    governmentFor(full, beside.of, kindOf, bodies, { p, at: first.start }) ??
    beside.of;
  const under = underOf(text, first.start, title, proper, kindOf);
  const resolved =
    named ??
    (side === undefined ? undefined : bodies.ofSide(side, p, first.start)) ??
    bodies.ofMembers(title, text.slice(last.end, last.end + 60)) ??
    (beside.its || beside.person !== undefined
      ? bodies.before({ ...{ title: plain, its: beside.its, p, at: beside.start, sentences, text }, end: beside.end })
      : undefined);
  const of = /\b(?:inter)?national\b/.test(title) ? bodies.parentOf(resolved) : resolved;
  const rule = beside.of === undefined && takesGovernment(title) ? 'office: head of a government' : beside.rule;
  const one: Post = {
    // The field is within what speaks: "said Health Minister Ana Ruiz".
    ...{
      p,
      start: beside.left === undefined ? Math.min(beside.start, first.start - before.length) : beside.start,
      end: beside.end,
    },
    ...{ title: full, of, person: beside.person, under, rule },
  };
  return sharedBy(one, { text, post: beside.post, at: first.start }, mentions, kindOf, bodies);
}

/** "a professor of law at the university": a post, where "Professor Ana Ruiz" is a form of address. */
const isChair = (title: string, after: string): boolean =>
  title === 'professor' && /^ (?:emerit(?:us|a) )?(?:of|in|at) /.test(after);

/** A post of one stays as it is; one of several becomes one of each holder. */
function sharedBy(
  one: Post,
  { text, post, at }: { readonly text: string; readonly post: Span; readonly at: number },
  mentions: readonly Mention[],
  kindOf: ReadonlyMap<string, Named>,
  bodies: Bodies,
): Post[] {
  const { p, of, title } = one;
  const single = singular(title);
  if (single === undefined) return [one];
  const isPerson = ({ entity, proper }: Mention): boolean => proper && kindOf.get(entity)?.kind === 'PERSON';
  const holders = holdersOf(
    text,
    post,
    mentions.filter(isPerson),
    mentions.filter((mention) => isBody(mention, kindOf)),
  );
  const general = of ?? (holders.length > 0 ? governmentFor(single, undefined, kindOf, bodies, { p, at }) : undefined);
  return holders.length === 0
    ? [one]
    : holders.map(({ person, of: own }) => ({
        ...{ p, start: person.start, end: person.end, title: single, person: person.entity, under: undefined },
        ...{ of: own ?? general, rule: 'office: apposition' as const },
      }));
}

const isFormerIn = (text: string, left: number | undefined, start: number): boolean =>
  /\b(?:former|past)\b/i.test(text.slice(left ?? Math.max(0, start - 7), start));

/** By whose post one goes: "Ruiz's deputy", "her deputy". */
function underOf(
  text: string,
  start: number,
  title: string,
  names: readonly Mention[],
  kindOf: ReadonlyMap<string, Named>,
): string | true | undefined {
  if (/lawyer|attorney|counsel|adviser|advisor|doctor/.test(title)) return undefined;
  if (/\b(?:his|her) (?:[\p{L}-]+ ){0,2}$/iu.test(text.slice(Math.max(0, start - 60), start))) return true;
  const owner = names.findLast(({ end }) => end <= start);
  return owner !== undefined &&
    kindOf.get(owner.entity)?.kind === 'PERSON' &&
    /^['’]s? (?:[\p{L}-]+ ){0,2}$/u.test(text.slice(owner.end, start))
    ? owner.entity
    : undefined;
}

const takesGovernment = (title: string): boolean =>
  !/\bshadow\b|\bpress secretary\b/.test(title) &&
  /\b(?:premier|prime minister|minister|ministre|taoiseach|tánaiste|attorney general|solicitor general|governor|chancellor of the exchequer|(?:home|foreign|health|education|justice|transport|transportation|business|labou?r|employment|agriculture|defen[cs]e|environment|energy|interior|treasury|pensions) secretary|secretary of (?:labor|education|health)|(?:labou?r|education|health|corrections|insurance) commissioner|state (?:treasurer|auditor|comptroller))\b/.test(
    title,
  );

/** "Education Minister": of the ministry of education, where the article names it. */
function ministryOf(text: string, start: number, title: string, bodies: Bodies): string | undefined {
  if (!/\bminister\b/.test(title) || /\bshadow\b/.test(title)) return undefined;
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
  { p, at }: { readonly p: number; readonly at: number },
): string | undefined {
  const kind = kindOf.get(of ?? '')?.kind;
  return takesGovernment(title) && (of === undefined || kind === 'JURISDICTION' || kind === 'POLITICAL_PARTY')
    ? // A deputy minister is the head of the civil servants of a department.
      ((/\bdeputy minister\b/.test(title) ? bodies.department(p, at) : undefined) ?? bodies.government)
    : undefined;
}
