import { Link } from 'wouter';
import { graphql } from '../../generated/operations/gql.ts';
import { useTo } from '../address.ts';
import { Panel } from '../parts/panel.tsx';
import { capital, kindsWord, kindWord } from '../vocabulary.ts';
import { useWords } from '../words.ts';

const Counts = graphql(`
  query CountsByKind {
    statistics(by: [KIND]) {
      total
      truncated
      bucketCount
      buckets {
        count
        keys {
          key
        }
      }
    }
  }
`);

/** How many there are of each kind. */
export function CountsByKind() {
  const words = useWords();
  const to = useTo();
  return (
    <Panel
      onDay={false}
      name="in-graph"
      title={words.overview.inGraph}
      query={Counts}
      variables={{}}
      table={({ statistics }) => ({
        head: ['kind', 'count'],
        rows: statistics.buckets.map(({ keys, count }) => [keys[0]?.key, count]),
      })}
    >
      {({ statistics }) => (
        <ul className="counts">
          {statistics.buckets.map(({ keys: [kind], count }) => (
            <li key={kind?.key}>
              <Link href={to('/list', { kinds: kind?.key })} data-kind={kind?.key}>
                <strong>{count}</strong> {capital((count === 1 ? kindWord : kindsWord)(words, kind?.key ?? ''))}
              </Link>
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}
