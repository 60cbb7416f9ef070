/** A small map of what lies next to an entity; the page of the map shows more. */
import { lazy, Suspense, useMemo } from 'react';
import { Link } from 'wouter';
import type { NeighborhoodQuery } from '../../generated/operations/graphql.ts';
import { useAsOf, useTo } from '../address.ts';
import { factsOn, neighborhoodFacts } from '../map/facts.ts';
import { Neighborhood } from '../map/neighborhood.ts';
import { relationshipTable } from '../map/table.ts';
import { Panel } from '../parts/panel.tsx';
import { useNear } from '../parts/useNear.ts';
import { useLanguage, useWords } from '../words.ts';
import '../style/drawing.css';

const SmallMap = lazy(async () => ({ default: (await import('./smallMap.tsx')).SmallMap }));

export function Around({ of }: { of: string }) {
  const words = useWords();
  const asOf = useAsOf();
  const language = useLanguage();
  const factsIn = (data: NeighborhoodQuery) => factsOn(asOf, neighborhoodFacts(data), [of], false);
  return (
    <Panel
      onDay
      name="around"
      title={words.entity.around}
      query={Neighborhood}
      variables={{ of, asOf, depth: 1, first: 40, language }}
      // One line is said as well by the list of relationships.
      isEmpty={(data) => factsIn(data).facts.entities.size < 3}
      whenEmpty="hide"
      table={(data) => relationshipTable(factsIn(data).facts)}
    >
      {(data) => <Picture of={of} data={data} />}
    </Panel>
  );
}

/** What draws is large: it is loaded when the reader comes near. */
function Picture({ of, data }: { of: string; data: NeighborhoodQuery }) {
  const words = useWords();
  const to = useTo();
  const asOf = useAsOf();
  const [place, near] = useNear<HTMLDivElement>();
  const { facts, undated } = useMemo(() => factsOn(asOf, neighborhoodFacts(data), [of], false), [data, asOf, of]);
  return (
    <div ref={place} className="small-map">
      {near ? (
        <Suspense fallback={<Room />}>
          <SmallMap of={of} facts={facts} />
        </Suspense>
      ) : (
        <Room />
      )}
      <p>
        <small>
          {facts.truncated && words.map.first(facts.entities.size)}{' '}
          {undated > 0 && `${words.asOf.uncertain(undated)}. ${words.asOf.undatedMap}`}
        </small>{' '}
        <Link href={to('/map', { of })}>{words.entity.wholeMap}</Link>
      </p>
    </div>
  );
}

/** As large as what will be drawn. */
const Room = () => (
  <div className="drawing">
    <div className="canvas" />
  </div>
);
