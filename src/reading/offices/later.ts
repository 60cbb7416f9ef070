/** Posts whose holder the next sentence names: "The chair was blunt. “No,” said Ana Ruiz." */
import type { Line } from '../names/seen.ts';
import { isSpeechVerb } from '../statements/verbs.ts';
import type { Mention, Named, Span } from '../types.ts';
import type { Post } from './posts.ts';
import { plural } from './words.ts';

/** What stands between the start of a sentence and a post that is its subject. */
const opening =
  /^(?:(?:But|And|Yet|Even|For) )?(?:(?:[Tt]he|[Hh]is|[Hh]er|[Ii]ts|[Tt]heir)(?: [\p{L}’'-]+){0,3}|[\p{Lu}][\p{L}.’' -]{0,60}['’]s?(?: [\p{Ll}-]+){0,2})? ?$/u;
/** Who does not speak is not quoted next. */
const silent =
  /\b(?:declined|refused|not (?:be reached|available|reply|respond|comment|return)|did not|would not|didn|wouldn)\b/;
const quoted = /[,.!?…]["”’'] (?:\p{Ll}+ed|said|says) $/u;

/**
 * Fills in the holders that a paragraph names after the post.
 * @param isNew whether the text has not named somebody before a mention.
 */
export function withLater(
  posts: readonly Post[],
  { paragraph }: Line,
  mentions: readonly Mention[],
  kindOf: ReadonlyMap<string, Named>,
  isNew: (one: Mention) => boolean,
): Post[] {
  const { text, sentences } = paragraph;
  const people = mentions.filter((one) => one.proper && kindOf.get(one.entity)?.kind === 'PERSON');
  const held = new Set(posts.map(({ person }) => person));
  const filled = new Map<Post, Post>();
  for (const post of posts) {
    if (post.person !== undefined || isOfSeveral(post.title)) continue;
    const again = saidAgain(post, posts, text);
    if (again !== undefined) {
      filled.set(post, { ...post, person: again.person });
      filled.set(again, { ...again, of: post.of, title: post.title, under: post.under });
      continue;
    }
    if (post.of === undefined && post.under === undefined) continue;
    const holder = holderAfter(post, text, sentences, people);
    if (holder === undefined || held.has(holder.entity) || !isNew(holder)) continue;
    held.add(holder.entity);
    filled.set(post, { ...post, person: holder.entity, rule: 'office: told' });
  }
  return posts.map((post) => filled.get(post) ?? post);
}

const isOfSeveral = (title: string): boolean => /s$/.test(title) && plural.test(title.split(' ').at(-1) ?? '');

/** "Its chief negotiator says no. That negotiator, Ana Ruiz, is new": the second post, with the name. */
const saidAgain = (post: Post, posts: readonly Post[], text: string): Post | undefined =>
  posts.find(
    ({ person, title, start }) =>
      person !== undefined &&
      start > post.end &&
      ` ${post.title}`.endsWith(` ${title}`) &&
      /(?:^|[.!?]["”’']? )(?:That|This|The) $/.test(text.slice(0, start)),
  );

/** The one whom the next sentence, or the quotation that follows, is by. */
function holderAfter(
  { start, end, title }: Post,
  text: string,
  sentences: readonly Span[],
  people: readonly Mention[],
): Mention | undefined {
  const at = sentences.findLastIndex((one) => one.start <= start);
  const own = sentences[at];
  const limit = sentences[at + 2]?.end ?? sentences[at + 1]?.end;
  if (own === undefined || limit === undefined) return undefined;
  if (!opening.test(text.slice(own.start, start)) || silent.test(text.slice(own.start, own.end))) return undefined;
  // Somebody is named in the sentence of the post itself.
  const next = people.find((one) => one.end > own.start);
  if (next === undefined || next.start < Math.max(own.end, end) || next.start >= limit || !/ /.test(next.text))
    return undefined;
  const [before, after] = [text.slice(0, next.start), text.slice(next.end, next.end + 40)];
  // "said Leo Vella, a nurse", "nurse Leo Vella said": somebody else, of whom the text says more.
  const isQuoted = quoted.test(before) && /^(?:\.|$)/.test(after);
  const begins = sentences.some((one) => one.start === next.start);
  const speaks = begins && isSpeechVerb(/^ (\p{L}+)/u.exec(after)?.[1] ?? '');
  // "The premier, for one. Ana Ruiz's Greens won": whose party it is.
  const leads = begins && /^(?:premier|prime minister)$/.test(title) && /^['’]s? \p{Lu}/u.test(after);
  return isQuoted || speaks || leads ? next : undefined;
}
