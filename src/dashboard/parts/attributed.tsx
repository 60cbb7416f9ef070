/** Who says so, where a fact is told at second hand: it stands wherever the fact does. */
import type { Words } from '../words/words.ts';
import { useWords } from '../words.ts';
import { EntityLink, type Named } from './entityLink.tsx';

/** Nothing at all where the source itself says so. */
export function Attributed({ to }: { to: Named | null | undefined }) {
  const { entity } = useWords();
  if (!to) return null;
  return (
    <small className="attributed">
      {entity.accordingTo} <EntityLink entity={to} />{' '}
    </small>
  );
}

/** A fact in words with who says so: for headings, tooltips and pictures. */
export const attributed = (fact: string, to: Named | null | undefined, { entity }: Words): string =>
  to ? `${fact} (${entity.accordingTo} ${to.name})` : fact;

/** An event or a statement can be told by one party alone. */
export interface Told {
  readonly id: string;
  readonly accordingTo?: Named | null;
}

/** Who says so, of an entity that one party alone tells of. */
export const teller = ({ accordingTo }: Told): Named | null => accordingTo ?? null;
