/** The drawing of a small map; a click leads to a page. */
import { useMemo, useState } from 'react';
import { useLocation } from 'wouter';
import { entityPath, useTo } from '../address.ts';
import { canDraw, Drawing } from '../map/drawing.tsx';
import type { Facts } from '../map/facts.ts';
import { usePalette } from '../map/palette.ts';
import { useWords } from '../words.ts';

export function SmallMap({ of, facts }: { of: string; facts: Facts }) {
  const words = useWords();
  const to = useTo();
  const [, go] = useLocation();
  const palette = usePalette();
  const [drawable] = useState(canDraw);
  const { entities, relationships } = facts;
  const centres = useMemo(() => [of], [of]);
  if (!drawable) return <p className="trouble">{words.map.noWebgl}</p>;
  return (
    <Drawing
      still
      facts={facts}
      palette={palette}
      label={words.labelled(words.entity.around, words.map.counts(entities.size, relationships.size))}
      centres={centres}
      choose={(id) => id !== null && entities.has(id) && go(to(entityPath(id)))}
    />
  );
}
