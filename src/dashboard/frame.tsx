/** What surrounds every page: the way round, the search, the day, the language, the colours. */
import { type ReactNode, useEffect, useState } from 'react';
import { Link, useLocation } from 'wouter';
import { graphql } from '../generated/operations/gql.ts';
import { useAsOf, useChange, useTo, useWrongDay } from './address.ts';
import { AsOf, Viewing } from './parts/asOf.tsx';
import { LanguageNote } from './parts/inLanguage.tsx';
import { Known, KnownAtButton, KnownAtChoice, useThen } from './parts/knownAt.tsx';
import { SearchBox } from './parts/searchBox.tsx';
import { firstPage } from './place.ts';
import { useQuestion } from './question.ts';
import { rememberLang, useLang, useWords } from './words.ts';

const Data = graphql(`
  query Data {
    graph {
      version
      digest
    }
  }
`);

export function Frame({ children }: { children: ReactNode }) {
  const words = useWords();
  const to = useTo();
  const [location] = useLocation();
  const day = useAsOf();
  const wrongDay = useWrongDay();
  const then = useThen();
  const exported = new URLSearchParams({
    ...(day !== null && { asOf: day }),
    ...(then.asked !== null && { knownAt: String(then.version ?? then.asked) }),
  }).toString();
  const here = (path: string): 'page' | undefined => (location === path ? 'page' : undefined);
  return (
    <>
      <a className="skip" href="#content">
        {words.nav.skip}
      </a>
      <header className="frame">
        <div className="top">
          <Link className="home" href={to('/')}>
            <img src="/icon.svg" alt="" width="26" height="26" />
            <span>Labourgraph</span>
          </Link>
          <SearchBox />
          <div className="choices">
            <AsOf />
            <KnownAtButton />
            <LanguageChoice />
            <ThemeChoice />
          </div>
        </div>
        <nav aria-label={words.nav.label}>
          <Link href={to('/')} aria-current={here('/')}>
            {words.nav.overview}
          </Link>
          <Link href={to('/list')} aria-current={here('/list')}>
            {words.nav.lists}
          </Link>
          <Link href={to('/map')} aria-current={here('/map')}>
            {words.nav.map}
          </Link>
          <Link href={to('/path')} aria-current={here('/path')}>
            {words.nav.path}
          </Link>
          <a href="/explorer">{words.nav.explorer}</a>
          <a href={`/export/${exported === '' ? '' : `?${exported}`}`}>{words.nav.exports}</a>
        </nav>
      </header>
      <KnownAtChoice />
      <Known then={then} />
      <Viewing />
      <main id="content" tabIndex={-1}>
        {wrongDay === null && then.wrong === null && children}
      </main>
      <LanguageNote />
      <Footer />
    </>
  );
}

function Footer() {
  const words = useWords();
  const to = useTo();
  const { data } = useQuestion(Data, {});
  return (
    <footer className="frame">
      <p>{words.footer.what}</p>
      {data !== undefined && (
        <p>
          {words.footer.data} {data.graph.version} ·{' '}
          <code title={data.graph.digest}>{data.graph.digest.slice(0, 12)}</code> ·{' '}
          <Link href={to('/changes')}>{words.known.changes}</Link>
        </p>
      )}
    </footer>
  );
}

function LanguageChoice() {
  const words = useWords();
  const lang = useLang();
  const changeAddress = useChange();
  const other = lang === 'en' ? 'fr' : 'en';
  return (
    <button
      type="button"
      lang={other}
      className="plain"
      onClick={() => {
        rememberLang(other);
        // The order of names depends on the language, and so does what a page's cursor means.
        changeAddress({ lang: other, ...firstPage }, true);
      }}
    >
      {words.otherLanguage}
    </button>
  );
}

const themes = ['auto', 'light', 'dark'] as const;
type Theme = (typeof themes)[number];
const isTheme = (text: string | null): text is Theme => themes.some((theme) => theme === text);

function ThemeChoice() {
  const { theme: words, labelled } = useWords();
  const kept = localStorage.getItem('theme');
  const [theme, setTheme] = useState<Theme>(isTheme(kept) ? kept : 'auto');
  useEffect(() => {
    if (theme === 'auto') delete document.documentElement.dataset['theme'];
    else document.documentElement.dataset['theme'] = theme;
    localStorage.setItem('theme', theme);
  }, [theme]);
  const next = themes[(themes.indexOf(theme) + 1) % themes.length] ?? 'auto';
  return (
    <button
      type="button"
      className="plain theme"
      aria-label={labelled(words.label, words[theme])}
      title={labelled(words.label, words[theme])}
      onClick={() => setTheme(next)}
    >
      <span aria-hidden="true">{{ auto: '◐', light: '○', dark: '●' }[theme]}</span>
    </button>
  );
}
