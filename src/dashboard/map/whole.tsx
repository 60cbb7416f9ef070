/** The map of the whole graph, read page by page. */
import { useEffect, useMemo, useState } from 'react';
import type { WholeGraphQuery } from '../../generated/operations/graphql.ts';
import { Panel } from '../parts/panel.tsx';
import { Trouble, Waiting } from '../parts/states.tsx';
import { useQuestion } from '../question.ts';
import { useWords } from '../words.ts';
import { type Choice, orNull } from './choice.ts';
import { counted, factsOn, keptOf, wholeFacts } from './facts.ts';
import { KindCounts, WholeGraph } from './queries.ts';
import { relationshipTable } from './table.ts';
import { View } from './view.tsx';

/** How many pages of entities a map can show and still be read. */
const mostPages = 10;

export function WholeMap({ choice }: { choice: Choice }) {
  const words = useWords();
  const { kinds, types, asOf, language } = choice;
  const first = { kinds: orNull(kinds), asOf, after: null, language };
  const rest = useRest(first);
  return (
    <Panel
      onDay
      name="map"
      title={words.map.whole}
      query={WholeGraph}
      variables={first}
      table={(page) => {
        const read = wholeFacts(rest.pages.length > 0 ? rest.pages : [page], types);
        return relationshipTable(factsOn(asOf, read, keptOf(choice), choice.undated).facts);
      }}
      className="wide map"
    >
      {() => (
        <>
          {rest.problem !== null && rest.pages.length > 0 && (
            <Trouble problem={rest.problem} stale askAgain={rest.askAgain} />
          )}
          {rest.done ? <Counted choice={choice} pages={rest.pages} /> : <Waiting slow={rest.slow} />}
        </>
      )}
    </Panel>
  );
}

function Counted({ choice, pages }: { choice: Choice; pages: readonly WholeGraphQuery[] }) {
  const words = useWords();
  const kinds = useQuestion(KindCounts, {});
  const types = choice.types;
  const typesKey = types.join(' ');
  // biome-ignore lint/correctness/useExhaustiveDependencies: the address gives the same types as another array
  const facts = useMemo(() => wholeFacts(pages, types), [pages, typesKey]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what a map is of is another map
  const counts = useMemo(() => {
    const everything = wholeFacts(pages, []);
    const { facts: there } = factsOn(choice.asOf, everything, keptOf(choice), choice.undated);
    const all = [...there.relationships.values()];
    const kindCounts = (kinds.data?.statistics.buckets ?? []).map(({ keys, count }): [string, number] => [
      keys[0]?.key ?? '',
      count,
    ]);
    return {
      // Counts of all kinds are known of all days alone.
      kinds: choice.asOf === null ? new Map(kindCounts) : counted([...there.entities.values()].map(({ kind }) => kind)),
      types: counted(all.map(({ type }) => type)),
      labels: new Map(all.map(({ type, label }) => [type, label])),
    };
  }, [pages, kinds.data, choice.asOf, choice.undated]);
  return <View base={facts} choice={choice} counts={counts} label={words.map.whole} />;
}

/** All pages of a question, asked one after the other. */
function useRest(first: {
  kinds: Choice['kinds'][number][] | null;
  asOf: string | null;
  after: null;
  language: Choice['language'];
}) {
  const key = JSON.stringify(first);
  const [read, setRead] = useState<{ key: string; pages: readonly WholeGraphQuery[] }>({ key, pages: [] });
  const pages = read.key === key ? read.pages : none;
  const last = pages.at(-1)?.entities.pageInfo;
  const done = last !== undefined && (!last.hasNextPage || pages.length >= mostPages);
  const after = last?.endCursor ?? null;
  const question = useQuestion(WholeGraph, { ...first, after }, done);
  const { data, asking, problem } = question;
  useEffect(() => {
    // While a changed question is asked, its data is still the answer to the one before.
    if (data === undefined || asking || problem !== null || done || pages.includes(data)) return;
    setRead({ key, pages: [...pages, data] });
  }, [data, asking, problem, done, pages, key]);
  return { pages, done, slow: question.slow, problem, askAgain: question.askAgain };
}

const none: readonly WholeGraphQuery[] = [];
