/** A small map of what lies next to an entity; a click leads to a page. */
import { useMemo } from 'react';
import { Link, useLocation } from 'wouter';
import type { NeighborhoodQuery } from '../../generated/operations/graphql.ts';
import { entityPath, useAsOf, useTo } from '../address.ts';
import { canDraw, Drawing } from '../map/drawing.tsx';
import { factsOn, neighborhoodFacts } from '../map/facts.ts';
import { usePalette } from '../map/palette.ts';
import { Neighborhood } from '../map/queries.ts';
import { relationshipTable } from '../map/table.ts';
import { Panel } from '../parts/panel.tsx';
import { useLanguage, useWords } from '../words.ts';
import '../style/map.css';

export function SmallMap({ of }: { of: string }) {
  const words = useWords();
  const asOf = useAsOf();
  const language = useLanguage();
  if (!canDraw()) return null;
  return (
    <Panel
      onDay
      name="around"
      title={words.entity.around}
      query={Neighborhood}
      variables={{ of, asOf, depth: 1, first: 40, language }}
      // One line is said as well by the list of relationships.
      isEmpty={(data) => factsOn(asOf, neighborhoodFacts(data), [of], false).facts.entities.size < 3}
      whenEmpty="hide"
      table={(data) => relationshipTable(factsOn(asOf, neighborhoodFacts(data), [of], false).facts)}
    >
      {(data) => <Picture of={of} data={data} />}
    </Panel>
  );
}

function Picture({ of, data }: { of: string; data: NeighborhoodQuery }) {
  const words = useWords();
  const to = useTo();
  const [, go] = useLocation();
  const palette = usePalette();
  const asOf = useAsOf();
  const { facts, undated } = useMemo(() => factsOn(asOf, neighborhoodFacts(data), [of], false), [data, asOf, of]);
  const { entities, relationships, truncated } = facts;
  const centres = useMemo(() => [of], [of]);
  return (
    <div className="small-map">
      <Drawing
        still
        facts={facts}
        palette={palette}
        label={words.labelled(words.entity.around, words.map.counts(entities.size, relationships.size))}
        centres={centres}
        choose={(id) => id !== null && entities.has(id) && go(to(entityPath(id)))}
      />
      <p>
        <small>
          {truncated && words.map.first(entities.size)}{' '}
          {undated > 0 && `${words.asOf.uncertain(undated)}. ${words.asOf.undatedMap}`}
        </small>{' '}
        <Link href={to('/map', { of })}>{words.entity.wholeMap}</Link>
      </p>
    </div>
  );
}
