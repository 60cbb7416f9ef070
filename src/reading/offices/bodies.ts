/** Which organization a post is of, where no name stands beside it. */
import type { Mention, Named, Span } from '../types.ts';

/** Whom a post is of where no name says so. */
export interface Bodies {
  readonly government: string;
  /** The organization that a word before a post means: "union" of "union president". */
  readonly ofSide: (side: string, p: number, at: number) => string | undefined;
  /** The organization last spoken of that has such a post: "its president", "president Ana Ruiz". */
  readonly before: (asked: Asked) => string | undefined;
  /** A ministry that the article names, by its field. */
  readonly ministry: (field: string) => string | undefined;
}

/** A post without a word of whose it is. */
interface Asked {
  readonly title: string;
  /** "its president" */
  readonly its: boolean;
  readonly p: number;
  readonly at: number;
  readonly sentences: readonly Span[];
}

/**
 * Answers from all that an article names and refers to.
 * @param unnamed the government that is meant where the article speaks of none.
 */
export function bodiesOf(mentions: readonly Mention[], kindOf: ReadonlyMap<string, Named>, unnamed: string): Bodies {
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
    ofSide: (side, p, at) => {
      if (/^(?:government|province|cabinet)$/.test(side)) return government;
      if (/^(?:city|town)$/.test(side))
        return (
          mentions.find(({ entity }) => /^(?:city|town|municipality|ville)-/.test(entity))?.entity ?? 'unnamed-city'
        );
      const rule = /^(?:union|local|federation|alliance|league|guild|brotherhood)$/.test(side) ? ['UNION'] : undefined;
      const before = mentions.filter(
        (one) => (one.p < p || (one.p === p && one.start < at)) && one.rule !== 'reference: members',
      );
      const fits = ({ entity, proper }: Mention) => {
        const named = kindOf.get(entity);
        if (named === undefined) return false;
        if (rule !== undefined)
          return (
            rule.includes(named.kind) &&
            (side === 'union' || side === 'local' || named.names.some((name) => name.toLowerCase().includes(side)))
          );
        if (/^(?:company|employer|management|industry)$/.test(side)) return proper && named.kind === 'PUBLIC_BODY';
        return named.kind !== 'PERSON' && named.names.some((name) => name.toLowerCase().includes(side));
      };
      return (before.findLast(fits) ?? mentions.find(fits))?.entity;
    },
    ministry: (field) =>
      [...kindOf.values()].find(
        ({ kind, names }) =>
          kind === 'PUBLIC_BODY' &&
          names.some(
            (name) =>
              /\b(?:Ministry|Department|Ministère)\b/.test(name) && name.toLowerCase().includes(field.toLowerCase()),
          ),
      )?.key,
    before: (asked) => bodyBefore(mentions, kindOf, asked),
  };
}

/** Posts that are of no organization, unless the text says of which. */
const ofNone =
  /mediator|conciliat|arbitrator|lawyer|attorney|analyst|economist|professor|member|owner|expert|agent|representative|officer$/;
const ofUnion =
  /general secretary|national president|secretary-treasurer|steward|business agent|organi[sz]er|bargaining|local/;
const ofEmployer =
  /provost|dean|chancellor|rector|chief executive|\bceo\b|\bcfo\b|chief financial|board chair|superintendent|administrator|plant manager|general manager|human resources|manager|director/;

/** The organization that a post means without a word: of the kind that has such posts, and the one spoken of last. */
function bodyBefore(
  mentions: readonly Mention[],
  kindOf: ReadonlyMap<string, Named>,
  { title, its, p, at, sentences }: Asked,
): string | undefined {
  if (!its && ofNone.test(title)) return undefined;
  const start = sentences.findLast((one) => one.start <= at)?.start ?? 0;
  const kindIn =
    (kinds: readonly string[]) =>
    ({ entity, rule }: Mention) =>
      kinds.includes(kindOf.get(entity)?.kind ?? '') &&
      rule !== 'reference: members' &&
      rule !== 'reference: both sides';
  const last = (fits: (one: Mention) => boolean) =>
    mentions.findLast((one) => (one.p < p || (one.p === p && one.start < at)) && fits(one)) ?? mentions.find(fits);
  if (/^(?:justice|judge)$/.test(title)) return last(kindIn(['COURT']))?.entity;
  if (/mayor|reeve|\bcoun\b|councillor/.test(title))
    return last(({ entity }) => /^(?:city|town|municipality|ville|village)-/.test(entity))?.entity ?? 'unnamed-city';
  if (/^(?:leader|deputy leader|house leader|critic)$/.test(title)) return last(kindIn(['POLITICAL_PARTY']))?.entity;
  if (!its && ofUnion.test(title)) return last(kindIn(['UNION']))?.entity;
  if (!its && ofEmployer.test(title)) return last(kindIn(['PUBLIC_BODY']))?.entity;
  const isBody = kindIn(['UNION', 'PUBLIC_BODY', 'GOVERNMENT', 'COURT', 'POLITICAL_PARTY']);
  const here = mentions.filter((one) => one.p === p && one.start < at && isBody(one));
  const earlier = mentions.filter((one) => one.p < p && one.p >= p - 2 && isBody(one));
  const previous = earlier.filter((one) => one.p === earlier.at(-1)?.p);
  return (here.find((one) => one.start >= start) ?? here[0] ?? (its ? previous[0] : previous.at(-1)))?.entity;
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
