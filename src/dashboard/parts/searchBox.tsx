/** Search from every page: as one types, grouped by kind, by keyboard all the way. `/` leads to it. */
import { type KeyboardEvent, type RefObject, useEffect, useId, useRef, useState } from 'react';
import { useLocation } from 'wouter';
import { graphql } from '../../generated/operations/gql.ts';
import type { Kind, SuggestQuery } from '../../generated/operations/graphql.ts';
import { entityPath, useTo } from '../address.ts';
import { useQuestion } from '../question.ts';
import { capital, kindsWord } from '../vocabulary.ts';
import { languageOf, useLang, useWords } from '../words.ts';
import { Name } from './inLanguage.tsx';

const Suggest = graphql(`
  query Suggest($query: String!, $kinds: [Kind!], $language: Language!) {
    search(query: $query, kinds: $kinds, first: 12) {
      pageInfo {
        hasNextPage
      }
      edges {
        node {
          ...Linked
        }
        matches {
          reason
          segments {
            text
            matched
          }
        }
      }
    }
  }
`);

type Hit = SuggestQuery['search']['edges'][number];

type Field = RefObject<HTMLInputElement | null>;

interface EntityPickerProps {
  readonly label: string;
  readonly placeholder?: string;
  /** Shown until something is typed. */
  readonly initial?: string;
  /** Only entities of these kinds are found. */
  readonly kinds?: readonly Kind[];
  /** What is done with an entity that is chosen. */
  readonly choose: (id: string) => void;
  /** What Enter does while no suggestion is chosen; without it, the first suggestion is chosen. */
  readonly submit?: (query: string) => void;
  /** Whether `/` leads here. */
  readonly slash?: boolean;
}

/** The search of the page's head: Enter leads to all results, a suggestion to its page. */
export function SearchBox() {
  const words = useWords();
  const to = useTo();
  const [, go] = useLocation();
  return (
    <search className="search-box">
      <EntityPicker
        slash
        label={words.search.label}
        placeholder={words.search.placeholder}
        choose={(id) => go(to(entityPath(id)))}
        submit={(query) => go(to('/search', { q: query }))}
      />
    </search>
  );
}

/** A field that finds entities by any of their names: a combobox with its list, as ARIA describes it. */
export function EntityPicker(props: EntityPickerProps) {
  const { label, placeholder, slash = false } = props;
  const list = useId();
  const input = useRef<HTMLInputElement>(null);
  const { text, found, chosen, shown, type, take, close, onKeyDown } = useCombobox(props, input);
  useSlash(input, slash);
  return (
    <div className="picker">
      <input
        ref={input}
        type="search"
        role="combobox"
        aria-label={label}
        aria-expanded={shown}
        aria-controls={list}
        aria-autocomplete="list"
        aria-activedescendant={shown && chosen >= 0 ? `${list}-${chosen}` : undefined}
        placeholder={placeholder}
        autoComplete="off"
        spellCheck={false}
        value={text}
        onChange={(event) => type(event.target.value)}
        onFocus={(event) => event.target.select()}
        onBlur={close}
        onKeyDown={onKeyDown}
      />
      {slash && <kbd>/</kbd>}
      <div id={list} role="listbox" aria-label={label} className="suggestions" hidden={!shown}>
        {shown && <Suggestions list={list} found={found} chosen={chosen} take={take} />}
      </div>
    </div>
  );
}

/** What stands in the field, what is found for it, and what the keys do. */
function useCombobox({ initial = '', kinds, choose, submit }: EntityPickerProps, input: Field) {
  const [text, setText] = useState(initial);
  const [open, setOpen] = useState(false);
  const [chosen, setChosen] = useState(-1);
  const found = useSuggestions(text.trim(), kinds, open);
  const { hits } = found;
  useEffect(() => setText(initial), [initial]);

  const type = (typed: string): void => {
    setText(typed);
    setChosen(-1);
    setOpen(true);
  };
  const move = (by: 1 | -1): void => {
    setOpen(true);
    // One place more than there are hits: none chosen, back in the field.
    setChosen((at) => ((at + 1 + by + hits.length + 1) % (hits.length + 1)) - 1);
  };
  const take = (hit: Hit): void => {
    setOpen(false);
    setText(submit === undefined ? hit.node.name : '');
    choose(hit.node.id);
    input.current?.blur();
  };
  const enter = (): void => {
    const hit = hits[chosen] ?? (submit === undefined && found.settled ? hits[0] : undefined);
    if (hit !== undefined) take(hit);
    else if (text.trim() !== '' && submit !== undefined) {
      setOpen(false);
      submit(text.trim());
    }
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      move(event.key === 'ArrowDown' ? 1 : -1);
    } else if (event.key === 'Enter') {
      event.preventDefault();
      enter();
    } else if (event.key === 'Escape') {
      setOpen(false);
      setChosen(-1);
    }
  };
  const shown = open && found.query !== '' && found.answered;
  return { text, found, chosen, shown, type, take, close: () => setOpen(false), onKeyDown };
}

/** What is found for a text, asked for once the typing rests. */
interface Found {
  readonly query: string;
  readonly hits: readonly Hit[];
  readonly hasMore: boolean;
  /** Whether there is an answer, be it to an earlier text. */
  readonly answered: boolean;
  /** Whether the hits are those of the text. */
  readonly settled: boolean;
}

function useSuggestions(text: string, kinds: readonly Kind[] | undefined, open: boolean): Found {
  const lang = useLang();
  const query = useSettled(text, 120);
  const { data, asking } = useQuestion(
    Suggest,
    { query, kinds: kinds === undefined ? null : [...kinds], language: languageOf(lang) },
    query === '' || !open,
  );
  return {
    query,
    hits: query === '' ? [] : byKind(data?.search.edges ?? []),
    hasMore: data?.search.pageInfo.hasNextPage === true,
    answered: data !== undefined,
    settled: query === text && !asking,
  };
}

interface SuggestionsProps {
  /** The id of the list that they stand in. */
  readonly list: string;
  readonly found: Found;
  readonly chosen: number;
  readonly take: (hit: Hit) => void;
}

function Suggestions({ list, found: { query, hits, hasMore, settled }, chosen, take }: SuggestionsProps) {
  const { search, truncated } = useWords();
  return (
    <>
      {hits.length === 0 && settled && <p className="empty">{search.none(query)}</p>}
      <Options list={list} hits={hits} chosen={chosen} take={take} />
      {hasMore && (
        <p className="group" role="presentation">
          {truncated.first(hits.length, null, false)}
        </p>
      )}
    </>
  );
}

interface OptionsProps extends Omit<SuggestionsProps, 'found'> {
  readonly hits: readonly Hit[];
}

/** Each kind under its name. */
function Options({ list, hits, chosen, take }: OptionsProps) {
  const words = useWords();
  return hits.map((hit, index) => (
    <div key={hit.node.id}>
      {hits[index - 1]?.node.kind !== hit.node.kind && (
        <p className="group" role="presentation">
          {capital(kindsWord(words, hit.node.kind))}
        </p>
      )}
      {/** biome-ignore lint/a11y/useKeyWithClickEvents: the field has the focus and answers the keys */}
      <div
        id={`${list}-${index}`}
        role="option"
        tabIndex={-1}
        aria-selected={index === chosen}
        // The field would lose the focus, and the list be gone, before the click arrives.
        onMouseDown={(event) => event.preventDefault()}
        onClick={() => take(hit)}
      >
        <Name of={hit.node} />
        <Matched hit={hit} />
      </div>
    </div>
  ));
}

/** What matched, where it is not the name that is shown. */
function Matched({ hit }: { hit: Hit }) {
  const words = useWords();
  const match = hit.matches[0];
  const text = match?.segments.map((segment) => segment.text).join('');
  if (match === undefined || text === hit.node.name) return null;
  return (
    <small>
      {' '}
      {match.segments.map(({ text: piece, matched }, at) =>
        // biome-ignore lint/suspicious/noArrayIndexKey: the segments of a match do not move
        matched ? <mark key={at}>{piece}</mark> : <span key={at}>{piece}</span>,
      )}
      <span className="unseen"> ({words.search.reasons[match.reason]})</span>
    </small>
  );
}

/** The hits of one kind side by side, the kinds in the order of their best hit. */
function byKind(hits: readonly Hit[]): Hit[] {
  return [...Map.groupBy(hits, ({ node }) => node.kind).values()].flat();
}

/** Leads `/`, typed anywhere but in a field, to this one. */
function useSlash(input: Field, wanted: boolean): void {
  useEffect(() => {
    if (!wanted) return;
    const onKey = (event: globalThis.KeyboardEvent): void => {
      const { target } = event;
      const typing =
        target instanceof HTMLElement && target.closest('input, textarea, select, [contenteditable]') !== null;
      if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey || typing) return;
      event.preventDefault();
      input.current?.focus();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [input, wanted]);
}

/** A value once it has stayed the same for so many milliseconds. */
function useSettled<Value>(value: Value, milliseconds: number): Value {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), milliseconds);
    return () => clearTimeout(timer);
  }, [value, milliseconds]);
  return settled;
}
