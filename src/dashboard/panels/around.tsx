/** A small map of what lies around an entity; the page of the map shows more. */
import { lazy, Suspense } from 'react';
import { Waiting } from '../parts/states.tsx';

const SmallMap = lazy(async () => ({ default: (await import('./smallMap.tsx')).SmallMap }));

export function Around({ of }: { of: string }) {
  return (
    <Suspense fallback={<Waiting slow={false} />}>
      <SmallMap of={of} />
    </Suspense>
  );
}
