/** GraphiQL, built in: it needs nothing but this service. */
import 'graphiql/setup-workers/vite';
import { GraphiQL } from 'graphiql';
import { StrictMode, useEffect } from 'react';
import { createRoot } from 'react-dom/client';
import { chooseLang, languages } from '../words.ts';
import { examples } from './examples.ts';
import { mendTabs } from './tabs.ts';
import 'graphiql/style.css';
import './explorer.css';

const asked = new URLSearchParams(location.search);
const lang = chooseLang(asked.get('lang'));
const words = languages[lang];
document.documentElement.lang = lang;
// Without any, what was written last time is there again, and the first time the first example.
const [query, variables] = [asked.get('query'), asked.get('variables')];
const given = query === null ? {} : { initialQuery: query, initialVariables: variables ?? '' };
const kept = localStorage.getItem('theme');
const theme = kept === 'light' || kept === 'dark' ? kept : null;
if (theme !== null) document.documentElement.dataset['theme'] = theme;

const fetcher = async (parameters: object): Promise<object> => {
  const response = await fetch('/graphql', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(parameters),
  });
  const answer: object = await response.json();
  return answer;
};

function Explorer() {
  useEffect(mendTabs, []);
  return (
    <>
      <header className="bar">
        <a href="/">Labourgraph</a>
        <h1>{words.nav.explorer}</h1>
        <details>
          <summary>{words.explorer.examples}</summary>
          <ul>
            {examples.map(({ question, query }) => (
              <li key={question}>
                <a href={`/explorer?${new URLSearchParams({ query })}`}>{question}</a>
              </li>
            ))}
          </ul>
        </details>
      </header>
      <main>
        <GraphiQL
          fetcher={fetcher}
          {...given}
          defaultQuery={examples[0]?.query ?? ''}
          isHeadersEditorEnabled={false}
          defaultTheme={theme}
        />
      </main>
    </>
  );
}

const root = document.getElementById('root');
if (root === null) throw new Error('explorer.html has no element with the id "root"');
createRoot(root).render(
  <StrictMode>
    <Explorer />
  </StrictMode>,
);
