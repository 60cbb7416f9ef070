/** Who can be the subject of a verb of saying: names with their posts, and posts without a name. */
import type { Post } from '../offices/posts.ts';
import type { Mention, Named, Office, Span, Speaker } from '../types.ts';

/** A noun phrase that can speak. */
export interface Subject extends Span {
  readonly speaker: Speaker;
  readonly pronoun: boolean;
  /** "Workers", "members": they seldom speak, and then as their union. */
  readonly collective: boolean;
}

/** The subjects of a paragraph, in order; where one holds another, the longer. */
export function subjectsOf(
  mentions: readonly Mention[],
  posts: readonly Post[],
  offices: readonly Office[],
  kindOf: ReadonlyMap<string, Named>,
  organizationBefore: (at: number) => string | undefined,
): Subject[] {
  const all: Subject[] = [];
  for (const { start, end, person, of, title } of posts) {
    if (person !== undefined) all.push({ start, end, speaker: { entity: person }, pronoun: false, collective: false });
    else {
      const holder = holderOf(offices, of, title);
      const whose = of ?? organizationBefore(start);
      if (holder !== undefined)
        all.push({ start, end, speaker: { entity: holder }, pronoun: false, collective: false });
      else if (whose !== undefined && (of !== undefined || !/source|insider/.test(title)))
        all.push({ start, end, speaker: { unnamed: slug(title), of: whose }, pronoun: false, collective: false });
    }
  }
  for (const { start, end, entity, rule } of mentions) {
    const kind = kindOf.get(entity)?.kind;
    if (kind === 'LEGISLATION') continue;
    if (rule !== 'reference: both sides' && all.some((other) => other.start <= start && end <= other.end)) continue;
    all.push({
      start,
      end,
      speaker: { entity },
      pronoun: rule === 'reference: pronoun',
      collective: rule === 'reference: members',
    });
  }
  return all.sort((a, b) => a.start - b.start || b.end - a.end);
}

const slug = (title: string): string => title.replace(/[^a-z]+/g, '-').replace(/^-|-$/g, '');

/** Who holds a post of an organization, by what the text says elsewhere. One of several is nobody in particular. */
function holderOf(offices: readonly Office[], of: string | undefined, post: string): string | undefined {
  const title = post.replace(/\bceo\b/, 'chief executive officer');
  if (/s$/.test(title) && !/boss$/.test(title)) return undefined;
  if (/spokes|official|representative|lawyer|negotiator|member|organizer|source/.test(title)) return undefined;
  const words = new Set(title.split(/[ -]/));
  const head = /^(?:head|leader|chief|boss)$/.test(title);
  const found = offices.filter(
    (office) =>
      (of === undefined || office.of === of) &&
      (head
        ? /president|head|leader|chair|chief|director/.test(office.title) && !/vice/.test(office.title)
        : office.title.split(/[ -]/).some((word) => words.has(word)) &&
          /vice/.test(office.title) === /vice/.test(title)),
  );
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
