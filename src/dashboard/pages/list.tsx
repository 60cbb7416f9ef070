/** A list of entities: filtered by the address, in pages, to be taken away whole. */
import { useSearchParams } from 'wouter';
import { Entries, List, tableOfList } from '../list/entries.tsx';
import { readFilter, readOrder } from '../list/filter.ts';
import { Filters } from '../list/form.tsx';
import { PageLinks, Shown } from '../parts/pages.tsx';
import { Panel } from '../parts/panel.tsx';
import { useTitle } from '../parts/useTitle.ts';
import { pageArguments, readPlace } from '../place.ts';
import { capital, kindsWord } from '../vocabulary.ts';
import { languageOf, useLang, useWords } from '../words.ts';

/** How many entries a page has. */
const size = 50;

export function ListPage() {
  const words = useWords();
  const lang = useLang();
  const language = languageOf(lang);
  const [parameters] = useSearchParams();
  const filter = readFilter(parameters);
  const orderBy = readOrder(parameters);
  const place = readPlace(parameters);
  const variables = { filter, orderBy, language };
  const [kind] = filter.kinds ?? [];
  const title = filter.kinds?.length === 1 && kind !== undefined ? capital(kindsWord(words, kind)) : words.list.title;
  useTitle(title);
  return (
    <div className="page">
      <h1>{title}</h1>
      <Filters filter={filter} orderBy={orderBy} />
      <Panel
        onDay={false}
        name="list"
        title={words.list.title}
        query={List}
        variables={{ ...variables, ...pageArguments(place, size) }}
        fromStart={{ ...variables, first: size }}
        pageOf={({ entities }) => entities}
        isEmpty={({ entities }) => entities.nodes.length === 0}
        whenEmpty={words.list.none}
        table={({ entities }) => tableOfList(entities.nodes, words, lang)}
      >
        {({ entities }) => (
          <>
            <Shown place={place} page={entities} count={words.list.count} />
            <Entries nodes={entities.nodes} mixed={filter.kinds?.length !== 1} />
            <PageLinks place={place} page={entities} size={size} />
          </>
        )}
      </Panel>
    </div>
  );
}
