/** Who can be the subject of a verb of saying: names with their posts, and posts without a name. */

import type { Line } from '../names/seen.ts';
import type { Post } from '../offices/posts.ts';
import { before, between, type Token } from '../tokens.ts';
import type { Mention, Named, Office, Span, Speaker } from '../types.ts';
import { anonymousIn, standingFor, type Whose } from './anonymous.ts';
import { isSpeechVerb } from './verbs.ts';

/** A noun phrase that can speak. */
export interface Subject extends Span {
  readonly speaker: Speaker;
  readonly pronoun: boolean;
  /** "Workers", "members": they seldom speak, and then as their union. */
  readonly collective: boolean;
}

/** What is known of a paragraph's speakers. */
interface Known {
  /** The names of the paragraph, and what stands for them. */
  readonly mentions: readonly Mention[];
  readonly posts: readonly Post[];
  /** The posts of the whole article. */
  readonly offices: readonly Office[];
  readonly kindOf: ReadonlyMap<string, Named>;
  /** Whose a post is, where the paragraph does not say. */
  readonly whose: Whose;
}

/** The subjects of a paragraph, in order; where one holds another, the longer. */
export function subjectsOf({ paragraph: { text }, tokens }: Line, known: Known): Subject[] {
  const { mentions, posts, kindOf, whose } = known;
  const all = posts.filter((post) => isWhole(tokens, post)).flatMap((post) => subjectOf(text, post, known));
  const named = mentions.filter(({ entity }) => kindOf.get(entity)?.kind !== 'LEGISLATION');
  const own = named.map(
    ({ start, end, entity, rule }): Subject => ({
      ...{ start, end, speaker: { entity } },
      pronoun: rule === 'reference: pronoun',
      collective: rule === 'reference: members',
    }),
  );
  const bodies = named.filter(
    ({ entity, rule }) => kindOf.get(entity)?.kind !== 'PERSON' && rule !== 'reference: members',
  );
  all.push(...anonymousIn(text, [...all, ...own], bodies, whose));
  const inAnother = ({ start, end }: Span) => all.some((other) => other.start <= start && end <= other.end);
  const both = new Set(mentions.filter(({ rule }) => rule === 'reference: both sides').map(({ start }) => start));
  const inOrder = [...all, ...own.filter((one) => both.has(one.start) || !inAnother(one))].sort(byPlace);
  return [...inOrder, ...standingFor(text, tokens, inOrder)].sort(byPlace);
}

const byPlace = (a: Span, b: Span): number => a.start - b.start || b.end - a.end;

/** Whether no verb of saying stands within: "Ruiz, retorted that ministers" is no post. */
const isWhole = (tokens: readonly Token[], { start, end }: Span): boolean =>
  !tokens.some((token) => token.start > start && token.end < end && !token.capital && isSpeechVerb(token.text));

function subjectOf(
  text: string,
  { start, end, person, of, title }: Post,
  { offices, whose, mentions }: Known,
): Subject[] {
  const by = (speaker: Speaker): Subject[] => [{ start, end, speaker, pronoun: false, collective: false }];
  if (person !== undefined) return by({ entity: person });
  const holder = holderOf(offices, of, title);
  if (holder !== undefined) return by({ entity: holder });
  // "a spokesperson for Ruiz": of whatever Ruiz has a post of.
  const whom =
    mentions.find((one) => one.start > end && /^ (?:for|to|of) (?:the )?$/.test(between(text, end, one.start)))
      ?.entity ?? officeOf(text, { start, end }, mentions, offices);
  const side = /\b(federal|provincial|state|government) $/i.exec(before(text, start))?.[0].toLowerCase() ?? '';
  const body = of ?? whose(`${side}${title}`, start, whom === undefined ? undefined : { entity: whom });
  if (body === undefined || (of === undefined && /source|insider/.test(title))) return [];
  return by({ unnamed: slug(title), of: body });
}

/** "a Ruiz aide", "a spokesperson for his office": by whose office somebody speaks. */
function officeOf(
  text: string,
  { start, end }: Span,
  mentions: readonly Mention[],
  offices: readonly Office[],
): string | undefined {
  const holders = mentions.filter((one) => one.end <= start && offices.some(({ person }) => person === one.entity));
  return /^ (?:for|in|at|from) (?:his|her) (?:[\p{Ll}]+ )?(?:office|department|ministry)\b/u.test(text.slice(end))
    ? holders.at(-1)?.entity
    : holders.find((one) => /^(?:['’]s?)? $/.test(text.slice(one.end, start)))?.entity;
}

const slug = (title: string): string => title.replace(/[^a-z]+/g, '-').replace(/^-|-$/g, '');

/** Who holds a post of an organization, by what the text says elsewhere. One of several is nobody in particular. */
function holderOf(offices: readonly Office[], of: string | undefined, post: string): string | undefined {
  const title = post.replace(/\bceo\b/, 'chief executive officer');
  if (/s$/.test(title) && !/boss$/.test(title)) return undefined;
  if (/spokes|official|representative|lawyer|(?<!chief |lead )negotiator|member|organizer|source/.test(title))
    return undefined;
  const words = new Set(title.split(/[ -]/));
  if (words.has('judge')) words.add('justice');
  const head = /^(?:head|leader|chief|boss)$/.test(title);
  const found = offices.filter(
    (office) =>
      (of === undefined || office.of === of) &&
      (head
        ? /president|head|leader|chair|chief|director/.test(office.title) && !/vice/.test(office.title)
        : office.title.split(/[ -]/).some((word) => words.has(word)) &&
          /vice/.test(office.title) === /vice/.test(title)),
  );
  if (found.length === 0 && of !== undefined && words.has('judge')) return holderOf(offices, undefined, post);
  // "the minister": whichever body the office was told to be of.
  if (found.length === 0 && /minister|premier|mayor|provost|chancellor|superintendent/.test(title)) {
    const same = new Set(
      offices
        .filter((office) => [...words].every((word) => office.title.split(/[ -]/).includes(word)))
        .map(({ person }) => person),
    );
    return same.size === 1 ? [...same][0] : undefined;
  }
  const people = new Set(found.map(({ person }) => person));
  return people.size === 1 ? found[0]?.person : undefined;
}
