/** The address holds all state: what is shown, as of which day, in which language. */
import { createContext, useContext } from 'react';
import { useLocation, useSearch, useSearchParams } from 'wouter';

/** What an address says beside the page; null takes it out. */
export type Parameters = Readonly<Record<string, string | readonly string[] | null | undefined>>;

/** Parameters that hold for the whole visit and go along from page to page. */
const lasting = ['asOf', 'lang'];

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

/** Whether a text is a day of the calendar, written YYYY-MM-DD. */
export const isDay = (text: string): boolean =>
  /^\d{4}-\d{2}-\d{2}$/.test(text) && new Date(`${text}T00:00:00Z`).toJSON()?.startsWith(text) === true;

/** Makes addresses within the dashboard that keep the day and the language. */
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
