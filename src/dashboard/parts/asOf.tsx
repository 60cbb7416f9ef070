/** The one date control of the page. */
import { useEffect, useRef } from 'react';
import { useAsOf, useChange, useWrongDay } from '../address.ts';
import { dayWords, isDay } from '../dates.ts';
import { useLang, useWords } from '../words.ts';

export function AsOf() {
  const { asOf: words } = useWords();
  const day = useAsOf();
  const changeAddress = useChange();
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    // The address may change by another way. A date that is half typed reads as empty and is left alone.
    if (input.current !== null && input.current.value !== (day ?? '')) input.current.value = day ?? '';
  }, [day]);
  return (
    <div className="as-of">
      <label htmlFor="as-of">{words.label}</label>
      <input
        id="as-of"
        ref={input}
        type="date"
        min="1867-01-01"
        max="2099-12-31"
        defaultValue={day ?? ''}
        onChange={(event) => {
          const { value } = event.target;
          // A year that is still being typed is a date to the browser: 0002-05-07.
          if (value === '' || (isDay(value) && value >= '1867')) changeAddress({ asOf: value }, true);
        }}
      />
      {day !== null && (
        <button
          type="button"
          className="plain"
          aria-label={words.clear}
          title={words.clear}
          onClick={() => changeAddress({ asOf: null }, true)}
        >
          ×
        </button>
      )}
    </div>
  );
}

/** Says of which day the page is, with a way back; or that the address names none. */
export function Viewing() {
  const { asOf: words } = useWords();
  const lang = useLang();
  const day = useAsOf();
  const wrong = useWrongDay();
  const changeAddress = useChange();
  if (day === null && wrong === null) return null;
  return (
    <div className={wrong === null ? 'viewing' : 'viewing trouble'} role={wrong === null ? 'status' : 'alert'}>
      <span>{day === null ? words.invalid(wrong ?? '') : words.viewing(dayWords(day, lang))}</span>{' '}
      <button type="button" onClick={() => changeAddress({ asOf: null }, true)}>
        {words.back}
      </button>
      {day !== null && <small>{words.exports}</small>}
    </div>
  );
}

/** Marks what does not hold for certain on the chosen day. */
export function Certainty({ certainty }: { certainty: 'CERTAIN' | 'POSSIBLE' | null | undefined }) {
  const { asOf: words } = useWords();
  if (certainty !== 'POSSIBLE') return null;
  return (
    <span className="possible" title={words.hint}>
      {words.possible}
    </span>
  );
}
