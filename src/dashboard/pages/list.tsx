/** A list of entities: filtered by the address, in pages, to be taken away whole. */
import type { OperationResult } from '@urql/core';
import { useSearchParams } from 'wouter';
import { graphql } from '../../generated/operations/gql.ts';
import type { EntityFilter, EntityOrder, Kind, ListQuery } from '../../generated/operations/graphql.ts';
import { isDay, useChange } from '../address.ts';
import { client } from '../client.ts';
import { EntityLink, KindLabel } from '../parts/entityLink.tsx';
import { Panel } from '../parts/panel.tsx';
import type { Table } from '../parts/tools.tsx';
import { useTitle } from '../parts/useTitle.ts';
import { Span } from '../parts/when.tsx';
import { useQuestion } from '../question.ts';
import { attributeWord, capital, kindsWord, termWord } from '../vocabulary.ts';
import type { Words } from '../words/en.ts';
import { useLanguage, useWords } from '../words.ts';

const List = graphql(`
  query List($filter: EntityFilter, $orderBy: EntityOrder, $first: Int, $after: String, $language: Language!) {
    entities(filter: $filter, orderBy: $orderBy, first: $first, after: $after) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      nodes {
        id
        kind
        name(language: $language)
        summary
        sort
        state
        ...Lasting
      }
    }
  }
`);

/** The types and states that entities have, by kind: of a kind alone that has none they cannot be asked. */
const Sorts = graphql(`
  query Sorts {
    type: statistics(by: [KIND, TYPE]) {
      buckets {
        keys {
          key
        }
      }
    }
    status: statistics(by: [KIND, STATUS]) {
      buckets {
        keys {
          key
        }
      }
    }
  }
`);

export const orders: readonly EntityOrder[] = ['NAME', 'DATE_ASC', 'DATE_DESC', 'ID'];

export function ListPage() {
  const words = useWords();
  const language = useLanguage();
  const changeAddress = useChange();
  const [parameters] = useSearchParams();
  const filter = readFilter(parameters);
  const orderBy = orders.find((order) => order === parameters.get('order')) ?? 'NAME';
  const after = parameters.get('after');
  const [kind] = filter.kinds ?? [];
  const title = filter.kinds?.length === 1 && kind !== undefined ? capital(kindsWord(words, kind)) : words.list.title;
  useTitle(title);
  const table = async (): Promise<Table> => ({
    head: ['id', 'kind', 'name', 'type', 'status', 'start', 'end', 'summary'],
    rows: (await wholeList({ filter, orderBy, language })).map((node) => {
      const [start, end] = 'start' in node ? [node.start, node.end] : [null, null];
      return [node.id, node.kind, node.name, node.sort, node.state, start?.edtf, end?.edtf, node.summary];
    }),
  });
  return (
    <div className="page">
      <h1>{title}</h1>
      <Filters filter={filter} orderBy={orderBy} />
      <Panel
        name="list"
        title={words.list.title}
        query={List}
        variables={{ filter, orderBy, first: 50, after, language }}
        isEmpty={({ entities }) => entities.nodes.length === 0}
        table={table}
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

type Entry = ListQuery['entities']['nodes'][number];

function Entries({ nodes, mixed }: { nodes: readonly Entry[]; mixed: boolean }) {
  const words = useWords();
  return (
    <div className="scroll" tabIndex={-1}>
      <table className="list">
        <thead>
          <tr>
            <th scope="col">{words.list.name}</th>
            <th scope="col">{words.list.sort}</th>
            <th scope="col">{words.list.when}</th>
          </tr>
        </thead>
        <tbody>
          {nodes.map((node) => (
            <tr key={node.id}>
              <th scope="row">
                <EntityLink entity={node} />
                <small>{node.summary === node.name ? null : node.summary}</small>
              </th>
              <td>
                {mixed && <KindLabel kind={node.kind} />} {node.sort && <span>{termWord(words, node.sort)}</span>}{' '}
                {node.state && <span className="status">{termWord(words, node.state)}</span>}
              </td>
              <td>{'start' in node && <Span from={node.start} to={node.end} lasts={node.lasts} />}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** All pages of a list: what the list counts, not what is on the screen. */
async function wholeList(asked: {
  filter: EntityFilter;
  orderBy: EntityOrder;
  language: 'EN' | 'FR';
}): Promise<Entry[]> {
  const all: Entry[] = [];
  for (let after: string | null = null; ; ) {
    const answer: OperationResult<ListQuery> = await client.query(List, { ...asked, first: 100, after }).toPromise();
    if (answer.data === undefined) throw answer.error ?? new Error('no answer');
    all.push(...answer.data.entities.nodes);
    const { hasNextPage, endCursor } = answer.data.entities.pageInfo;
    if (!hasNextPage || endCursor === null) return all;
    after = endCursor;
  }
}

/** The names of the parameters that filter, as the API names them. */
const single = ['jurisdiction', 'issue', 'party', 'speaker', 'text', 'notStated'] as const;
const several = ['kinds', 'type', 'status'] as const;
const days = ['from', 'to'] as const;

/** Reads a filter from the address; what cannot be is left out. */
function readFilter(parameters: URLSearchParams): EntityFilter {
  const filter: EntityFilter = {};
  const kinds = parameters.getAll('kinds');
  if (kinds.length > 0) filter.kinds = kinds as Kind[];
  for (const name of ['type', 'status'] as const) {
    const values = parameters.getAll(name);
    if (values.length > 0) filter[name] = values;
  }
  for (const name of single) {
    const value = parameters.get(name);
    if (value !== null && value !== '') filter[name] = value;
  }
  for (const name of days) {
    const value = parameters.get(name);
    if (value !== null && isDay(value)) filter[name] = value;
  }
  if (parameters.get('narrower') === 'false') filter.narrower = false;
  return filter;
}

/** What the list is narrowed by: each to be taken out; kind, words and order to be chosen. */
function Filters({ filter, orderBy }: { filter: EntityFilter; orderBy: EntityOrder }) {
  const words = useWords();
  const changeAddress = useChange();
  const { list } = words;
  const orderWords = { NAME: list.byName, DATE_ASC: list.byDateAsc, DATE_DESC: list.byDateDesc, ID: list.byId };
  const kind = filter.kinds?.length === 1 ? filter.kinds[0] : undefined;
  // What a control shows already is not said again.
  const isInControl = (name: (typeof several)[number]): boolean =>
    (filter[name]?.length ?? 0) < 2 && (name === 'kinds' || kind !== undefined);
  const chips = [...several.filter((name) => !isInControl(name)), ...single, ...days]
    .filter((name) => name !== 'text' && filter[name] !== undefined && filter[name] !== null)
    .map((name) => ({ name, value: [filter[name] ?? []].flat().map((value) => chipWord(words, name, value)) }));
  return (
    <form
      className="filters"
      onSubmit={(event) => {
        event.preventDefault();
        const form = new FormData(event.currentTarget);
        changeAddress({ text: String(form.get('text') ?? ''), after: null });
      }}
    >
      <label>
        {list.kind}
        <select
          value={kind ?? ''}
          onChange={(event) => changeAddress({ kinds: event.target.value, type: null, status: null, after: null })}
        >
          <option value="">{list.anyKind}</option>
          {Object.keys(words.kinds).map((kind) => (
            <option key={kind} value={kind}>
              {kindsWord(words, kind)}
            </option>
          ))}
        </select>
      </label>
      {kind !== undefined && <SortChoices kind={kind} filter={filter} />}
      <label>
        {list.words}
        <input key={filter.text} name="text" type="text" defaultValue={filter.text ?? ''} />
      </label>
      <label>
        {list.order}
        <select value={orderBy} onChange={(event) => changeAddress({ order: event.target.value, after: null })}>
          {orders.map((order) => (
            <option key={order} value={order}>
              {orderWords[order]}
            </option>
          ))}
        </select>
      </label>
      <button type="submit">{list.apply}</button>
      {chips.map(({ name, value }) => (
        <span className="chip" key={name}>
          {list.filters[name]}: {value.join(', ')}
          <button
            type="button"
            className="plain"
            aria-label={`${list.remove}: ${list.filters[name]}`}
            onClick={() => changeAddress({ [name]: null, ...(name === 'issue' && { narrower: null }), after: null })}
          >
            ×
          </button>
        </span>
      ))}
    </form>
  );
}

/** The types and the states of a kind, where it has any. */
function SortChoices({ kind, filter }: { kind: Kind; filter: EntityFilter }) {
  const words = useWords();
  const changeAddress = useChange();
  const { data } = useQuestion(Sorts, {});
  return (['type', 'status'] as const).map((name) => {
    const found =
      data?.[name].buckets.flatMap(({ keys: [of, word] }) => (of?.key === kind ? (word?.key ?? []) : [])) ?? [];
    const chosen = [filter[name] ?? []].flat();
    const all = [...new Set([...found, ...chosen])];
    // Several come from an address alone; the chip says which.
    if (all.length === 0 || chosen.length > 1) return null;
    return (
      <label key={name}>
        {name === 'type' ? words.list.sort : words.list.status}
        <select
          value={chosen.length === 1 ? chosen[0] : ''}
          onChange={(event) => changeAddress({ [name]: event.target.value, after: null })}
        >
          <option value="">{words.list.any}</option>
          {all.map((word) => (
            <option key={word} value={word}>
              {termWord(words, word)}
            </option>
          ))}
        </select>
      </label>
    );
  });
}

function chipWord(words: Words, name: string, value: string): string {
  if (name === 'kinds') return kindsWord(words, value);
  if (name === 'notStated') return attributeWord(words, value);
  return name === 'type' || name === 'status' ? termWord(words, value) : value;
}
