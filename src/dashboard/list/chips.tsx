/** What a list is narrowed by and no control shows: each in words, to be taken out. */
import { graphql } from '../../generated/operations/gql.ts';
import type { EntityFilter } from '../../generated/operations/graphql.ts';
import { useChange } from '../address.ts';
import { dayWords } from '../dates.ts';
import { useQuestion } from '../question.ts';
import { attributeWord, kindsWord, termWord } from '../vocabulary.ts';
import type { Words } from '../words/en.ts';
import { type Lang, useLang, useLanguage, useWords } from '../words.ts';
import { days, several, single } from './filter.ts';

/** A filter speaks of entities by their ids; whoever reads it knows them by name. */
const NamesInFilter = graphql(`
  query NamesInFilter($ids: [ID!]!, $language: Language!) {
    nodes(ids: $ids) {
      id
      ... on Entity {
        name(language: $language)
      }
    }
  }
`);

type Name = (typeof single)[number] | (typeof several)[number] | (typeof days)[number] | 'undated' | 'article';

export function Chips({ filter }: { filter: EntityFilter }) {
  const words = useWords();
  const lang = useLang();
  const changeAddress = useChange();
  const name = useNames(filter);
  const { list } = words;
  const kind = filter.kinds?.length === 1;
  // What a control shows already is not said again.
  const isInControl = (one: (typeof several)[number]): boolean =>
    (filter[one]?.length ?? 0) < 2 && (one === 'kinds' || (kind && one !== 'side'));
  const names: readonly Name[] = [
    ...several.filter((one) => !isInControl(one)),
    ...single.filter((one) => one !== 'text'),
    ...days,
    'undated',
    'article',
  ];
  const chips = names
    .map((one) => ({ one, values: [(one === 'article' ? filter.evidence?.article : filter[one]) ?? []].flat() }))
    .filter(({ values }) => values.length > 0);
  return chips.map(({ one, values }) => (
    <span className="chip" key={one}>
      {words.labelled(
        list.filters[one] ?? one,
        values.map((value) => chipWord(words, lang, one, name(value))).join(', '),
      )}
      <button
        type="button"
        className="plain"
        aria-label={words.labelled(list.remove, list.filters[one] ?? one)}
        onClick={() => changeAddress({ [one]: null, ...(one === 'issue' && { narrower: null }), after: null })}
      >
        ×
      </button>
    </span>
  ));
}

/** The names of what a filter names by its id; the id itself until they are known. */
function useNames({ jurisdiction, issue, party, speaker, evidence }: EntityFilter): (id: string) => string {
  const ids = [jurisdiction, issue, party, speaker, evidence?.article].filter((id) => typeof id === 'string');
  const { data } = useQuestion(NamesInFilter, { ids, language: useLanguage() }, ids.length === 0);
  return (id) => {
    const node = data?.nodes.find((one) => one?.id === id);
    return node && 'name' in node ? node.name : id;
  };
}

export function chipWord(words: Words, lang: Lang, name: Name, value: string): string {
  switch (name) {
    case 'undated':
      return words.list.undated[value] ?? value;
    case 'kinds':
      return kindsWord(words, value);
    case 'notStated':
      return attributeWord(words, value);
    case 'from':
    case 'to':
      return dayWords(value, lang);
    case 'type':
    case 'status':
    case 'side':
      return termWord(words, value);
    default:
      return value;
  }
}
