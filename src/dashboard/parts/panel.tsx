/** A panel: one question of the public API, its answer shown, and all ways to take it away. */
import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import { type ReactNode, useContext, useRef } from 'react';
import { type AnyVariables, useClient } from 'urql';
import { EmbedContext, useAsOf } from '../address.ts';
import { dayWords } from '../dates.ts';
import { type Pages, usePages, wholeAnswer } from '../morePages.ts';
import { type PageOf, sizeOf } from '../paging.ts';
import { type Question, useQuestion } from '../question.ts';
import { merged } from '../truncation.ts';
import { useLang, useWords } from '../words.ts';
import { NotYet, PanelDay, PanelName, usePanelDay } from './panelContext.ts';
import { Empty, Trouble, Waiting } from './states.tsx';
import type { Table } from './table.ts';
import { Tools } from './tools.tsx';
import { AskForRest, TruncationNote } from './truncationNote.tsx';

interface PanelProps<Data, Variables extends AnyVariables> {
  /** Unique on the page: the name under which the panel is linked to and embedded. */
  readonly name: string;
  readonly title: string;
  readonly hint?: string;
  readonly query: TypedDocumentNode<Data, Variables>;
  readonly variables: Variables;
  /** What it shows as a table, to be taken away as CSV. */
  readonly table?: (data: Data) => Table | Promise<Table>;
  /** Whether an answer has nothing to show. */
  readonly isEmpty?: (data: Data) => boolean;
  /** What is said then; `hide`: the panel is left out. */
  readonly whenEmpty?: ReactNode | 'hide';
  readonly className?: string;
  /** Whether it is of the chosen day; else it says that it is of all days. */
  readonly onDay: boolean;
  /** The list of which it shows more on demand. */
  readonly pageOf?: PageOf<Data>;
  /** What asks for its first page, where the address says which one is shown; else the next ones are joined to it. */
  readonly fromStart?: Variables;
  readonly children: (data: Data) => ReactNode;
}

export function Panel<Data, Variables extends AnyVariables>(props: PanelProps<Data, Variables>) {
  const { name, hint, query, variables, table, isEmpty, whenEmpty, className = '', onDay, pageOf, fromStart } = props;
  const { asOf: words } = useWords();
  const asOf = useAsOf();
  const lang = useLang();
  const client = useClient();
  const day = asOf === null ? null : dayWords(asOf, lang);
  const title = onDay && day !== null ? `${props.title}, ${words.on(day)}` : props.title;
  const only = useContext(EmbedContext);
  const leftOut = only !== null && only !== name;
  const { question, pages, isLast } = usePagedQuestion(props, leftOut);
  const { data, truncations } = question;
  const section = useRef<HTMLElement>(null);
  const notYet = useContext(NotYet) && onDay;
  const empty = data !== undefined && (notYet || (isLast && isEmpty?.(data) === true));
  if (leftOut || (empty && whenEmpty === 'hide' && only === null)) return null;
  const nothing = onDay && day !== null ? words.nothing(day) : undefined;
  return (
    <section
      ref={section}
      id={name}
      className={`panel ${className}`}
      aria-labelledby={`${name}-title`}
      aria-busy={question.asking || pages.asking}
    >
      <header>
        <h2 id={`${name}-title`}>{title}</h2>
        <Tools
          name={name}
          day={onDay ? asOf : null}
          title={title}
          query={question.query}
          variables={variables}
          question={question}
          table={notYet ? undefined : table}
          whole={async () => await wholeAnswer(client, query, fromStart ?? variables, pageOf)}
          isWhole={truncations.length === 0 && isLast && fromStart === undefined}
          section={section}
        />
      </header>
      {hint !== undefined && <p className="hint">{hint}</p>}
      {!onDay && day !== null && <p className="hint all-days">{words.allDaysShown(day)}</p>}
      <PanelName value={name}>
        <PanelDay value={onDay ? asOf : null}>
          <Answer question={question}>
            {(answer) =>
              empty ? (
                <Empty>{(whenEmpty === 'hide' ? undefined : whenEmpty) ?? nothing}</Empty>
              ) : (
                <WithMore question={question} pages={pages} pageOf={onDemand(props)}>
                  {props.children(answer)}
                </WithMore>
              )
            }
          </Answer>
        </PanelDay>
      </PanelName>
    </section>
  );
}

/** The list whose next pages are joined to the first. */
const onDemand = <Data, Variables extends AnyVariables>({ pageOf, fromStart }: PanelProps<Data, Variables>) =>
  fromStart === undefined ? pageOf : undefined;

/** What a panel asks: its answer holds the pages that were asked for so far. */
function usePagedQuestion<Data, Variables extends AnyVariables>(props: PanelProps<Data, Variables>, leftOut: boolean) {
  const { query, variables, pageOf } = props;
  const first = useQuestion(query, variables, leftOut, pageOf);
  const pages = usePages(first, variables, onDemand(props));
  const question = { ...first, data: pages.data, truncations: merged([...first.truncations, ...pages.truncations]) };
  return { question, pages, isLast: pages.more === null && !pages.asking };
}

interface WithMoreProps<Data> {
  readonly question: Question<Data>;
  readonly pages: Pages<Data>;
  readonly pageOf: PageOf<Data> | undefined;
  readonly children: ReactNode;
}

/** What an answer holds, and below it what there is more of. */
function WithMore<Data>({ question: { truncations, askForRest }, pages, pageOf, children }: WithMoreProps<Data>) {
  return (
    <>
      {children}
      <More pages={pages} pageOf={pageOf} />
      <TruncationNote truncations={truncations} askForRest={askForRest} />
    </>
  );
}

/** How many of a panel's list are shown, and a way to the next ones; nothing where all are. */
function More<Data>({ pages, pageOf }: { pages: Pages<Data>; pageOf: PageOf<Data> | undefined }) {
  const { tools, truncated } = useWords();
  const day = usePanelDay();
  const { data, more, asking, problem } = pages;
  const page = data === undefined ? undefined : pageOf?.(data);
  if (!page || (more === null && !asking)) return null;
  return (
    <p className="more">
      {problem !== null && <span role="alert">{truncated.failed} </span>}
      <span className="hint" role="status">
        {truncated.first(sizeOf(page), page.totalCount ?? null, day !== null)}
      </span>{' '}
      <button type="button" disabled={more === null} onClick={more ?? undefined}>
        {tools.more}
      </button>
    </p>
  );
}

/** An answer, or why there is none yet. Within it, what is cut can be asked for whole. */
export function Answer<Data>({
  question,
  children,
}: {
  question: Question<Data>;
  children: (data: Data) => ReactNode;
}) {
  const { data, problem, slow, asking, askAgain, askForRest } = question;
  return (
    <AskForRest value={askForRest}>
      {problem !== null && <Trouble problem={problem} stale={data !== undefined} askAgain={askAgain} />}
      {data !== undefined ? children(data) : problem === null && <Waiting slow={slow} />}
      {data !== undefined && asking && slow && problem === null && <Waiting slow again />}
    </AskForRest>
  );
}
