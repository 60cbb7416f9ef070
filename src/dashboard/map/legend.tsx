/** What the colours mean, and at the same time the choice of what is shown. */
import { type Parameters, useChange } from '../address.ts';
import { capital, kindsWord, relationshipWord } from '../vocabulary.ts';
import { useWords } from '../words.ts';
import type { Choice } from './choice.ts';
import type { Counts } from './facts.ts';
import { byColor, type Palette } from './palette.ts';

export function Legend({ counts, choice, palette }: { counts: Counts; choice: Choice; palette: Palette }) {
  const words = useWords();
  const { map } = words;
  const kinds = [...counts.kinds.keys()].sort(byColor);
  return (
    <>
      <Boxes
        name="kinds"
        title={map.kinds}
        open
        all={kinds}
        shown={choice.kinds}
        counts={counts.kinds}
        word={(kind) => capital(kindsWord(words, kind))}
        color={palette.of}
      />
      <Boxes
        name="types"
        title={map.types}
        all={[...counts.types.keys()]}
        shown={choice.types}
        counts={counts.types}
        word={(type) => relationshipWord(words, type, 'OUT', counts.labels.get(type) ?? type)}
      />
      {choice.asOf !== null && <p className="hint">{map.possible}</p>}
    </>
  );
}

interface BoxesProps {
  readonly name: 'kinds' | 'types';
  readonly title: string;
  readonly open?: boolean;
  readonly all: readonly string[];
  /** Empty: all. */
  readonly shown: readonly string[];
  readonly counts: ReadonlyMap<string, number>;
  readonly word: (value: string) => string;
  readonly color?: (value: string) => string;
}

function Boxes({ name, title, open = false, all, shown, counts, word, color }: BoxesProps) {
  const { map, labelled } = useWords();
  const changeAddress = useChange();
  const isShown = (value: string): boolean => shown.length === 0 || shown.includes(value);
  const show = (values: readonly string[]): void =>
    changeAddress({ [name]: values.length === all.length ? null : values } satisfies Parameters, true);
  const toggle = (value: string): void => {
    const now = all.filter(isShown);
    const next = now.includes(value) ? now.filter((one) => one !== value) : [...now, value];
    // Nothing at all is no choice: the last one that is taken out brings all back.
    show(next.length === 0 ? all : next);
  };
  return (
    <details className="boxes" open={open}>
      <summary>
        {title} <small>{shown.length === 0 ? map.all : `${all.filter(isShown).length} / ${all.length}`}</small>
      </summary>
      {shown.length > 0 && (
        <button type="button" className="plain" onClick={() => show(all)}>
          {map.showAll}
        </button>
      )}
      <ul>
        {all.map((value) => (
          <li key={value}>
            <label>
              <input type="checkbox" checked={isShown(value)} onChange={() => toggle(value)} />
              {color !== undefined && (
                <svg viewBox="0 0 12 12" width="12" height="12" aria-hidden="true">
                  <circle cx="6" cy="6" r="6" fill={color(value)} />
                </svg>
              )}
              <span>{word(value)}</span>
              <small>{counts.get(value)}</small>
            </label>
            <button
              type="button"
              className="plain only"
              aria-label={labelled(map.only, word(value))}
              onClick={() => show([value])}
            >
              {map.only}
            </button>
          </li>
        ))}
      </ul>
    </details>
  );
}
