/** The menu of a panel: its query, a citation, a table, a picture, and how to embed it. */
import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import { stringifyDocument } from '@urql/core';
import { type RefObject, useContext, useRef, useState } from 'react';
import type { AnyVariables } from 'urql';
import { EmbedContext } from '../address.ts';
import type { Question } from '../question.ts';
import type { Truncation } from '../truncation.ts';
import type { Words } from '../words/en.ts';
import { useLang, useWords } from '../words.ts';
import { sourcesIn } from './cite.ts';
import { download } from './download.ts';
import { linesOf, type Table } from './table.ts';

interface ToolsProps<Data, Variables extends AnyVariables> {
  readonly name: string;
  /** The day that it is of, for the names of files; null: all days. */
  readonly day: string | null;
  readonly title: string;
  readonly query: TypedDocumentNode<Data, Variables>;
  readonly variables: Variables;
  readonly question: Question<Data>;
  readonly table: ((data: Data) => Table | Promise<Table>) | undefined;
  /** Asks for all there is, of which the panel shows a part. */
  readonly whole: () => Promise<{ readonly data: Data; readonly truncations: readonly Truncation[] }>;
  /** Whether the panel shows all there is. */
  readonly isWhole: boolean;
  readonly section: RefObject<HTMLElement | null>;
}

export function Tools<Data, Variables extends AnyVariables>(props: ToolsProps<Data, Variables>) {
  const { name, day, title, query, variables, question, table, section } = props;
  const words = useWords();
  const { tools } = words;
  const lang = useLang();
  const file = day === null ? name : `${name}-${day}`;
  const menu = useRef<HTMLDetailsElement>(null);
  const [text, setText] = useState<{ title: string; hint?: string; text: string } | null>(null);
  const [hasChart, setHasChart] = useState(false);
  const embedded = useContext(EmbedContext) !== null;
  const { data, computed } = question;
  const chart = (): SVGSVGElement | null => section.current?.querySelector<SVGSVGElement>('svg.chart') ?? null;
  const close = (): void => void menu.current?.removeAttribute('open');
  const saveTable = async (): Promise<void> => {
    close();
    const csv = await csvOf(props, words);
    if (csv !== null) download(`${file}.csv`, 'text/csv', csv);
  };
  const saveChart = async (): Promise<void> => {
    close();
    const svg = chart();
    if (svg === null) return;
    const { asFile } = await import('../charts/asFile.ts');
    download(`${file}.svg`, 'image/svg+xml', asFile(svg, title));
  };
  const cite = (): void => {
    close();
    if (computed === null) return;
    const sources = sourcesIn(data, lang).join('; ');
    setText({
      title: tools.cite,
      text: tools.citation(title, sources, computed.version, computed.digest, wholePage(name)),
    });
  };
  const embed = (): void => {
    close();
    const frame = `<iframe src="${embedAddress(name)}" title="${title}" width="100%" height="420" loading="lazy"></iframe>`;
    setText({ title: tools.embed, hint: tools.embedHint, text: frame });
  };
  return (
    <div className="tools">
      {embedded && (
        <a className="whole" href={wholePage(name)} target="_top">
          {tools.whole}
        </a>
      )}
      <details
        ref={menu}
        onToggle={(event) => {
          setHasChart(chart() !== null);
          if (event.currentTarget.open) closeOthers(event.currentTarget);
        }}
        onKeyDown={(event) => event.key === 'Escape' && close()}
        onBlur={(event) => !event.currentTarget.contains(event.relatedTarget) && close()}
      >
        <summary aria-label={words.labelled(tools.label, title)} title={tools.label}>
          <span aria-hidden="true">↗</span>
        </summary>
        <ul>
          <li>
            <a href={explorerAddress(stringifyDocument(query), variables)} target={embedded ? '_top' : undefined}>
              {tools.query}
            </a>
          </li>
          <Action label={tools.cite} act={computed === null ? null : cite} />
          {table !== undefined && <Action label={tools.csv} act={data === undefined ? null : saveTable} />}
          {hasChart && <Action label={tools.svg} act={saveChart} />}
          <Action label={tools.embed} act={embed} />
        </ul>
      </details>
      {text !== null && <ToCopy {...text} close={() => setText(null)} />}
    </div>
  );
}

/** @param act null: it cannot be done yet. */
function Action({ label, act }: { label: string; act: (() => void) | null }) {
  return (
    <li>
      <button type="button" onClick={act ?? undefined} disabled={act === null}>
        {label}
      </button>
    </li>
  );
}

/** All that a panel is about as CSV; null: it has no answer yet, or no table. */
async function csvOf<Data, Variables extends AnyVariables>(
  { question: { data }, table, whole, isWhole }: ToolsProps<Data, Variables>,
  words: Words,
): Promise<string | null> {
  if (data === undefined || table === undefined) return null;
  const all = isWhole ? { data, truncations: [] } : await whole();
  const lines = linesOf(await table(all.data), all.truncations, words);
  // Loaded when it is wanted; it marks what a spreadsheet would compute.
  const { stringify } = await import('csv-stringify/browser/esm/sync');
  return stringify([...lines], { escape_formulas: true, bom: true });
}

/** A text that is there to be copied. */
function ToCopy({ title, hint, text, close }: { title: string; hint?: string; text: string; close: () => void }) {
  const { tools } = useWords();
  const [copied, setCopied] = useState(false);
  return (
    <dialog ref={(dialog) => dialog?.showModal()} className="to-copy" aria-label={title} onClose={close}>
      <h2>{title}</h2>
      {hint !== undefined && <p className="hint">{hint}</p>}
      <textarea readOnly value={text} aria-label={title} rows={5} onFocus={(event) => event.currentTarget.select()} />
      <p className="buttons">
        <button type="button" onClick={async () => setCopied(await copy(text))}>
          {copied ? tools.copied : tools.copy}
        </button>
        <button type="button" onClick={close}>
          {tools.close}
        </button>
      </p>
    </dialog>
  );
}

/** Whether it could be copied: a browser may refuse. */
async function copy(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}

function closeOthers(open: HTMLDetailsElement): void {
  for (const other of document.querySelectorAll<HTMLDetailsElement>('.tools details[open]'))
    if (other !== open) other.open = false;
}

/** Where a query opens in the explorer, ready to run. */
export function explorerAddress(query: string, variables: AnyVariables): string {
  const given = Object.entries(variables ?? {}).filter(([, value]) => value !== undefined && value !== null);
  const parameters = new URLSearchParams({ query });
  if (given.length > 0) parameters.set('variables', JSON.stringify(Object.fromEntries(given), null, 2));
  return `/explorer?${parameters}`;
}

/** The page that a panel stands on, whether it is embedded or not. */
function wholePage(name: string): string {
  const address = new URL(location.href);
  address.pathname = address.pathname.replace(/^\/embed(?=\/|$)/, '') || '/';
  address.searchParams.delete('panel');
  address.searchParams.delete('source');
  address.hash = name;
  return address.href;
}

function embedAddress(name: string): string {
  const address = new URL(wholePage(name));
  address.hash = '';
  address.pathname = `/embed${address.pathname}`;
  address.searchParams.set('panel', name);
  return address.href;
}
