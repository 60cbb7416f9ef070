/** How something stands, with when and by whom that was last reported: a status is never more than that. */
import { graphql } from '../../generated/operations/gql.ts';
import type { StandingFragment } from '../../generated/operations/graphql.ts';
import { dateWords } from '../dates.ts';
import { termWord } from '../vocabulary.ts';
import type { Words } from '../words/words.ts';
import { type Lang, useLang, useWords } from '../words.ts';

export const StandingOfEntity = graphql(`
  fragment Standing on Entity {
    statusCode
    evidence {
      totalCount
      nodes {
        attribute
        article {
          id
          ...Publication
        }
      }
    }
  }
`);

/** Nothing at all where no status is recorded. */
export function Standing({ of }: { of: StandingFragment }) {
  const words = useWords();
  const lang = useLang();
  if (of.statusCode === null) return null;
  return (
    <span className="standing">
      <span className="status">{termWord(words, of.statusCode)}</span>{' '}
      <small>{words.asOf.lastReported(lastReport(of, words, lang))}</small>
    </span>
  );
}

/** Where the status was reported last: `January 2016, CBC News`. */
export function lastReport({ evidence }: StandingFragment, words: Words, lang: Lang): string {
  const own = evidence.nodes.filter(({ attribute }) => attribute === 'status');
  const reports = own.length > 0 ? own : evidence.nodes.filter(({ attribute }) => attribute === null);
  const articles = reports.flatMap(({ article }) => article ?? []);
  const day = ({ published }: (typeof articles)[number]): string => published?.latest ?? '';
  const [newest] = articles.toSorted((a, b) => (day(a) < day(b) ? 1 : -1));
  if (newest === undefined) return words.asOf.outside;
  const date = newest.published && dateWords(newest.published, words, lang);
  return [date, newest.publisher?.name].filter(Boolean).join(', ') || newest.id;
}
