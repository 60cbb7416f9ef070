/** A list of entities: filtered by the address, in pages, to be taken away whole. */
import { useSearchParams } from 'wouter';
import { useChange } from '../address.ts';
import { Entries, List, tableOfList } from '../list/entries.tsx';
import { readFilter, readOrder } from '../list/filter.ts';
import { Filters } from '../list/form.tsx';
import { Panel } from '../parts/panel.tsx';
import { useTitle } from '../parts/useTitle.ts';
import { capital, kindsWord } from '../vocabulary.ts';
import { languageOf, useLang, useWords } from '../words.ts';

export function ListPage() {
  const words = useWords();
  const lang = useLang();
  const language = languageOf(lang);
  const changeAddress = useChange();
  const [parameters] = useSearchParams();
  const filter = readFilter(parameters);
  const orderBy = readOrder(parameters);
  const after = parameters.get('after');
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
        variables={{ filter, orderBy, first: 50, after, language }}
        byAddress
        pageOf={({ entities }) => entities}
        isEmpty={({ entities }) => entities.nodes.length === 0}
        whenEmpty={words.list.none}
        table={({ entities }) => tableOfList(entities.nodes, words, lang)}
      >
        {({ entities }) => (
          <>
            <p className="hint" role="status">
              {words.list.count(entities.totalCount)}
            </p>
            <Entries nodes={entities.nodes} mixed={filter.kinds?.length !== 1} />
            <p className="pages">
              {after !== null && (
                <button type="button" onClick={() => changeAddress({ after: null })}>
                  {words.list.first}
                </button>
              )}
              {entities.pageInfo.hasNextPage && (
                <button type="button" onClick={() => changeAddress({ after: entities.pageInfo.endCursor })}>
                  {words.list.next}
                </button>
              )}
            </p>
          </>
        )}
      </Panel>
    </div>
  );
}
