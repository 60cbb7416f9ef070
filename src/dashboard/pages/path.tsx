/** How two entities are connected: the shortest ways, each in words and as a picture. */
import { useSearchParams } from 'wouter';
import { graphql } from '../../generated/operations/gql.ts';
import type { RelationshipType } from '../../generated/operations/graphql.ts';
import { useChange } from '../address.ts';
import { Ways } from '../map/ways.tsx';
import { EntityPicker } from '../parts/searchBox.tsx';
import { Trouble } from '../parts/states.tsx';
import { useTitle } from '../parts/useTitle.ts';
import { useQuestion } from '../question.ts';
import { relationshipWord, termWord } from '../vocabulary.ts';
import { useLanguage, useWords } from '../words.ts';
import '../style/map.css';

const Ends = graphql(`
  query EndsOfWay($ids: [ID!]!, $language: Language!) {
    nodes(ids: $ids) {
      id
      ... on Entity {
        name(language: $language)
      }
    }
  }
`);

/** The ways that formal ties make: who holds which office, of whom, and who faces whom at the table. */
const formal: readonly RelationshipType[] = ['HOLDS', 'OFFICE_OF', 'PARTY_TO'];

export function PathPage() {
  const words = useWords();
  const [parameters] = useSearchParams();
  const from = parameters.get('from') || null;
  const to = parameters.get('to') || null;
  const ids = [from, to].filter((id) => id !== null);
  const language = useLanguage();
  const { data, problem, askAgain } = useQuestion(Ends, { ids, language }, ids.length === 0);
  const named = (id: string | null): string | undefined => {
    const node = data?.nodes.find((one) => one?.id === id);
    return node && 'name' in node ? node.name : undefined;
  };
  const [start, end] = [named(from), named(to)];
  const title = start !== undefined && end !== undefined ? `${start} – ${end}` : words.path.title;
  useTitle(title);
  // The service says which words it does not know.
  const types = parameters.getAll('types') as RelationshipType[];
  const unknown = data === undefined ? [] : ids.filter((id) => !data.nodes.some((one) => one?.id === id));
  return (
    <div className="page path-page">
      <div className="lead">
        <h1>{words.path.title}</h1>
        <p>{words.path.lead}</p>
      </div>
      <Ask from={from} to={to} names={[start ?? '', end ?? '']} types={types} />
      {problem !== null && <Trouble problem={problem} stale={false} askAgain={askAgain} />}
      {unknown.map((id) => (
        <p key={id}>
          <code>{id}</code>: {words.entity.unknownHint}
        </p>
      ))}
      {from === null || to === null ? (
        <p className="empty">{words.path.choose}</p>
      ) : from === to ? (
        <p className="empty">{words.path.same}</p>
      ) : (
        unknown.length === 0 && (
          <Ways
            key={`${from} ${to}`}
            from={from}
            to={to}
            title={title}
            types={types}
            throughHubs={parameters.get('hubs') === '1'}
          />
        )
      )}
    </div>
  );
}

interface AskProps {
  readonly from: string | null;
  readonly to: string | null;
  readonly names: readonly [string, string];
  readonly types: readonly RelationshipType[];
}

function Ask({ from, to, names, types }: AskProps) {
  const { path, map } = useWords();
  const changeAddress = useChange();
  const [parameters] = useSearchParams();
  return (
    <div className="filters path-ask">
      <End label={path.from} name={names[0]} choose={(id) => changeAddress({ from: id })} />
      <button
        type="button"
        className="swap"
        aria-label={path.swap}
        title={path.swap}
        onClick={() => changeAddress({ from: to, to: from })}
      >
        ⇄
      </button>
      <End label={path.to} name={names[1]} choose={(id) => changeAddress({ to: id })} />
      <TypesOfTies types={types} />
      <label className="check">
        <input
          type="checkbox"
          checked={parameters.get('hubs') === '1'}
          onChange={(event) => changeAddress({ hubs: event.target.checked ? '1' : null })}
        />
        {map.hubs}
      </label>
    </div>
  );
}

/** One end of the ways. */
function End({ label, name, choose }: { label: string; name: string; choose: (id: string) => void }) {
  const { map } = useWords();
  return (
    <div className="end">
      <span>{label}</span>
      <EntityPicker label={label} placeholder={map.choose} initial={name} choose={choose} />
    </div>
  );
}

/** The choice of the ties that make a way: any, formal ones, or those that the address says. */
function TypesOfTies({ types }: { types: readonly RelationshipType[] }) {
  const words = useWords();
  const { path } = words;
  const changeAddress = useChange();
  const isFormal = types.length === formal.length && formal.every((type) => types.includes(type));
  const others = types.length > 0 && !isFormal;
  return (
    <label>
      {path.types}
      <select
        value={isFormal ? 'formal' : others ? 'others' : ''}
        onChange={(event) => changeAddress({ types: event.target.value === 'formal' ? formal : null })}
      >
        <option value="">{path.anyType}</option>
        <option value="formal">{path.sidesOnly}</option>
        {others && (
          <option value="others">
            {path.only(types.map((type) => relationshipWord(words, type, 'OUT', termWord(words, type))).join(', '))}
          </option>
        )}
      </select>
    </label>
  );
}
