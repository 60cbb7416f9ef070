import { Link } from 'wouter';
import { graphql } from '../../generated/operations/gql.ts';
import type { VoicesQuery } from '../../generated/operations/graphql.ts';
import { useAsOf, useTo } from '../address.ts';
import { EntityLink, type Named } from '../parts/entityLink.tsx';
import { Panel } from '../parts/panel.tsx';
import { useLanguage, useWords } from '../words.ts';

const VoicesOn = graphql(`
  query Voices($to: Date, $undated: Undated, $language: Language!) {
    bySpeaker: statistics(filter: { kinds: [STATEMENT], to: $to, undated: $undated }, by: [SPEAKER]) {
      undatedCount
      truncated
      bucketCount
      buckets {
        count
        certainCount
        keys {
          key
          entity {
            ...Linked
          }
        }
      }
    }
    byIssue: statistics(filter: { kinds: [STATEMENT], to: $to, undated: $undated }, by: [SPEAKER, ISSUE]) {
      truncated
      bucketCount
      buckets {
        count
        certainCount
        keys {
          key
          entity {
            ...Linked
          }
        }
      }
    }
  }
`);

/** How many issues have a column of their own. */
const shownIssues = 6;

/** Who spoke how often, and on what. */
export function Voices() {
  const words = useWords();
  const asOf = useAsOf();
  return (
    <Panel
      onDay
      name="voices"
      title={words.overview.voices}
      hint={words.overview.voicesHint}
      query={VoicesOn}
      variables={{ to: asOf, undated: asOf === null ? null : 'EXCLUDE', language: useLanguage() }}
      isEmpty={({ bySpeaker }) => bySpeaker.buckets.length === 0}
      table={({ byIssue }) => ({
        head: ['speaker', 'issue', 'count', 'certain'],
        rows: byIssue.buckets.map(({ keys: [speaker, issue], count, certainCount }) => [
          ...[speaker?.key, issue?.key, count, certainCount],
        ]),
      })}
      className="wide"
    >
      {(data) => <Grid data={data} />}
    </Panel>
  );
}

function Grid({ data: { bySpeaker, byIssue } }: { data: VoicesQuery }) {
  const words = useWords();
  const asOf = useAsOf();
  const to = useTo();
  const sums = new Map<string, { entity: Named; count: number }>();
  for (const { keys, count } of byIssue.buckets) {
    const entity = keys[1]?.entity;
    if (entity) sums.set(entity.id, { entity, count: (sums.get(entity.id)?.count ?? 0) + count });
  }
  const issues = [...sums].sort(([, a], [, b]) => b.count - a.count).slice(0, shownIssues);
  const most = Math.max(1, ...byIssue.buckets.map(({ count }) => count));
  return (
    <>
      <div className="scroll" tabIndex={-1}>
        <table className="grid">
          <thead>
            <tr>
              <th scope="col">{words.overview.speaker}</th>
              <th scope="col">{words.overview.total}</th>
              {issues.map(([issue, { entity }]) => (
                <th scope="col" key={issue}>
                  <EntityLink entity={entity} />
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {bySpeaker.buckets.map(({ keys: [key], ...total }) =>
              key?.entity ? (
                <Row
                  key={key.entity.id}
                  speaker={key.entity}
                  total={total}
                  issues={issues.map(([issue]) => issue)}
                  buckets={byIssue.buckets.filter(({ keys }) => keys[0]?.key === key.entity?.id)}
                  most={most}
                />
              ) : null,
            )}
          </tbody>
        </table>
      </div>
      {asOf !== null && (bySpeaker.undatedCount ?? 0) > 0 && (
        <p className="hint undated">
          <Link href={to('/list', { kinds: 'STATEMENT', undated: 'ONLY' })}>
            {words.asOf.undated(bySpeaker.undatedCount ?? 0)}
          </Link>
        </p>
      )}
      {sums.size > shownIssues && <p className="hint">{words.overview.issuesLeftOut(sums.size - shownIssues)}</p>}
    </>
  );
}

interface RowProps {
  readonly speaker: Named;
  readonly total: Count;
  /** The columns' ids. */
  readonly issues: readonly string[];
  /** What the speaker said, by issue. */
  readonly buckets: VoicesQuery['byIssue']['buckets'];
  /** The largest count of the grid. */
  readonly most: number;
}

function Row({ speaker, total, issues, buckets, most }: RowProps) {
  const to = useTo();
  const asOf = useAsOf();
  const day = asOf === null ? {} : { to: asOf, undated: 'EXCLUDE' };
  const list = { kinds: 'STATEMENT', speaker: speaker.id, ...day };
  return (
    <tr>
      <th scope="row">
        <EntityLink entity={speaker} />
      </th>
      <td>
        <Link href={to('/list', list)}>{total.count}</Link>
        <Possibly of={total} />
      </td>
      {issues.map((issue) => {
        const bucket = buckets.find(({ keys }) => keys[1]?.key === issue);
        const said = bucket?.count ?? 0;
        return (
          <td key={issue} className={said === 0 ? 'none' : `heat-${Math.ceil((said / most) * 4)}`}>
            {said > 0 && <Link href={to('/list', { ...list, issue, narrower: 'false' })}>{said}</Link>}
            {bucket && <Possibly of={bucket} />}
          </td>
        );
      })}
    </tr>
  );
}

interface Count {
  readonly count: number;
  readonly certainCount: number | null;
}

/** How many of them may have been said later than the chosen day. */
function Possibly({ of: { count, certainCount } }: { of: Count }) {
  const { overview } = useWords();
  const possible = count - (certainCount ?? count);
  return possible > 0 && <small className="possibly"> {overview.possibly(possible)}</small>;
}
