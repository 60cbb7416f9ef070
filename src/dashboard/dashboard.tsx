/** Which page stands at which address. The map loads when it is opened; the explorer is a page of its own. */
import { lazy, Suspense, useEffect } from 'react';
import { Route, Router, Switch, useSearchParams } from 'wouter';
import { EmbedContext, useWrongDay } from './address.ts';
import { Drawer } from './evidence/drawer.tsx';
import { Frame } from './frame.tsx';
import { EntityPage } from './pages/entity.tsx';
import { ListPage } from './pages/list.tsx';
import { NotFound } from './pages/notFound.tsx';
import { Overview } from './pages/overview.tsx';
import { SearchPage } from './pages/search.tsx';
import { Viewing } from './parts/asOf.tsx';
import { LanguageNote } from './parts/inLanguage.tsx';
import { Waiting } from './parts/states.tsx';
import { chooseLang, LangContext } from './words.ts';

const MapPage = lazy(async () => ({ default: (await import('./pages/map.tsx')).MapPage }));
const PathPage = lazy(async () => ({ default: (await import('./pages/path.tsx')).PathPage }));

export function Dashboard() {
  const [parameters] = useSearchParams();
  const wrongDay = useWrongDay();
  const lang = chooseLang(parameters.get('lang'));
  useEffect(() => {
    document.documentElement.lang = lang;
  }, [lang]);
  return (
    <LangContext value={lang}>
      <Switch>
        <Route path="/embed/*?">
          <EmbedContext value={parameters.get('panel') ?? ''}>
            <Router base="/embed">
              <main className="embedded">{wrongDay === null ? <Pages /> : <Viewing />}</main>
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
    </LangContext>
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
