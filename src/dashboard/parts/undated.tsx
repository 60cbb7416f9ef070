/** What has no date, behind a count: nobody can say whether it was there on the chosen day. */
import type { ReactNode } from 'react';
import { useWords } from '../words.ts';

export function Undated({ count, children }: { count: number; children: ReactNode }) {
  const { asOf } = useWords();
  if (count === 0) return null;
  return (
    <details className="undated">
      <summary className="undated-count">{asOf.uncertain(count)}</summary>
      {children}
    </details>
  );
}
