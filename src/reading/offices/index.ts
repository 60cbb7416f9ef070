/** Offices: who holds which post of which organization, by what the text says. */
import type { Line } from '../names/seen.ts';
import type { Mention, Named, Office } from '../types.ts';
import type { Post } from './posts.ts';
import { plural } from './words.ts';

/** "Leo Vella of the union", where the text speaks of the union's president and names nobody else. */
export function officesBeside(
  lines: readonly Line[],
  mentions: readonly Mention[],
  posts: readonly Post[],
  offices: readonly Office[],
  kindOf: ReadonlyMap<string, Named>,
): Office[] {
  const found: Office[] = [];
  const besides = namedBeside(lines, mentions, kindOf);
  const holders = new Set(offices.map(({ person }) => person));
  const tried = new Set<string>();
  for (const { of, title, person } of posts) {
    if (
      person !== undefined ||
      of === undefined ||
      !/^(?:[a-z-]+ )?(?:president|head|leader|chief|chair|director|general secretary)$/.test(title) ||
      /vice/.test(title)
    )
      continue;
    // Whether there is anybody does not depend on the title.
    if (tried.has(of)) continue;
    tried.add(of);
    if (offices.some((office) => office.of === of && /president|head|leader|chair|chief/.test(office.title))) continue;
    const who = besides.get(of)?.find((one) => !holders.has(one.entity));
    if (who !== undefined)
      found.push({
        p: who.p,
        start: who.start,
        end: who.end,
        person: who.entity,
        title,
        of,
        acting: false,
        former: false,
        rule: 'office: of the organization beside',
      });
  }
  return found;
}

/** "Leo Vella of the union": by organization, the first such person of each paragraph. */
function namedBeside(
  lines: readonly Line[],
  mentions: readonly Mention[],
  kindOf: ReadonlyMap<string, Named>,
): ReadonlyMap<string, readonly Mention[]> {
  const found = new Map<string, Mention[]>();
  const texts = new Map(lines.map(({ paragraph }) => [paragraph.number, paragraph.text]));
  const proper = mentions.filter((one) => one.proper);
  for (const [index, one] of proper.entries()) {
    const next = proper[index + 1];
    if (next?.p !== one.p || kindOf.get(one.entity)?.kind !== 'PERSON') continue;
    const between = texts.get(one.p)?.slice(one.end, next.start) ?? '';
    if (!/^ (?:of|from|with)(?: the)? $/.test(between)) continue;
    const before = found.get(next.entity) ?? [];
    if (before.at(-1)?.p !== one.p) before.push(one);
    found.set(next.entity, before);
  }
  return found;
}

/** Posts whose holder and organization are both said, each once. */
export function officesOf(
  posts: readonly Post[],
  mentions: readonly Mention[],
  partyOf: (key: string) => boolean,
): Office[] {
  const seen = new Set<string>();
  const offices: Office[] = [];
  for (const post of posts) {
    const { person, p, start, end, rule } = post;
    const above = aboveOf(post, offices, mentions);
    const { of, title } = relative(post, above) ?? post;
    if (person === undefined || of === undefined || person === of || isOfSeveral(title) || isNoPost(title)) continue;
    if (partyOf(of) && !ofParty.test(title)) continue;
    const key = `${person} ${of} ${/\bformer\b/.test(title)}`;
    if (seen.has(key)) continue;
    seen.add(key);
    offices.push({
      ...{ p, start, end, person, title, of },
      acting: /\b(?:acting|interim)\b/.test(title),
      former: /\b(?:former|past|ex)\b/.test(title),
      rule: above !== undefined && of !== post.of ? 'office: of the one before' : rule,
    });
  }
  return offices;
}

const ofParty =
  /leader|critic|spokes|president|chair|house|whip|candidate|minister|mp|mla|mpp|member|shadow|deputy|secretary/;
const isOfSeveral = (title: string): boolean => plural.test(title.split(' ').at(-1) ?? '') && /s$/.test(title);
const isNoPost = (title: string): boolean => /^(?:member|owner|founder|worker|dr|fellow)s?$/.test(title);

/** The office by which a post goes: that of the person whose deputy one is, or of who was last named. */
function aboveOf(
  { under, p, start, person }: Post,
  offices: readonly Office[],
  mentions: readonly Mention[],
): Office | undefined {
  if (under === undefined) return undefined;
  if (under !== true) return offices.findLast((one) => one.person === under);
  // The one last named, who may have the post from further up, or else the last post that was given.
  const last = mentions.findLast(
    (one) =>
      one.p >= p - 1 &&
      (one.p < p || one.start < start) &&
      one.entity !== person &&
      offices.some((office) => office.person === one.entity),
  );
  return (
    offices.findLast((one) => one.person === last?.entity) ??
    offices.findLast((one) => one.p >= p - 1 && one.person !== person)
  );
}

/** What a post is that goes by another's: "her deputy" of the president is the deputy president. */
function relative(
  { title, of }: Post,
  above: Office | undefined,
): { readonly title: string; readonly of: string | undefined } | undefined {
  if (above === undefined) return undefined;
  const [word] = /^(?:deputy|shadow|predecessor|successor|second-in-command)$/.exec(title) ?? [];
  if (word === 'shadow') return { title: `shadow ${above.title}`, of };
  if (word === undefined) return { title, of: of === undefined || isPartial(title) ? above.of : of };
  const base = above.title.replace(/^(?:former|acting|interim) /, '');
  if (word === 'predecessor') return { title: `former ${base}`, of: above.of };
  return { title: word === 'successor' ? base : `deputy ${base}`, of: above.of };
}

/** Posts that somebody has under the head of the same organization. */
const isPartial = (title: string): boolean =>
  /\b(?:vice|deputy|assistant|superintendent|treasurer|secretary)\b/.test(title);
