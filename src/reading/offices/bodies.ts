/** Which organization a post is of, where no name stands beside it. */
import type { Mention, Named, Paragraph, Span } from '../types.ts';
import { partyOf } from './parties.ts';

/** Whom a post is of where no name says so. */
export interface Bodies {
  readonly government: string;
  /** The organization that a word before a post means: "union" of "union president". */
  readonly ofSide: (side: string, p: number, at: number) => string | undefined;
  /** The organization last spoken of that has such a post: "its president", "president Ana Ruiz". */
  readonly before: (asked: Asked) => string | undefined;
  /** A ministry that the article names, by its field. */
  readonly ministry: (field: string) => string | undefined;
  /** The department named last before a place: a deputy minister's. */
  readonly department: (p: number, at: number) => string | undefined;
  /** "a lawyer for the nurses": the union whose members the words after the post name. */
  readonly ofMembers: (title: string, after: string) => string | undefined;
  /** The national union of a local. */
  readonly parentOf: (of: string | undefined) => string | undefined;
}

/** A post without a word of whose it is. */
export interface Asked {
  readonly title: string;
  /** "its president" */
  readonly its: boolean;
  readonly p: number;
  readonly at: number;
  readonly sentences: readonly Span[];
  readonly text: string;
  /** Where the post and its holder end. */
  readonly end: number;
}

/** What an article says and names. */
export interface Told {
  readonly mentions: readonly Mention[];
  readonly kindOf: ReadonlyMap<string, Named>;
  readonly paragraphs: readonly Paragraph[];
}

/**
 * Answers from all that an article names and refers to.
 * @param unnamed the government that is meant where the article speaks of none.
 */
export function bodiesOf(told: Told, unnamed: string): Bodies {
  const { mentions, kindOf } = told;
  const government =
    mentions.find(({ rule }) => rule === 'reference: government')?.entity ??
    mentions.find(
      ({ entity, proper, rule }) =>
        proper &&
        rule !== 'name: seat of a government' &&
        kindOf.get(entity)?.kind === 'GOVERNMENT' &&
        !/^(?:city|town|municipality|ville)-/.test(entity),
    )?.entity ??
    unnamed;
  return {
    government,
    ofSide: (side, p, at) => bodyOfSide(mentions, kindOf, government, { side, p, at }),
    ministry: (field) =>
      [...kindOf.values()].find(
        ({ kind, names }) =>
          kind === 'PUBLIC_BODY' &&
          names.some(
            (name) =>
              /\b(?:Ministry|Department|Ministère)\b/.test(name) && name.toLowerCase().includes(field.toLowerCase()),
          ),
      )?.key,
    department: (p, at) =>
      mentions.findLast(
        (one) =>
          isBefore(one, p, at) &&
          one.p >= p - 2 &&
          one.proper &&
          /\b(?:Ministry|Department|Ministère)\b/.test(kindOf.get(one.entity)?.names[0] ?? ''),
      )?.entity,
    ofMembers: (title, after) => {
      const word = /lawyer|attorney|counsel|negotiator|spokes/.test(title)
        ? /^ (?:for|representing|who represents) (?:the )?(?:[\p{Ll}-]+ )?(\p{Ll}{4,}s)(?!\p{L})/u.exec(after)?.[1]
        : undefined;
      return word === undefined
        ? undefined
        : [...kindOf.values()].find(
            ({ kind, names }) => kind === 'UNION' && names.some((name) => new RegExp(`\\b${word}\\b`, 'i').test(name)),
          )?.key;
    },
    parentOf: (of) => {
      const isLocal = (key: string | undefined): boolean =>
        kindOf.get(key ?? '')?.kind === 'UNION' &&
        /\b(?:Local|Lodge|Branch)\b/.test(kindOf.get(key ?? '')?.names[0] ?? '');
      if (of === undefined || !isLocal(of)) return of;
      const others = mentions.filter(
        ({ entity, proper }) => proper && kindOf.get(entity)?.kind === 'UNION' && !isLocal(entity),
      );
      return others[0]?.entity ?? of;
    },
    before: (asked) => bodyBefore(told, asked),
  };
}

export const isBefore = (one: Mention, p: number, at: number): boolean => one.p < p || (one.p === p && one.start < at);

/** The organization of "union" in "union president": of the kind, or with the word in its name. */
function bodyOfSide(
  mentions: readonly Mention[],
  kindOf: ReadonlyMap<string, Named>,
  government: string,
  { side, p, at }: { readonly side: string; readonly p: number; readonly at: number },
): string | undefined {
  if (/^(?:government|province|cabinet)$/.test(side)) return government;
  if (/^(?:city|town)$/.test(side)) return mentions.find(({ entity }) => isTown.test(entity))?.entity ?? 'unnamed-city';
  const isUnion = /^(?:union|local|federation|alliance|league|guild|brotherhood)$/.test(side);
  const before = mentions.filter((one) => isBefore(one, p, at) && one.rule !== 'reference: members');
  const fits = ({ entity, proper }: Mention) => {
    const named = kindOf.get(entity);
    if (named === undefined) return false;
    const has = named.names.some((name) => name.toLowerCase().includes(side));
    if (isUnion) return named.kind === 'UNION' && (side === 'union' || side === 'local' || has);
    if (/^(?:company|employer|management|industry)$/.test(side)) return proper && named.kind === 'PUBLIC_BODY';
    return named.kind !== 'PERSON' && has;
  };
  // "The school board met. Board chair Ana Ruiz": what the text has just called so.
  const called = isUnion
    ? undefined
    : before.findLast(
        ({ p: one, proper, text }) => !proper && one >= p - 1 && text.toLowerCase().split(/\s/).at(-1) === side,
      );
  return (called ?? before.findLast(fits) ?? mentions.find(fits))?.entity;
}

const isTown = /^(?:city|town|municipality|ville|village)-/;

/** Posts that are of no organization, unless the text says of which. */
const ofNone =
  /mediator|conciliat|arbitrator|lawyer|attorney|analyst|economist|professor|member|owner|expert|agent|representative|scientist|historian|scholar|fellow|researcher|sociologist|strategist|boss|barrister|adjudicator|officer$/;
const ofUnion =
  /general secretary|national president|secretary-treasurer|steward|business agent|organi[sz]er|bargaining|local/;
const ofEmployer =
  /provost|dean|chancellor|rector|chief executive|\bceo\b|\bcfo\b|chief financial|board chair|superintendent|administrator|plant manager|general manager|human resources|manager|director/;

/** The organization that a post means without a word: of the kind that has such posts, and the one spoken of last. */
function bodyBefore(told: Told, asked: Asked): string | undefined {
  const { mentions, kindOf } = told;
  const { title, its, p, at, sentences } = asked;
  const namesOf = ({ entity }: Mention): readonly string[] => kindOf.get(entity)?.names ?? [];
  // "Auditor General Ana Ruiz": of the Office of the Auditor General.
  const office = mentions.find((one) =>
    namesOf(one).some((name) => /^office of the /i.test(name) && name.toLowerCase().endsWith(` ${title}`)),
  );
  if (office !== undefined) return office.entity;
  const kindIn =
    (kinds: readonly string[]) =>
    ({ entity, rule }: Mention) =>
      kinds.includes(kindOf.get(entity)?.kind ?? '') &&
      rule !== 'reference: members' &&
      rule !== 'reference: both sides';
  const last = (fits: (one: Mention) => boolean) =>
    mentions.findLast((one) => isBefore(one, p, at) && fits(one)) ?? mentions.find(fits);
  if (/^(?:mediator|conciliator|arbitrator|conciliation officer)$/.test(title) && !its)
    return serviceBefore(mentions, kindOf, asked);
  if (!its && ofNone.test(title)) return undefined;
  // "Ana Ruiz, a retired judge": no longer of any court.
  if (/^(?:justice|judge)$/.test(title))
    return /\b(?:retired|former) (?:justice|judge)$/i.test(asked.text.slice(0, asked.end)) ||
      /\b(?:retired|former) $/i.test(asked.text.slice(0, at))
      ? undefined
      : last(kindIn(['COURT']))?.entity;
  const cityHall = /\b(?:city|town) (?:hall|council)\b/i.test(asked.text);
  if (/mayor|reeve|\bcoun\b|councillor/.test(title) || (cityHall && /^opposition leader$/.test(title)))
    return last(({ entity }) => isTown.test(entity))?.entity ?? 'unnamed-city';
  if (/^(?:(?:\p{Ll}+ )*(?:leader|critic)|shadow .*)$/u.test(title)) return partyOf(told, asked);
  if (!its && ofUnion.test(title)) return last(kindIn(['UNION']))?.entity;
  if (!its && ofEmployer.test(title)) return last(kindIn(['PUBLIC_BODY']))?.entity;
  const start = sentences.findLast((one) => one.start <= at)?.start ?? 0;
  const isBody = kindIn(['UNION', 'PUBLIC_BODY', 'GOVERNMENT', 'COURT', 'POLITICAL_PARTY']);
  const here = mentions.filter((one) => one.p === p && one.start < at && isBody(one));
  const earlier = mentions.filter((one) => one.p < p && one.p >= p - 2 && isBody(one));
  const own = here.find((one) => one.start >= start);
  return (own ?? (its ? subjectBefore(told, [...earlier, ...here]) : (here[0] ?? earlier.at(-1))))?.entity;
}

/** "The new body, the Harbour League, is to meet. Its president": the subject of the last sentence that has one. */
function subjectBefore({ paragraphs }: Told, bodies: readonly Mention[]): Mention | undefined {
  const last = bodies.at(-1);
  const sentences = paragraphs.find(({ number }) => number === last?.p)?.sentences ?? [];
  const start = sentences.findLast((one) => one.start <= (last?.start ?? 0))?.start ?? 0;
  return bodies.find((one) => one.p === last?.p && one.start >= start);
}

/** "The conciliator, Ana Ruiz": of the service that the talks were just said to be at. */
function serviceBefore(
  mentions: readonly Mention[],
  kindOf: ReadonlyMap<string, Named>,
  { p, at, text }: Asked,
): string | undefined {
  if (
    !/\b(?:the|its) (?:[\p{Ll}-]+ ){1,2}?$/iu.test(`${text.slice(0, at)} `.replace(/\s+$/, ' ')) &&
    !/\bthe $/i.test(text.slice(0, at))
  )
    return undefined;
  return mentions.findLast(
    (one) =>
      isBefore(one, p, at) &&
      one.p >= p - 2 &&
      kindOf.get(one.entity)?.kind === 'PUBLIC_BODY' &&
      kindOf
        .get(one.entity)
        ?.names.some((name) => /\b(?:Mediation|Conciliation|Arbitration|Workplace|Labou?r|Industrial)\b/.test(name)),
  )?.entity;
}

/** The organization last spoken of before a place: "a spokesperson said" is of it. */
export function organizationBefore(
  mentions: readonly Mention[],
  kindOf: ReadonlyMap<string, Named>,
  p: number,
  at: number,
): string | undefined {
  const kinds = new Set(['UNION', 'PUBLIC_BODY', 'GOVERNMENT', 'COURT', 'POLITICAL_PARTY']);
  return mentions.findLast(
    (one) => (one.p < p || (one.p === p && one.start < at)) && kinds.has(kindOf.get(one.entity)?.kind ?? ''),
  )?.entity;
}
