/** That not all is shown, how much of what, and a way to the rest. */
import { createContext } from 'react';
import type { Cut } from '../cut.ts';
import { useWords } from '../words.ts';
import { cutWords } from './cutWords.ts';

/** Asks for all of what is cut around here; null: it cannot be asked for. */
export const AskForRest = createContext<(() => void) | null>(null);

/** Nothing at all where all is shown. */
export function CutNote({ cuts, askForRest }: { cuts: readonly Cut[]; askForRest: (() => void) | null }) {
  const words = useWords();
  if (cuts.length === 0) return null;
  return (
    <p className="hint cut" role="status">
      {cutWords(cuts, words)}{' '}
      {askForRest !== null && (
        <button type="button" onClick={askForRest}>
          {words.cut.rest}
        </button>
      )}
    </p>
  );
}
