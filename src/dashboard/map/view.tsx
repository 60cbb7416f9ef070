/** A map with what belongs to it: what is chosen on it, what it shows, and the same as lists. */
import { useMemo, useState } from 'react';
import { useChange } from '../address.ts';
import { largestBatch } from '../paging.ts';
import { Trouble } from '../parts/states.tsx';
import { useQuestion } from '../question.ts';
import { useWords } from '../words.ts';
import { type Choice, orNull } from './choice.ts';
import { ChosenOne } from './chosen.tsx';
import { canDraw, Drawing } from './drawing.tsx';
import { type Counts, countsWith, type Facts, factsOn, keptOf, withOpenedUp } from './facts.ts';
import { Legend } from './legend.tsx';
import { Lists } from './lists.tsx';
import { usePalette } from './palette.ts';
import { OpenedUp } from './queries.ts';

interface ViewProps {
  readonly base: Facts;
  readonly choice: Choice;
  readonly counts: Counts;
  readonly label: string;
}

export function View({ base, choice, counts, label }: ViewProps) {
  const { map: words, list, labelled } = useWords();
  const changeAddress = useChange();
  const palette = usePalette();
  const [drawable] = useState(canDraw);
  const { facts: all, problem, askAgain } = useOpenedUp(base, choice);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the address gives the same ids as another array
  const { facts, undated } = useMemo(
    () => factsOn(choice.asOf, all, keptOf(choice), choice.undated),
    [all, choice.asOf, choice.of, choice.expand.join(' '), choice.undated],
  );
  const { entities, relationships, truncated } = facts;
  const said = words.counts(entities.size, relationships.size);
  const choose = (chosen: string | null): void => changeAddress({ chosen, source: null }, true);
  return (
    <>
      {problem !== null && <Trouble problem={problem} stale askAgain={askAgain} />}
      {!drawable && <p className="trouble">{words.noWebgl}</p>}
      <p className="hint" role="status">
        {said}. {truncated ? words.truncated : ''}
      </p>
      {undated > 0 && <Undated count={undated} shown={choice.undated} />}
      {entities.size === 0 && <p className="empty">{list.none}</p>}
      <div className={drawable ? 'map-and-side' : undefined}>
        {drawable && (
          <Drawing
            facts={facts}
            palette={palette}
            label={`${labelled(label, said)}. ${labelled(words.list, words.below)}`}
            centres={keptOf(choice)}
            chosen={choice.chosen}
            choose={choose}
          />
        )}
        <div className="side">
          <ChosenOne facts={facts} choice={choice} />
          <Legend counts={countsWith(counts, facts)} choice={choice} palette={palette} />
        </div>
      </div>
      <Lists facts={facts} choice={choice} choose={choose} open={!drawable} />
    </>
  );
}

/** How many have no date, and the choice whether they are shown. */
function Undated({ count, shown }: { count: number; shown: boolean }) {
  const { asOf } = useWords();
  const changeAddress = useChange();
  return (
    <p className="hint undated">
      {asOf.uncertain(count)}. {shown ? '' : asOf.undatedMap}{' '}
      <label>
        <input
          type="checkbox"
          checked={shown}
          onChange={(event) => changeAddress({ undated: event.target.checked ? '1' : null }, true)}
        />{' '}
        {asOf.showUndated}
      </label>
    </p>
  );
}

/** The facts with what the address has opened up: the neighbours, and how these are related to all that is shown. */
function useOpenedUp(base: Facts, { expand, kinds, types, asOf, language }: Choice) {
  const filters = { kinds: orNull(kinds), types: orNull(types), asOf, language };
  const opened = useQuestion(OpenedUp, { ids: [...expand], ...filters }, expand.length === 0);
  const openedData = expand.length === 0 ? undefined : opened.data;
  const fresh = useMemo(
    () => [...withOpenedUp(base, openedData, undefined).entities.keys()].filter((id) => !base.entities.has(id)),
    [base, openedData],
  );
  const links = useQuestion(OpenedUp, { ids: fresh.slice(0, largestBatch), ...filters }, fresh.length === 0);
  const linksData = fresh.length === 0 ? undefined : links.data;
  const facts = useMemo(() => withOpenedUp(base, openedData, linksData), [base, openedData, linksData]);
  const { problem, askAgain } = opened.problem === null ? links : opened;
  return { facts, problem, askAgain };
}
