/** What was there on a chosen day, told from what came later and from what has no date. */
/** Null: nothing bounds it. */
interface Start {
  readonly earliest?: string | null;
  readonly latest?: string | null;
}

/** What can say when it began: a claim by the statements that make it. */
export interface Began {
  readonly id: string;
  readonly start?: Start | null | undefined;
  readonly assertedBy?: readonly { readonly sayings: readonly Saying[] }[] | undefined;
}

interface Saying {
  readonly statement?: { readonly start?: Start | null } | null;
}

/** THERE: it had begun by that day, or is of no time, as a person is. UNDATED: its date does not tell, or it has none. */
type Presence = 'THERE' | 'LATER' | 'UNDATED';

/** Whether something was there on a day; null: all days. */
export function presenceOn(day: string | null, entity: Began): Presence {
  if (day === null) return 'THERE';
  if (entity.start !== undefined) return presenceOf(day, [entity.start]);
  if (entity.assertedBy === undefined) return 'THERE';
  return presenceOf(
    day,
    // What is credited at large, without a statement, dates nothing.
    entity.assertedBy.flatMap(({ sayings }) => sayings.flatMap(({ statement }) => statement?.start ?? [])),
  );
}

/** Of several beginnings the first counts. */
function presenceOf(day: string, starts: readonly (Start | null)[]): Presence {
  const all = starts.map((start) => startedBy(day, start));
  if (all.includes('THERE')) return 'THERE';
  return all.length > 0 && all.every((one) => one === 'LATER') ? 'LATER' : 'UNDATED';
}

/** “By January 2016” does not say whether it was in 2010. */
function startedBy(day: string, start: Start | null): Presence {
  const { earliest = null, latest = null } = start ?? {};
  if (earliest !== null) return earliest <= day ? 'THERE' : 'LATER';
  return latest !== null && latest <= day ? 'THERE' : 'UNDATED';
}

/** How certain it is on a day that something holds with another: no more than that the other was there. */
export const certaintyWith = <Certainty>(
  day: string | null,
  certainty: Certainty,
  other: Began,
): Certainty | 'POSSIBLE' => (presenceOn(day, other) === 'UNDATED' ? 'POSSIBLE' : certainty);

/** Of a thing itself: null on all days. */
export const certaintyOf = (day: string | null, entity: Began): 'CERTAIN' | 'POSSIBLE' | null =>
  day === null ? null : certaintyWith(day, 'CERTAIN', entity);

/** Those that were there on a day, and apart from them those without a date. */
export function onDay<Item>(
  day: string | null,
  items: readonly Item[],
  of: (item: Item) => Began,
): { there: Item[]; undated: Item[] } {
  const those = (presence: Presence): Item[] => items.filter((item) => presenceOn(day, of(item)) === presence);
  return { there: those('THERE'), undated: those('UNDATED') };
}
