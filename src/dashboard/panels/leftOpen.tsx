/** Of a term of office whose dates come from elsewhere: that no article states them, and who does. */
import { graphql } from '../../generated/operations/gql.ts';
import type { TermFragment } from '../../generated/operations/graphql.ts';
import { useWords } from '../words.ts';

export const TermOfOffice = graphql(`
  fragment Term on Relationship {
    ...Tie
    notStated {
      attribute
      evidence {
        totalCount
        nodes {
          article {
            id
          }
        }
      }
    }
  }
`);

/** Nothing where no date comes from elsewhere, or where no article tells of the term. */
export function LeftOpen({ term }: { term: TermFragment | null }) {
  const { dates } = useWords();
  if (term === null) return null;
  const ends = [
    { attribute: 'from', date: term.validFrom },
    { attribute: 'until', date: term.validTo },
  ] as const;
  const open = ends.flatMap(({ attribute, date }) => {
    const left = term.notStated.find((one) => one.attribute === attribute);
    return left !== undefined && date?.basis === 'EXTERNAL' ? [{ attribute, date, left }] : [];
  });
  const [first] = open;
  if (first === undefined) return null;
  const articles = new Set(open.flatMap(({ left }) => left.evidence.nodes.map(({ article }) => article?.id)));
  const citations = [...new Set(open.flatMap(({ date }) => date.note ?? []))].join(' · ');
  return (
    <small className="left-open">
      {dates.leftOpen(ends.length === open.length ? 'both' : first.attribute, articles.size)} <cite>{citations}</cite>
    </small>
  );
}
