/** Filters that are asked for more rarely: days, what has no date, the side that speaks, the article that reports it. */
import { useState } from 'react';
import type { EntityFilter, Kind } from '../../generated/operations/graphql.ts';
import { useChange } from '../address.ts';
import { isDay } from '../dates.ts';
import { EntityPicker } from '../parts/searchBox.tsx';
import { firstPage } from '../place.ts';
import { termWord } from '../vocabulary.ts';
import { useWords } from '../words.ts';
import { days, kindsWithDay, kindsWithSide, sides, undatedWords } from './filter.ts';

export function MoreFilters({ kind, filter }: { kind: Kind | undefined; filter: EntityFilter }) {
  const words = useWords();
  const changeAddress = useChange();
  const { list } = words;
  const [open, setOpen] = useState(false);
  const fits = (kinds: readonly Kind[]): boolean => kind === undefined || kinds.includes(kind);
  return (
    <details className="more-filters" open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{list.more}</summary>
      {open && (
        <div>
          {fits(kindsWithDay) && <Days filter={filter} />}
          {fits(kindsWithSide) && (
            <label>
              {list.side}
              <select
                value={filter.sides?.length === 1 ? filter.sides[0] : ''}
                onChange={({ target: { value } }) => changeAddress({ sides: value, ...firstPage })}
              >
                <option value="">{list.anySide}</option>
                {sides.map((side) => (
                  <option key={side} value={side}>
                    {termWord(words, side)}
                  </option>
                ))}
              </select>
            </label>
          )}
          <div className="article">
            <span>{list.article}</span>
            <EntityPicker
              label={list.article}
              placeholder={list.chooseArticle}
              kinds={['ARTICLE']}
              choose={(article) => changeAddress({ article, ...firstPage })}
            />
          </div>
        </div>
      )}
    </details>
  );
}

/** From which day to which, and what is done with what has no date. */
function Days({ filter }: { filter: EntityFilter }) {
  const { list } = useWords();
  const changeAddress = useChange();
  return (
    <>
      {days.map((name) => (
        <label key={name}>
          {list[name]}
          <input
            key={filter[name]}
            type="date"
            min="1867-01-01"
            max="2099-12-31"
            defaultValue={filter[name] ?? ''}
            // A year that is still being typed is a date to the browser: 0002-05-07.
            onChange={({ target: { value } }) =>
              (value === '' || (isDay(value) && value >= '1867')) && changeAddress({ [name]: value, ...firstPage })
            }
          />
        </label>
      ))}
      <label>
        {list.withoutDate}
        <select
          value={filter.undated ?? 'INCLUDE'}
          onChange={({ target: { value } }) =>
            changeAddress({ undated: value === 'INCLUDE' ? null : value, ...firstPage })
          }
        >
          {undatedWords.map((word) => (
            <option key={word} value={word}>
              {list.undated[word]}
            </option>
          ))}
        </select>
      </label>
    </>
  );
}
