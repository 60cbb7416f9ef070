/** That not all is shown, how much of what, and a way to the rest. */
import { createContext } from 'react';
import type { Truncation } from '../truncation.ts';
import { useWords } from '../words.ts';
import { truncationWords } from './truncationWords.ts';

/** Asks for all of what is cut around here; null: it cannot be asked for. */
export const AskForRest = createContext<(() => void) | null>(null);

/** Nothing at all where all is shown. */
export function TruncationNote({
  truncations,
  askForRest,
}: {
  truncations: readonly Truncation[];
  askForRest: (() => void) | null;
}) {
  const words = useWords();
  if (truncations.length === 0) return null;
  return (
    <p className="hint truncated" role="status">
      {truncationWords(truncations, words)}{' '}
      {askForRest !== null && (
        <button type="button" onClick={askForRest}>
          {words.truncated.rest}
        </button>
      )}
    </p>
  );
}
