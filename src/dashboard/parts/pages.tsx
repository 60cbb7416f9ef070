/** The pages of a list, one at a time: which one is shown, and the ways to those beside it. */
import { useContext } from 'react';
import { Link } from 'wouter';
import { type Parameters, useHere } from '../address.ts';
import { type Page, sizeOf } from '../paging.ts';
import { besides, type Place, rangeOf } from '../place.ts';
import { useLang, useWords } from '../words.ts';
import { PanelName } from './panelContext.ts';

/** `51–100 of 309 entries`; the count alone where all are shown. @param count says how many entries there are. */
export function Shown({ place, page, count }: { place: Place; page: Page; count: (all: number) => string }) {
  const { pages } = useWords();
  const all = page.totalCount ?? 0;
  const range = sizeOf(page) < all ? rangeOf(place, page) : null;
  return (
    <p className="hint" role="status">
      {range === null ? count(all) : pages.range(...range, count(all))}
    </p>
  );
}

/** Nothing where all is on one page. @param size how many entries a page has. */
export function PageLinks({ place, page, size }: { place: Place; page: Page; size: number }) {
  const { pages } = useWords();
  const lang = useLang();
  const here = useHere();
  const panel = useContext(PanelName);
  const { first, previous, next } = besides(place, page, size);
  if (previous === null && next === null) return null;
  const link = (to: Parameters | null, rel: string | undefined, text: string, className: string) =>
    to !== null && (
      // The order of names depends on the language, and so does what a cursor means.
      <Link className={`turn ${className}`} rel={rel} href={here({ ...to, lang })} onClick={() => toHeading(panel)}>
        {text}
      </Link>
    );
  return (
    <nav className="pages" aria-label={pages.label}>
      {link(first, undefined, pages.first, 'first')}
      {link(previous, 'prev', pages.previous, 'previous')}
      {link(next, 'next', pages.next, 'next')}
    </nav>
  );
}

/** Whoever turns the page goes on reading at its top. */
function toHeading(panel: string): void {
  const heading = document.getElementById(`${panel}-title`);
  if (heading === null) return;
  heading.tabIndex = -1;
  heading.focus();
}
