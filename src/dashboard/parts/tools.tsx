/** The menu of a panel: its query, a citation, a table, a picture, and how to embed it. */
import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import { stringifyDocument } from '@urql/core';
import { type ReactNode, type RefObject, useContext, useState } from 'react';
import type { AnyVariables } from 'urql';
import { EmbedContext, useKnownAt } from '../address.ts';
import type { Computed } from '../client.ts';
import { asKnownAt } from '../knownAt.ts';
import type { Question } from '../question.ts';
import type { Truncation } from '../truncation.ts';
import type { Words } from '../words/words.ts';
import { type Lang, useLang, useWords } from '../words.ts';
import { sourcesIn } from './cite.ts';
import { download } from './download.ts';
import { linesOf, type Table } from './table.ts';

type Section = RefObject<HTMLElement | null>;

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
  readonly section: Section;
}

export function Tools<Data, Variables extends AnyVariables>(props: ToolsProps<Data, Variables>) {
  const { name, title, query, variables, question, table, section } = props;
  const words = useWords();
  const { tools } = words;
  const lang = useLang();
  const [text, setText] = useState<TextToCopy | null>(null);
  const [hasChart, setHasChart] = useState(false);
  const embedded = useContext(EmbedContext) !== null;
  const known = useKnownAt();
  const { data, computed } = question;
  const filed = { ...props, version: known === null ? null : (computed?.version ?? null) };
  const cite = computed === null ? null : () => setText(citation(props, computed, tools, lang));
  return (
    <div className="tools">
      {embedded && (
        <a className="whole" href={wholePage(name)} target="_top">
          {tools.whole}
        </a>
      )}
      <Menu title={title} onToggle={() => setHasChart(chartIn(section) !== null)}>
        <li>
          <a
            href={explorerAddress(stringifyDocument(asKnownAt(query, known)), variables)}
            target={embedded ? '_top' : undefined}
          >
            {tools.query}
          </a>
        </li>
        <Action label={tools.cite} act={cite} />
        {table !== undefined && (
          <Action label={tools.csv} act={data === undefined ? null : () => saveTable(filed, words)} />
        )}
        {hasChart && <Action label={tools.svg} act={() => saveChart(filed)} />}
        <Action label={tools.embed} act={() => setText(frame(props, tools, known === null))} />
      </Menu>
      {text !== null && <ToCopy {...text} close={() => setText(null)} />}
    </div>
  );
}

interface MenuProps {
  readonly title: string;
  readonly onToggle: () => void;
  readonly children: ReactNode;
}

/** The actions, behind a button; what is done elsewhere closes them. */
function Menu({ title, onToggle, children }: MenuProps) {
  const { tools, labelled } = useWords();
  return (
    <details
      onToggle={({ currentTarget: menu }) => {
        onToggle();
        if (menu.open) closeOthers(menu);
      }}
      onKeyDown={({ key, currentTarget: menu }) => key === 'Escape' && close(menu)}
      onBlur={({ relatedTarget, currentTarget: menu }) => !menu.contains(relatedTarget) && close(menu)}
    >
      <summary aria-label={labelled(tools.label, title)} title={tools.label}>
        <span aria-hidden="true">↗</span>
      </summary>
      <ul>{children}</ul>
    </details>
  );
}

/** Closes the menu and acts. @param act null: it cannot be done yet. */
function Action({ label, act }: { label: string; act: (() => void) | null }) {
  return (
    <li>
      <button
        type="button"
        onClick={({ currentTarget: button }) => {
          close(button.closest('details'));
          act?.();
        }}
        disabled={act === null}
      >
        {label}
      </button>
    </li>
  );
}

const close = (menu: HTMLDetailsElement | null): void => menu?.removeAttribute('open');

function closeOthers(open: HTMLDetailsElement): void {
  for (const other of document.querySelectorAll<HTMLDetailsElement>('.tools details[open]'))
    if (other !== open) other.open = false;
}

interface TextToCopy {
  readonly title: string;
  readonly hint?: string;
  readonly text: string;
}

/** A panel cited, with what its answer was computed from. The address leads to that, also when the data have changed. */
function citation(
  { name, title, question: { data } }: Pick<ToolsProps<unknown, AnyVariables>, 'name' | 'title' | 'question'>,
  { version, digest }: Computed,
  tools: Words['tools'],
  lang: Lang,
): TextToCopy {
  const sources = sourcesIn(data, lang).join('; ');
  return { title: tools.cite, text: tools.citation(title, sources, version, digest, wholePage(name, version)) };
}

/** A panel as a frame in another page. @param updates it shows the graph as it is, and not as it was known */
function frame({ name, title }: { name: string; title: string }, tools: Words['tools'], updates: boolean): TextToCopy {
  const text = `<iframe src="${embedAddress(name)}" title="${title}" width="100%" height="420" loading="lazy"></iframe>`;
  return { title: tools.embed, ...(updates && { hint: tools.embedHint }), text };
}

/** What a panel's files are named after; `version`: that as known at which it is shown, null: the last. */
interface Filed {
  readonly name: string;
  readonly day: string | null;
  readonly version: number | null;
}

/** The name of a panel's files. */
const fileName = ({ name, day, version }: Filed): string =>
  [name, day, version === null ? null : `version-${version}`].filter((part) => part !== null).join('-');

async function saveTable<Data, Variables extends AnyVariables>(
  panel: ToolsProps<Data, Variables> & Filed,
  words: Words,
): Promise<void> {
  const csv = await csvOf(panel, words);
  if (csv !== null) download(`${fileName(panel)}.csv`, 'text/csv', csv);
}

const chartIn = (section: Section): SVGSVGElement | null =>
  section.current?.querySelector<SVGSVGElement>('svg.chart') ?? null;

async function saveChart(panel: Filed & { title: string; section: Section }): Promise<void> {
  const svg = chartIn(panel.section);
  if (svg === null) return;
  const { asFile } = await import('../charts/asFile.ts');
  download(`${fileName(panel)}.svg`, 'image/svg+xml', asFile(svg, panel.title));
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
function ToCopy({ title, hint, text, close }: TextToCopy & { close: () => void }) {
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

/** Where a query opens in the explorer, ready to run. */
function explorerAddress(query: string, variables: AnyVariables): string {
  const given = Object.entries(variables ?? {}).filter(([, value]) => value !== undefined && value !== null);
  const parameters = new URLSearchParams({ query });
  if (given.length > 0) parameters.set('variables', JSON.stringify(Object.fromEntries(given), null, 2));
  return `/explorer?${parameters}`;
}

/** The page that a panel stands on, whether it is embedded or not. @param version as known at which it is wanted */
function wholePage(name: string, version?: number): string {
  const address = new URL(location.href);
  address.pathname = address.pathname.replace(/^\/embed(?=\/|$)/, '') || '/';
  address.searchParams.delete('panel');
  address.searchParams.delete('source');
  if (version !== undefined) address.searchParams.set('knownAt', String(version));
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
