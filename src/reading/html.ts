/** A saved page of news as text: a paragraph for each block of the article, and what the page says of itself. */
import { Readability } from '@mozilla/readability';
import { parseHTML } from 'linkedom';
import { parsePartialDate } from '../records/partialDates.ts';
import { blocksOf } from './blocks.ts';
import { tidyHtml } from './tidyHtml.ts';
import { UnreadableText } from './unreadable.ts';

/** What a page holds; undefined: it does not say. */
export interface Page {
  /** The article, one paragraph a line, its headline first. */
  readonly text: string;
  readonly title: string | undefined;
  /** The day of publication. */
  readonly published: string | undefined;
  readonly outletName: string | undefined;
  readonly byline: string | undefined;
  /** The page's own address. */
  readonly address: string | undefined;
}

/** Whether a text is HTML, by how it begins. */
export function isHtml(text: string): boolean {
  const head = text.slice(0, 2000).replace(/^\s*(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]*?-->\s*)*/, '');
  return /^<(?:!doctype\s+html|html|head|body|article|main|section|div|h[1-6]|p|meta|figure|table|ul|title)\b[^<>]*>/i.test(
    head,
  );
}

/** So few characters in what was found are no article. */
const tooLittle = 200;

/**
 * Reads a page.
 * @param where how messages call it.
 * @throws UnreadableText if it is too large or too deeply nested to be a page of news.
 */
export function readPage(html: string, where = 'the page'): Page {
  const { body, data } = tidyHtml(html, where);
  try {
    return readTidy(body, data);
  } catch (error) {
    // What the parsers' recursion cannot hold.
    if (error instanceof RangeError) throw new UnreadableText(`${where}: it is too tangled for a page; save its text`);
    throw error;
  }
}

function readTidy(body: string, data: readonly string[]): Page {
  const { document } = parseHTML(body);
  const facts = factsOf(document, data);
  const all = blocksOf(document.body, true);
  // Readability changes the document, so it comes last.
  const found = new Readability(document, { disableJSONLD: true, charThreshold: tooLittle }).parse();
  const title = facts.title ?? clean(found?.title);
  const content = parseHTML(`<!doctype html><html><body>${found?.content ?? ''}</body></html>`).document.body;
  const article = blocksOf(content, false);
  const lines = article.join('').length < tooLittle ? all : article;
  const headed = title === undefined || lines.includes(title) ? lines : [title, ...lines];
  return {
    ...facts,
    title,
    byline: facts.byline ?? clean(found?.byline),
    text: headed.map((line) => `${line}\n`).join('\n'),
  };
}

type Facts = Omit<Page, 'text'>;

function factsOf(document: Document, data: readonly string[]): Facts {
  const meta = (...names: string[]) =>
    names
      .map((name) => document.querySelector(`meta[property="${name}"],meta[name="${name}"],meta[itemprop="${name}"]`))
      .map((element) => clean(element?.getAttribute('content')))
      .find((value) => value !== undefined);
  const attribute = (selector: string, name: string) => document.querySelector(selector)?.getAttribute(name);
  const linked = linkedData(data);
  const dates = [
    meta('article:published_time', 'datePublished', 'date', 'dc.date', 'pubdate', 'parsely-pub-date'),
    linked.datePublished,
    attribute('time[datetime]', 'datetime'),
  ];
  return {
    title: clean(document.querySelector('h1')?.textContent) ?? meta('og:title') ?? linked.headline,
    published: dates.map(dayOf).find((day) => day !== undefined),
    outletName: meta('og:site_name') ?? linked.publisher,
    byline: meta('author', 'byl', 'parsely-author') ?? linked.author,
    address:
      [attribute('link[rel="canonical"]', 'href'), meta('og:url')].find(
        (url) => url != null && /^https?:\/\//.test(url),
      ) ?? undefined,
  };
}

interface LinkedData {
  readonly datePublished?: string | undefined;
  readonly headline?: string | undefined;
  readonly publisher?: string | undefined;
  readonly author?: string | undefined;
}

/** What the page's JSON-LD says of the article. */
function linkedData(data: readonly string[]): LinkedData {
  const items = data.flatMap((json) => itemsOf(parse(json)));
  const article = items.find((item) => /(?:Article|Report|Posting)$/.test(String([item['@type']].flat()[0])));
  if (article === undefined) return {};
  return {
    datePublished: textOf(article['datePublished']),
    headline: textOf(article['headline']),
    publisher: textOf(article['publisher']),
    author: textOf(article['author']),
  };
}

type Item = Readonly<Record<string, unknown>>;

const isItem = (value: unknown): value is Item => typeof value === 'object' && value !== null;

function parse(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}

/** The objects of a document of JSON-LD, which may be a list, or hold one as its graph. */
function itemsOf(value: unknown): Item[] {
  const items = [value].flat().filter(isItem);
  return items.flatMap((item) => [item, ...[item['@graph']].flat().filter(isItem)]);
}

/** A text, or the name of what stands for it. */
function textOf(value: unknown): string | undefined {
  const [one] = [value].flat();
  return typeof one === 'string'
    ? clean(one)
    : isItem(one) && typeof one['name'] === 'string'
      ? clean(one['name'])
      : undefined;
}

function clean(text: string | null | undefined): string | undefined {
  const plain = (text ?? '').replace(/\s+/g, ' ').trim();
  return plain === '' ? undefined : plain;
}

/** The day of a time in ISO 8601, as it stands: by the clock of the outlet. */
function dayOf(time: string | null | undefined): string | undefined {
  const day = /^\d{4}-\d\d-\d\d(?=$|[T ])/.exec(time ?? '')?.[0];
  try {
    return day === undefined ? undefined : parsePartialDate(day).edtf;
  } catch {
    return undefined;
  }
}
