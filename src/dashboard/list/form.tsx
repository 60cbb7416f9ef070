/** The form above a list: kind, words and order in sight, what is asked more rarely to be unfolded. */
import { graphql } from '../../generated/operations/gql.ts';
import type { EntityFilter, Kind } from '../../generated/operations/graphql.ts';
import { useChange } from '../address.ts';
import { Waiting } from '../parts/states.tsx';
import { firstPage } from '../place.ts';
import { useQuestion } from '../question.ts';
import { kindsWord, termWord } from '../vocabulary.ts';
import { useWords } from '../words.ts';
import { Chips } from './chips.tsx';
import { type ListOrder, leftBehind, orders } from './filter.ts';
import { MoreFilters } from './moreFilters.tsx';

/** The types and statuses that entities have, by kind: of a kind alone that has none they cannot be asked. */
const Subtypes = graphql(`
  query Subtypes {
    types: statistics(by: [KIND, TYPE]) {
      truncated
      buckets {
        keys {
          key
        }
      }
    }
    statuses: statistics(by: [KIND, STATUS]) {
      truncated
      buckets {
        keys {
          key
        }
      }
    }
  }
`);

export function Filters({ filter, orderBy }: { filter: EntityFilter; orderBy: ListOrder }) {
  const words = useWords();
  const changeAddress = useChange();
  const { list } = words;
  const byDate = { ASC: list.byDateAsc, DESC: list.byDateDesc };
  const orderWord = ({ field, direction }: ListOrder): string =>
    field === 'DATE' ? byDate[direction] : { NAME: list.byName, ID: list.byId }[field];
  const kind = filter.kinds?.length === 1 ? filter.kinds[0] : undefined;
  return (
    <form
      className="filters"
      onSubmit={(event) => {
        event.preventDefault();
        const form = new FormData(event.currentTarget);
        changeAddress({ text: String(form.get('text') ?? ''), ...firstPage });
      }}
    >
      <label>
        {list.kind}
        <select
          value={kind ?? ''}
          onChange={({ target: { value } }) => changeAddress({ kinds: value, ...leftBehind(value) })}
        >
          <option value="">{list.anyKind}</option>
          {Object.keys(words.kinds).map((one) => (
            <option key={one} value={one}>
              {kindsWord(words, one)}
            </option>
          ))}
        </select>
      </label>
      {kind !== undefined && <SubtypeChoices kind={kind} filter={filter} />}
      <label>
        {list.words}
        <input key={filter.text} name="text" type="text" defaultValue={filter.text ?? ''} />
      </label>
      <label>
        {list.order}
        <select
          value={orders.indexOf(orderBy)}
          onChange={({ target: { value } }) => {
            const { field, direction } = orders[Number(value)] ?? orders[0];
            changeAddress({ order: field, direction: direction === 'ASC' ? null : direction, ...firstPage });
          }}
        >
          {orders.map((order, index) => (
            <option key={orderWord(order)} value={index}>
              {orderWord(order)}
            </option>
          ))}
        </select>
      </label>
      <button type="submit">{list.apply}</button>
      <MoreFilters kind={kind} filter={filter} />
      <Chips filter={filter} />
    </form>
  );
}

/** The types and the statuses of a kind, where it has any. */
function SubtypeChoices({ kind, filter }: { kind: Kind; filter: EntityFilter }) {
  const words = useWords();
  const changeAddress = useChange();
  const { data, problem, slow } = useQuestion(Subtypes, {});
  // Whether there are any is not known before: what stands after them is shown when they are, so that it does not move.
  if (data === undefined && problem === null) return <Waiting slow={slow} />;
  return (['types', 'statuses'] as const).map((name) => {
    const found =
      data?.[name].buckets.flatMap(({ keys: [of, word] }) => (of?.key === kind ? (word?.key ?? []) : [])) ?? [];
    const chosen = [filter[name] ?? []].flat();
    const all = [...new Set([...found, ...chosen])];
    // Several come from an address alone; the chip says which.
    if (all.length === 0 || chosen.length > 1) return null;
    return (
      <label key={name}>
        {name === 'types' ? words.list.subtype : words.list.status}
        <select
          value={chosen.length === 1 ? chosen[0] : ''}
          onChange={(event) => changeAddress({ [name]: event.target.value, ...firstPage })}
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
