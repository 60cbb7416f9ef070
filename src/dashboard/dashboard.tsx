/**
 * Which page stands at which address. What is opened first is at hand, the others load when they are opened; the explorer
 * is a page of its own.
 */
import { lazy, Suspense, useEffect } from 'react';
import { Provider } from 'urql';
import { Route, Router, Switch, useSearchParams } from 'wouter';
import { EmbedContext, useKnownAt, useWrongDay } from './address.ts';
import { clientAt } from './client.ts';
import { Drawer } from './evidence/drawer.tsx';
import { Frame } from './frame.tsx';
import { EntityPage } from './pages/entity.tsx';
import { NotFound } from './pages/notFound.tsx';
import { Overview } from './pages/overview.tsx';
import { Viewing } from './parts/asOf.tsx';
import { LanguageNote } from './parts/inLanguage.tsx';
import { Known, useThen } from './parts/knownAt.tsx';
import { Waiting } from './parts/states.tsx';
import { chooseLang, LangContext } from './words.ts';

const ListPage = lazy(async () => ({ default: (await import('./pages/list.tsx')).ListPage }));
const SearchPage = lazy(async () => ({ default: (await import('./pages/search.tsx')).SearchPage }));
const MapPage = lazy(async () => ({ default: (await import('./pages/map.tsx')).MapPage }));
const PathPage = lazy(async () => ({ default: (await import('./pages/path.tsx')).PathPage }));
const ChangesPage = lazy(async () => ({ default: (await import('./pages/changes.tsx')).ChangesPage }));
const ChangePage = lazy(async () => ({ default: (await import('./pages/change.tsx')).ChangePage }));
const HistoryPage = lazy(async () => ({ default: (await import('./pages/history.tsx')).HistoryPage }));

export function Dashboard() {
  const [parameters] = useSearchParams();
  const lang = chooseLang(parameters.get('lang'));
  useEffect(() => {
    document.documentElement.lang = lang;
  }, [lang]);
  return (
    <LangContext value={lang}>
      <Provider value={clientAt(useKnownAt())}>
        <Switch>
          <Route path="/embed/*?">
            <EmbedContext value={parameters.get('panel') ?? ''}>
              <Router base="/embed">
                <Embedded />
              </Router>
              <LanguageNote />
              <Drawer />
            </EmbedContext>
          </Route>
          <Route>
            <Frame>
              <Pages />
            </Frame>
            <Drawer />
          </Route>
        </Switch>
      </Provider>
    </LangContext>
  );
}

/** A panel without the frame, which still says if it is of the past. */
function Embedded() {
  const wrongDay = useWrongDay();
  const then = useThen();
  return (
    <main className="embedded">
      <Known then={then} />
      {wrongDay !== null ? <Viewing /> : then.wrong === null && <Pages />}
    </main>
  );
}

function Pages() {
  return (
    <Suspense fallback={<Waiting slow />}>
      <Switch>
        <Route path="/">
          <Overview />
        </Route>
        <Route path="/search">
          <SearchPage />
        </Route>
        <Route path="/list">
          <ListPage />
        </Route>
        <Route path="/changes">
          <ChangesPage />
        </Route>
        <Route path="/changes/:version">
          {({ version }) => <ChangePage key={version} version={Number(version)} />}
        </Route>
        <Route path="/entity/:id/history">{({ id }) => <HistoryPage key={id} id={decodeURIComponent(id)} />}</Route>
        <Route path="/relationship/:id/history">
          {({ id }) => <HistoryPage key={id} id={decodeURIComponent(id)} />}
        </Route>
        <Route path="/entity/:id">{({ id }) => <EntityPage key={id} id={decodeURIComponent(id)} />}</Route>
        <Route path="/map">
          <MapPage />
        </Route>
        <Route path="/path">
          <PathPage />
        </Route>
        <Route>
          <NotFound />
        </Route>
      </Switch>
    </Suspense>
  );
}
