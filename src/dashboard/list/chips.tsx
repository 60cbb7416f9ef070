/** What a list is narrowed by and no control shows: each in words, to be taken out. */
import { Fragment } from 'react';
import { graphql } from '../../generated/operations/gql.ts';
import type { EntityFilter } from '../../generated/operations/graphql.ts';
import { useChange } from '../address.ts';
import { dayWords } from '../dates.ts';
import { Name } from '../parts/inLanguage.tsx';
import { firstPage } from '../place.ts';
import { useQuestion } from '../question.ts';
import { attributeWord, kindsWord, termWord } from '../vocabulary.ts';
import type { Words } from '../words/words.ts';
import { type Lang, useLang, useLanguage, useWords } from '../words.ts';
import { days, several, single } from './filter.ts';

/** A filter speaks of entities by their ids; whoever reads it knows them by name. */
const NamesInFilter = graphql(`
  query NamesInFilter($ids: [ID!]!, $language: Language!) {
    nodes(ids: $ids) {
      id
      ... on Entity {
        name(language: $language)
        nameLanguage(language: $language)
      }
    }
  }
`);

type Part = (typeof single)[number] | (typeof several)[number] | (typeof days)[number] | 'undated' | 'article';

export function Chips({ filter }: { filter: EntityFilter }) {
  const words = useWords();
  const lang = useLang();
  const changeAddress = useChange();
  const named = useNames(filter);
  const { list } = words;
  const kind = filter.kinds?.length === 1;
  // What a control shows already is not said again.
  const isInControl = (one: (typeof several)[number]): boolean =>
    (filter[one]?.length ?? 0) < 2 && (one === 'kinds' || (kind && one !== 'sides'));
  const names: readonly Part[] = [
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
      {list.filters[one] ?? one}
      {words.colon}
      {values.map((value, index) => {
        const entity = named(value);
        return (
          <Fragment key={value}>
            {index > 0 && ', '}
            {entity === undefined ? chipWord(words, lang, one, value) : <Name of={entity} />}
          </Fragment>
        );
      })}
      <button
        type="button"
        className="plain"
        aria-label={words.labelled(list.remove, list.filters[one] ?? one)}
        onClick={() => changeAddress({ [one]: null, ...(one === 'issue' && { narrower: null }), ...firstPage })}
      >
        ×
      </button>
    </span>
  ));
}

/** What a filter names by its id, as soon as its name is known. */
function useNames({ jurisdiction, issue, party, speaker, evidence }: EntityFilter) {
  const ids = [jurisdiction, issue, party, speaker, evidence?.article].filter((id) => typeof id === 'string');
  const { data } = useQuestion(NamesInFilter, { ids, language: useLanguage() }, ids.length === 0);
  const known = (data?.nodes ?? []).flatMap((one) => (one !== null && 'name' in one ? [one] : []));
  return (id: string) => known.find((one) => one.id === id);
}

function chipWord(words: Words, lang: Lang, name: Part, value: string): string {
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
    case 'types':
    case 'statuses':
    case 'sides':
      return termWord(words, value);
    default:
      return value;
  }
}
