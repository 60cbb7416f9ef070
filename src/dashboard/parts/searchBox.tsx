/** Search from every page: as one types, grouped by kind, by keyboard all the way. `/` leads to it. */
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
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
  const { label, placeholder, initial = '', kinds, choose, submit, slash = false } = props;
  const words = useWords();
  const lang = useLang();
  const list = useId();
  const input = useRef<HTMLInputElement>(null);
  const [text, setText] = useState(initial);
  const [open, setOpen] = useState(false);
  const [chosen, setChosen] = useState(-1);
  const query = useSettled(text.trim(), 120);
  const { data, asking } = useQuestion(
    Suggest,
    { query, kinds: kinds === undefined ? null : [...kinds], language: languageOf(lang) },
    query === '' || !open,
  );
  const settled = query === text.trim() && !asking;
  const hits = query === '' ? [] : byKind(data?.search.edges ?? []);
  useSlash(input, slash);
  useEffect(() => setText(initial), [initial]);

  const take = (hit: Hit): void => {
    setOpen(false);
    setText(submit === undefined ? hit.node.name : '');
    choose(hit.node.id);
    input.current?.blur();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      setOpen(true);
      const by = event.key === 'ArrowDown' ? 1 : -1;
      // One place more than there are hits: none chosen, back in the field.
      setChosen((at) => ((at + 1 + by + hits.length + 1) % (hits.length + 1)) - 1);
    } else if (event.key === 'Enter') {
      event.preventDefault();
      const hit = hits[chosen] ?? (submit === undefined && settled ? hits[0] : undefined);
      if (hit !== undefined) take(hit);
      else if (text.trim() !== '' && submit !== undefined) {
        setOpen(false);
        submit(text.trim());
      }
    } else if (event.key === 'Escape') {
      setOpen(false);
      setChosen(-1);
    }
  };
  const shown = open && query !== '' && data !== undefined;
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
        onChange={(event) => {
          setText(event.target.value);
          setChosen(-1);
          setOpen(true);
        }}
        onFocus={(event) => event.target.select()}
        onBlur={() => setOpen(false)}
        onKeyDown={onKeyDown}
      />
      {slash && <kbd>/</kbd>}
      <div id={list} role="listbox" aria-label={label} className="suggestions" hidden={!shown}>
        {shown && hits.length === 0 && settled && <p className="empty">{words.search.none(query)}</p>}
        {shown && <Options list={list} hits={hits} chosen={chosen} take={take} />}
        {shown && data.search.pageInfo.hasNextPage && (
          <p className="group" role="presentation">
            {words.truncated.first(hits.length, null, false)}
          </p>
        )}
      </div>
    </div>
  );
}

interface OptionsProps {
  /** The id of the list that they stand in. */
  readonly list: string;
  readonly hits: readonly Hit[];
  readonly chosen: number;
  readonly take: (hit: Hit) => void;
}

/** The suggestions, each kind under its name. */
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

function useSlash(input: { readonly current: HTMLInputElement | null }, wanted: boolean): void {
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
