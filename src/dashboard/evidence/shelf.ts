/** The sources of the facts that are on the page, where the drawer finds those that the address names. */
import { useSyncExternalStore } from 'react';
import type { Cited } from './cited.ts';

interface FactOnPage {
  readonly of: string;
  readonly evidence: Cited;
  /** Asks for those that the list was cut short of. */
  readonly askForRest: () => void;
}

const facts = new Map<string, FactOnPage>();
const listeners = new Set<() => void>();

/** Puts a fact's sources on the shelf until the function that is returned is called. */
export function offer(id: string, fact: FactOnPage): () => void {
  facts.set(id, fact);
  tell();
  return () => {
    if (facts.get(id) === fact) facts.delete(id);
    tell();
  };
}

/** The sources of a fact, as soon as it is on the page. */
export const useFact = (id: string | null): FactOnPage | undefined =>
  useSyncExternalStore(listen, () => (id === null ? undefined : facts.get(id)));

function listen(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

const tell = (): void => {
  for (const listener of listeners) listener();
};
