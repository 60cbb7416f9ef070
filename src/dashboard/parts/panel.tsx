/** A panel: one question of the public API, its answer shown, and all ways to take it away. */
import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import { type ReactNode, useContext, useRef } from 'react';
import type { AnyVariables } from 'urql';
import { EmbedContext } from '../address.ts';
import { type Question, useQuestion } from '../question.ts';
import { PanelName } from './panelName.ts';
import { Empty, Trouble, Waiting } from './states.tsx';
import { type Table, Tools } from './tools.tsx';

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
  readonly children: (data: Data) => ReactNode;
}

export function Panel<Data, Variables extends AnyVariables>(props: PanelProps<Data, Variables>) {
  const { name, title, hint, query, variables, table, isEmpty, whenEmpty, className = '', children } = props;
  const only = useContext(EmbedContext);
  const leftOut = only !== null && only !== name;
  const question = useQuestion(query, variables, leftOut);
  const section = useRef<HTMLElement>(null);
  const { data } = question;
  const empty = data !== undefined && isEmpty?.(data) === true;
  if (leftOut || (empty && whenEmpty === 'hide' && only === null)) return null;
  return (
    <section
      ref={section}
      id={name}
      className={`panel ${className}`}
      aria-labelledby={`${name}-title`}
      aria-busy={question.asking}
    >
      <header>
        <h2 id={`${name}-title`}>{title}</h2>
        <Tools
          name={name}
          title={title}
          query={query}
          variables={variables}
          question={question}
          table={table}
          section={section}
        />
      </header>
      {hint !== undefined && <p className="hint">{hint}</p>}
      <PanelName value={name}>
        <Answer question={question}>
          {(answer) => (empty ? <Empty>{whenEmpty === 'hide' ? undefined : whenEmpty}</Empty> : children(answer))}
        </Answer>
      </PanelName>
    </section>
  );
}

/** An answer, or why there is none yet. */
export function Answer<Data>({
  question,
  children,
}: {
  question: Question<Data>;
  children: (data: Data) => ReactNode;
}) {
  const { data, problem, slow, asking, askAgain } = question;
  return (
    <>
      {problem !== null && <Trouble problem={problem} stale={data !== undefined} askAgain={askAgain} />}
      {data !== undefined ? children(data) : problem === null && <Waiting slow={slow} />}
      {data !== undefined && asking && slow && problem === null && <Waiting slow />}
    </>
  );
}
