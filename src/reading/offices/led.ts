/** Who leads an organization by what a verb says: "Ana Ruiz, who heads the league", "the league, led by Ana Ruiz". */
import type { Line } from '../names/seen.ts';
import { between } from '../tokens.ts';
import type { Mention, Named } from '../types.ts';
import { isBody } from './beside.ts';
import type { Post } from './posts.ts';

/** What one is called of whom a verb is said in the present, or as "has led", and whether it tells it without "who". */
const verbs: readonly {
  readonly verb: string;
  readonly past: string;
  readonly title: string;
  readonly alone: boolean;
}[] = [
  { verb: 'heads(?: up)?', past: 'headed', title: 'head', alone: true },
  { verb: '(?:co-)?chairs', past: '(?:co-)?chaired', title: 'chair', alone: true },
  { verb: 'presides over', past: 'presided over', title: 'president', alone: true },
  { verb: 'directs', past: 'directed', title: 'director', alone: false },
  { verb: 'leads', past: 'led', title: 'leader', alone: false },
  { verb: 'runs|manages', past: 'run|managed', title: 'head', alone: false },
  { verb: 'speaks for', past: 'spoken for', title: 'spokesperson', alone: false },
];

const small =
  '(?!(?:of|and|or|to|in|for|with|by|at|on|from|that|who|than|more|over|about)\\b)[\\p{Ll}\\d][\\p{L}\\d,-]*';
/** "the powerful", "the 9,000-member", "the bargaining council of the". */
const adjectives = `(?: (?:the|its|their|our|his|her))?(?: ${small}){0,3}(?: of the| of)? ?`;
const active = verbs.map(({ verb, past, title, alone }) => ({
  title,
  said: new RegExp(
    `^(?:,? (?:\\d{2}, )?(?:and )?who(?: now| also| currently| still)* (?:${verb})|(?:,? who)? has (?:${past})${alone ? `| (?:${verb})` : ''})${adjectives}$`,
    'u',
  ),
}));
/** "the league, led by", "The board is chaired by". */
const passive = verbs.map(({ past, title }) => ({
  title,
  said: new RegExp(`(?:^|[, ])(?:${past}) by(?: [\\p{Ll}-]+){0,4} $`, 'iu'),
}));
const judges = /^,(?: who is)? (?:sitting|who sits)(?: \p{L}+)? (?:in|on|at)(?: the)? $/u;

/** Finds posts that a verb tells. `mentions` are those of the paragraph, in order. */
export function ledIn({ paragraph }: Line, mentions: readonly Mention[], kindOf: ReadonlyMap<string, Named>): Post[] {
  const { text, number: p, sentences } = paragraph;
  const bodies = mentions.filter((one) => isBody(one, kindOf) && kindOf.get(one.entity)?.kind !== 'JURISDICTION');
  const people = mentions.filter((one) => one.proper && kindOf.get(one.entity)?.kind === 'PERSON');
  return people.flatMap((one) => {
    const post = (title: string, body: Mention): Post => ({
      ...{ p, title, of: body.entity, person: one.entity, rule: 'office: led', under: undefined },
      ...{ start: Math.min(one.start, body.start), end: Math.max(one.end, body.end) },
    });
    const next = bodies.find(({ start }) => start >= one.end);
    const gap = next === undefined ? '' : between(text, one.end, next.start);
    const told = next === undefined ? undefined : active.find(({ said }) => said.test(gap));
    if (next !== undefined && told !== undefined) return [post(told.title + partOf(text, next.end), next)];
    if (next !== undefined && kindOf.get(next.entity)?.kind === 'COURT' && judges.test(gap))
      return [post('judge', next)];
    const before = bodies.findLast(({ end }) => end <= one.start);
    const open = sentences.findLast(({ start }) => start <= one.start)?.start ?? 0;
    const lead = text.slice(open, one.start);
    const by = passive.find(({ said }) => said.test(lead));
    if (by === undefined || before === undefined) return [];
    // "Chaired by Ana Ruiz, the board": what it is said of follows.
    const after = /^\p{L}+ by /u.test(lead) ? bodies.find(({ start }) => start >= one.end) : undefined;
    const isNear = /^,? (?:which )?(?:is |was |has been )?(?:[\p{L}]+ed|run|led) by /u.test(
      between(text, before.end, one.start),
    );
    if (after !== undefined && /^(?:, [\p{Ll}\d -]{0,40})?, (?:the )?$/u.test(between(text, one.end, after.start)))
      return [post(by.title, after)];
    // "The board met. Chaired by Ana Ruiz, it has a month."
    const goesOn = /^\p{L}+ by /u.test(lead) && /^, (?:it|the)(?!\p{L})/u.test(text.slice(one.end));
    return isNear || goesOn ? [post(by.title, before)] : [];
  });
}

/** "who heads the union's bargaining team": what of the organization. */
function partOf(text: string, end: number): string {
  const part = /^['’]s? ((?:(?!(?:in|on|at|to|for|said|says|and)\b)[\p{Ll}-]+ ?){1,3})/u.exec(
    text.slice(end, end + 60),
  )?.[1];
  const head =
    /^.*\b(?:team|committee|council|board|caucus|section|division|unit|branch|wing|executive|department)\b/u.exec(
      part ?? '',
    )?.[0];
  return head === undefined ? '' : ` of the ${head}`;
}
