/** What stands beside a post: the organization, the holder, and what the post is for. */

import { between } from '../tokens.ts';
import type { Mention, Named, Span } from '../types.ts';
import type { OfficeRule } from './rules.ts';
import { takesPortfolio } from './words.ts';

/** What stands beside a post, and the place of all of it. */
export interface Beside extends Span {
  readonly of: string | undefined;
  readonly person: string | undefined;
  readonly rule: OfficeRule;
  /** "its president" */
  readonly its: boolean;
  /** Where the organization before it ends, and what the post is for: "of operations". */
  readonly left: number | undefined;
  readonly field: string;
  /** The post with the organization beside it, without its holder. */
  readonly post: Span;
}

/** "shadow islands minister", "opposition labour critic": the field in small letters, behind what only a post has. */
const smallField =
  /(?:^|[^\p{L}])((?:[Ss]hadow|[Oo]pposition|[Jj]unior|[Ff]ederal|[Pp]rovincial|[Ss]tate)(?: (?:(?!(?:party|government|governments)\b)[\p{Ll}-]+)){1,3} )$/u;

/** The field of a post before its title: "Post-Secondary Education Minister", "health critic". */
export function fieldBefore(
  text: string,
  start: number,
  title: string,
  names: readonly Mention[],
  left: number | undefined,
): string {
  if (left !== undefined)
    return text
      .slice(left, start)
      .replace(/^(?:, whose|['’]s?)/, '')
      .replace(/\b(?:new|former|longtime|long-time|then|outgoing|interim|acting)\b/gi, '');
  if (!takesPortfolio(title)) return '';
  const small = smallField.exec(text.slice(Math.max(0, start - 60), start))?.[1];
  if (small !== undefined) return small;
  const before =
    /(?:^|[^\p{L}])((?:(?!(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|On |In |At )\p{Lu}[\p{L}-]+ (?:and )?){1,4})$/u.exec(
      text.slice(Math.max(0, start - 60), start),
    );
  const from = start - (before?.[1]?.length ?? 0);
  return before === null || names.some((one) => one.end > from && one.start < start)
    ? ''
    : (before[1] ?? '').replace(/^(?:The|But|And|When|While|As|In|A) /, '');
}

/** "vice-president of operations", "Minister for Transport": how far a post goes on with what it is for. */
const fieldAfter = (rest: string): string =>
  /^ (?:of|for|responsible for) (?:the )?(?:(?!the\b)[\p{Ll}-]+(?: (?:and )?[\p{Ll}-]+){0,2}?|(?:Labou?r|Health|Education|Transport|Transportation|Finance|Justice|Employment|Jobs|Infrastructure|Public|Higher|Advanced|State|Industrial|Community)(?:,? and \p{Lu}[\p{L}-]+| \p{Lu}[\p{L}-]+){0,3}?)(?=,? \p{Lu}|,| at | for | with )/u.exec(
    rest,
  )?.[0] ?? '';

/** How far from a post its organization and its holder stand at the most, in characters. */
const reach = 300;

/** Finds what stands beside a title. `mentions` are those of its paragraph. */
export function besideOf(
  text: string,
  title: Span,
  mentions: readonly Mention[],
  kindOf: ReadonlyMap<string, Named>,
): Beside {
  const isPerson = (one: Mention) => one.proper && kindOf.get(one.entity)?.kind === 'PERSON';
  const near = mentions.filter(({ start, end }) => end > title.start - reach && start < title.end + reach);
  const bodies = near.filter((one) => isBody(one, kindOf));
  const field = fieldAfter(text.slice(title.end));
  const left = bodyBefore(text, title, bodies, kindOf);
  // "who heads the union", "who chairs the bargaining council of the union".
  const leads = /\bwho $/.test(text.slice(0, title.start).slice(-8)) && /s$/.test(text.slice(title.start, title.end));
  const follows = leads ? /^ (?:the |its )?(?:(?:[\p{Ll}-]+ ){1,3}of (?:the )?)?$/u : ofBody;
  const right = bodies.find(
    (one) =>
      one.start >= title.end &&
      (follows.test(between(text, title.end, one.start)) ||
        // "professor of public administration at the university".
        (field !== '' &&
          one.start > title.end + field.length &&
          ofBody.test(text.slice(title.end + field.length, one.start)))),
  );
  const post = { start: left?.start ?? title.start, end: right?.end ?? title.end + field.length };
  const of = left?.entity ?? right?.entity;
  const holder = holderBeside(text, post, near.filter(isPerson));
  // "President Leo Vella of the Harbour Union".
  const behind =
    of === undefined && holder !== undefined && holder.start >= post.end
      ? bodies.find(
          (one) =>
            one.start >= holder.end &&
            /^(?: of| from| with| at|, of)(?: the)? $/.test(between(text, holder.end, one.start)),
        )
      : undefined;
  return {
    start: Math.min(post.start, holder?.start ?? post.start),
    end: Math.max(post.end, holder?.end ?? 0, behind?.end ?? 0),
    of: of ?? behind?.entity,
    person: holder?.entity,
    rule: holder?.rule ?? 'office: title before the name',
    its: /\b(?:its|their) (?:[\p{L}-]+ ){0,2}$/iu.test(text.slice(Math.max(0, title.start - 60), title.start)),
    left: left?.end,
    post,
    field: field.trim().toLowerCase(),
  };
}

export const isBody = ({ entity, rule }: Mention, kindOf: ReadonlyMap<string, Named>): boolean =>
  !['PERSON', 'LEGISLATION'].includes(kindOf.get(entity)?.kind ?? '') &&
  !['reference: pronoun', 'reference: members', 'reference: both sides'].includes(rule);

/** Before: "HNL president", "the union's president", "Conservative labour critic". */
function bodyBefore(
  text: string,
  title: Span,
  bodies: readonly Mention[],
  kindOf: ReadonlyMap<string, Named>,
): Mention | undefined {
  const left = bodies.findLast((one) => one.end <= title.start);
  if (left === undefined) return undefined;
  const gap = between(text, left.end, title.start);
  // "the league's new president", "the league, whose lawyer".
  if (/^(?:['’]s?|, whose) (?:[\p{L}-]+ ){0,4}$/u.test(gap)) return left;
  return (kindOf.get(left.entity)?.kind === 'POLITICAL_PARTY' ? /^ (?:[\p{L}-]+ ){0,2}$/u : plainWords).test(gap)
    ? left
    : undefined;
}

const plainWords =
  /^ (?:(?:new|former|longtime|long-time|then|outgoing|interim|acting|public|service|safety|chief|senior|local|national|state) ){0,2}$/;

/** After: "president of the Ferry Board", "spokesperson for the company", "head of Malta's largest union". */
const ofBody =
  /^(?: of| for| with| at| from| to| representing| who represents| acting for| who acts for| speaking for| du| de la| de| des)(?: the| its| all| our)?(?: [\p{Lu}][\p{L}.'’-]+['’]s)?(?: (?!(?:of|and|or|to|in|for|with|by|at|on|from|that|which|who|a|an|said|says)\b)[\p{Ll}\d][\p{L}\d,’'-]*){0,3} ?$/u;

/** The holder: "president Ana Ruiz", "president of the Ferry Board, Ana Ruiz", "Ana Ruiz, president". */
function holderBeside(
  text: string,
  post: Span,
  people: readonly Mention[],
): (Mention & { readonly rule: OfficeRule }) | undefined {
  const after = people.find((one) => one.start >= post.end);
  const before = people.findLast((one) => one.end <= post.start);
  const isApposed =
    before !== undefined &&
    (apposed.test(between(text, before.end, post.start)) ||
      // "elected Ana Ruiz president", "named Ana Ruiz its new president".
      (chosen.test(text.slice(Math.max(0, before.start - 40), before.start)) &&
        /^ (?:as )?(?:(?:the|its|their|his|her|a|an|new|interim|acting) ){0,3}$/.test(
          between(text, before.end, post.start),
        )));
  const gap = after === undefined ? '' : between(text, post.end, after.start);
  if (
    after !== undefined &&
    /^(?: |, |,? (?:and )?(?:Dr|Mr|Ms|Mrs|Mme|M)\.? )$/.test(gap) &&
    !(gap.startsWith(',') && isApposed)
  )
    return { ...after, rule: gap.startsWith(',') ? 'office: apposition' : 'office: title before the name' };
  if (before === undefined || !isApposed) return undefined;
  return { ...before, rule: text[before.end] === ',' ? 'office: apposition' : 'office: told' };
}

/** Verbs that make somebody the holder of a post: the name follows, and then the post. */
const chosen = /\b(?:re-)?(?:elected|named|appointed|chose|picked|made|hired|installed)(?: \p{L}+ly)? $/u;

/** Verbs that say that somebody holds a post, or comes to hold it. */
const becomes =
  'is|was|became|becomes|has become|will be|will become|has been|had been|is to be|serves as|served as|has served as|will serve as|' +
  'sits as|works as|took over as|takes over as|will take over as|has taken over as|stepped down as|steps down as|resigned as|retired as|' +
  'was named|was elected|was re-elected|was appointed|was hired as|was sworn in as|has been named|has been elected|has been appointed|leads as|acts as|acted as|returns as|returned as';

/** What stands between a name and the post of it: a comma, or "is the". */
const apposed = new RegExp(
  `^(?:,(?: who)?(?: (?:${becomes})(?: also)?)?|,? \\d{2},|(?:,? who)? (?:${becomes}|named|elected|appointed|as)|,? who(?= chairs| heads| leads)| \\([^)]{1,40}\\),| [–—-]{1,2}| \\()(?: \\d{2},)?(?: ?(?:the|a|an|its|his|her|their|one of the))?(?: [\\p{L}'’.-]+){0,3}? ?$`,
  'u',
);
