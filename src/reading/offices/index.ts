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
export function officesOf(posts: readonly Post[], partyOf: (key: string) => boolean): Office[] {
  const seen = new Set<string>();
  return posts.flatMap((post) => {
    const { person, of, title, p, start, end, rule } = post;
    if (
      person === undefined ||
      of === undefined ||
      person === of ||
      (plural.test(title.split(' ').at(-1) ?? '') && /s$/.test(title))
    )
      return [];
    if (
      partyOf(of) &&
      !/leader|critic|spokes|president|chair|house|whip|candidate|minister|mp|mla|mpp|member/.test(title)
    )
      return [];
    if (/^(?:member|economist|professor|owner|founder|worker|dr)s?$/.test(title)) return [];
    const key = `${person} ${of}`;
    if (seen.has(key)) return [];
    seen.add(key);
    return [
      {
        p,
        start,
        end,
        person,
        title,
        of,
        acting: /\b(?:acting|interim)\b/.test(title),
        former: /\b(?:former|past|ex)\b/.test(title),
        rule,
      },
    ];
  });
}
