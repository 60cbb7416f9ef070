/** Whose the people are of whom a text says no more than a post: the organization that "a judge" and "officials" mean. */
import type { Mention, Named, Office, Speaker } from '../types.ts';

interface Asked {
  /** The mentions of the article, in order. */
  readonly mentions: readonly Mention[];
  readonly kindOf: ReadonlyMap<string, Named>;
  readonly government: string;
  readonly p: number;
}

/** The organization of which somebody has a post. */
export const postOf = (offices: readonly Office[], whom: Speaker | undefined): string | undefined =>
  whom !== undefined && 'entity' in whom ? offices.find(({ person }) => person === whom.entity)?.of : undefined;

/** Members and both sides are spoken of without being whom a post is of. */
const isBody = ({ rule }: Mention): boolean => rule !== 'reference: members' && rule !== 'reference: both sides';

/** The organization that a post means where it stands, if its paragraph does not say. */
export function whoseIs({ mentions, kindOf, government, p }: Asked, title: string, at: number): string | undefined {
  const last = (test: (named: Named) => boolean) => {
    const fits = ({ entity }: Mention) => {
      const named = kindOf.get(entity);
      return named !== undefined && test(named);
    };
    const before = mentions.filter((one) => (one.p < p || (one.p === p && one.start < at)) && isBody(one));
    return (before.findLast(fits) ?? mentions.find(fits))?.entity;
  };
  if (/^(?:[\p{L}-]+ )?(?:judge|justice)s?$/u.test(title)) {
    const court = last(({ kind, names }) => kind === 'COURT' || names.some((name) => /\bCourt\b/.test(name)));
    if (court !== undefined) return court;
  }
  if (/^federal\b/.test(title))
    return (
      last(
        ({ kind, names }) => kind === 'GOVERNMENT' && names.some((name) => /\bCanada\b|federal|^Ottawa$/i.test(name)),
      ) ?? government
    );
  if (/^(?:provincial|state|government|cabinet|ministers?$)\b/.test(title)) return government;
  const kinds = /source|insider|official|spokes|lawyer|negotiator/.test(title)
    ? ['UNION', 'PUBLIC_BODY', 'GOVERNMENT', 'COURT', 'POLITICAL_PARTY']
    : ['PUBLIC_BODY', 'GOVERNMENT', 'COURT'];
  // The nearest: nobody works for whom the article names first further on.
  const near = mentions.findLast(
    (one) =>
      (one.p < p || (one.p === p && one.start < at)) &&
      isBody(one) &&
      kinds.includes(kindOf.get(one.entity)?.kind ?? ''),
  );
  return near?.entity;
}
