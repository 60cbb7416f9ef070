/** The map of what lies around an entity. */
import { useMemo } from 'react';
import type { NeighborhoodQuery } from '../../generated/operations/graphql.ts';
import { Panel } from '../parts/panel.tsx';
import { useQuestion } from '../question.ts';
import { useWords } from '../words.ts';
import { type Choice, orNull } from './choice.ts';
import { counted, factsOn, keptOf, neighborhoodFacts } from './facts.ts';
import { Neighborhood } from './neighborhood.ts';
import { relationshipTable } from './table.ts';
import { View } from './view.tsx';

/** How many entities a map shows before others are opened up. */
const most = 300;

export function AroundMap({ choice, of, title }: { choice: Choice; of: string; title: string }) {
  const { kinds, types } = choice;
  return (
    <Panel
      onDay
      name="map"
      title={title}
      query={Neighborhood}
      variables={variablesOf(choice, of, orNull(kinds), orNull(types))}
      table={(data) =>
        relationshipTable(factsOn(choice.asOf, neighborhoodFacts(data), keptOf(choice), choice.undated).facts)
      }
      className="wide map"
    >
      {(data) => <Counted choice={choice} of={of} data={data} />}
    </Panel>
  );
}

/** What there is to choose from is counted without what has been chosen. */
function Counted({ choice, of, data }: { choice: Choice; of: string; data: NeighborhoodQuery }) {
  const words = useWords();
  const whole = useQuestion(Neighborhood, variablesOf(choice, of, null, null));
  const all = whole.data ?? data;
  const facts = useMemo(() => neighborhoodFacts(data), [data]);
  const there = useMemo(
    () => factsOn(choice.asOf, neighborhoodFacts(all), [of], choice.undated).facts,
    [all, choice.asOf, choice.undated, of],
  );
  const counts = useMemo(
    () => ({
      kinds: counted([...there.entities.values()].map(({ kind }) => kind)),
      types: counted([...there.relationships.values()].map(({ type }) => type)),
      labels: new Map(all.neighborhood.edges.map(({ relationship: { type, label } }) => [type, label])),
    }),
    [all, there],
  );
  return <View base={facts} choice={choice} counts={counts} label={words.map.title} />;
}

const variablesOf = <Kinds, Types>(
  { depth, asOf, throughHubs, language }: Choice,
  of: string,
  kinds: Kinds,
  types: Types,
) => ({
  of,
  depth,
  kinds,
  types,
  asOf,
  throughHubs,
  first: most,
  language,
});
