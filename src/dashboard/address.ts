/** The address holds all state: what is shown, as of which day, in which language. */
import { createContext, useContext } from 'react';
import { useLocation, useSearch, useSearchParams } from 'wouter';
import { isDay } from './dates.ts';
import { type KnownAt, readKnownAt } from './knownAt.ts';

/** What an address says beside the page; null takes it out. */
export type Parameters = Readonly<Record<string, string | readonly string[] | null | undefined>>;

/** Parameters that hold for the whole visit and go along from page to page. */
const lasting = ['asOf', 'knownAt', 'lang'];

/** Within an embedded panel addresses lead out of the frame, to the whole page. */
export const EmbedContext = createContext<string | null>(null);

/** The day that the page is asked as of, `2015-05-07`; null: all days. */
export function useAsOf(): string | null {
  const [parameters] = useSearchParams();
  const day = parameters.get('asOf');
  return day !== null && isDay(day) ? day : null;
}

/** What the address says that the day is, if that is no day. */
export function useWrongDay(): string | null {
  const [parameters] = useSearchParams();
  const day = parameters.get('asOf');
  return day === null || day === '' || isDay(day) ? null : day;
}

/** What the graph is asked as known at; null: as it is now, also where the address is wrong. */
export function useKnownAt(): KnownAt | null {
  const [parameters] = useSearchParams();
  return readKnownAt(parameters.get('knownAt') ?? '');
}

/** What the address says of it, if that is neither a version nor a day that is over. */
export function useWrongKnownAt(): string | null {
  const [parameters] = useSearchParams();
  const text = parameters.get('knownAt') ?? '';
  return text === '' || readKnownAt(text) !== null ? null : text;
}

/** Makes addresses within the dashboard that keep the day, what the graph is known at, and the language. */
export function useTo(): (path: string, parameters?: Parameters) => string {
  const search = useSearch();
  const embedded = useContext(EmbedContext) !== null;
  return (path, parameters = {}) => {
    const kept = new URLSearchParams(search);
    const next = new URLSearchParams();
    for (const name of lasting) {
      const value = kept.get(name);
      if (value !== null) next.set(name, value);
    }
    change(next, parameters);
    const query = next.toString();
    // The router of an embedded panel begins at /embed; `~` names the root.
    return `${embedded ? '~' : ''}${path}${query === '' ? '' : `?${query}`}`;
  };
}

/** Makes addresses of the page that is shown, with other parameters. */
export function useHere(): (parameters: Parameters) => string {
  const [path] = useLocation();
  const search = useSearch();
  return (parameters) => {
    const next = new URLSearchParams(search);
    change(next, parameters);
    const query = next.toString();
    return `${path}${query === '' ? '' : `?${query}`}`;
  };
}

/** Sets and takes out parameters of the page that is shown. */
export function useChange(): (parameters: Parameters, replace?: boolean) => void {
  const [, setParameters] = useSearchParams();
  return (parameters, replace = false) =>
    setParameters(
      (old) => {
        const next = new URLSearchParams(old);
        change(next, parameters);
        return next;
      },
      { replace },
    );
}

function change(target: URLSearchParams, parameters: Parameters): void {
  for (const [name, value] of Object.entries(parameters)) {
    target.delete(name);
    for (const one of typeof value === 'string' ? [value] : (value ?? [])) if (one !== '') target.append(name, one);
  }
}

/** Where an entity has its page. */
export const entityPath = (id: string): string => `/entity/${encodeURIComponent(id)}`;

/**
 * Where it stands what a fact was in each version: a relationship, or the entity whose attribute or part it is.
 * Relationships are called by their ends, with their type in capitals between.
 */
export function historyPath(fact: string): string {
  const isRelationship = /\.[A-Z][A-Z_]+\./.test(fact);
  const [entity = fact] = fact.split('.');
  return `/${isRelationship ? 'relationship' : 'entity'}/${encodeURIComponent(isRelationship ? fact : entity)}/history`;
}

/** Where it stands what made a version. */
export const changePath = (version: number): string => `/changes/${version}`;
