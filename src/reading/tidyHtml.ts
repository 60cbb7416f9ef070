/**
 * A page made fit for a parser: without scripts, styles and comments, each tag with the few attributes that are looked
 * at. What is made to hurt a parser (deep nesting, thousands of attributes, endless tags) does not reach it.
 */
import { UnreadableText } from './unreadable.ts';

/** The most of a page that is read. */
const most = { characters: 20_000_000, afterwards: 3_000_000, elements: 20_000, references: 50_000, depth: 128 };

const unseen =
  /<!--[\s\S]*?(?:-->|$)|<[!?][^<>]*>|<(script|style|textarea|iframe|noscript|xmp)\b([^<>]*)>([\s\S]*?)(?:<\/\1\s*>|$)/gi;
const dataAddress = /(["'])data:[^"'<>]*\1/gi;
const tag = /<(?:(\/?)([a-z][a-z\d:-]*)((?:[^<>"']|"[^"]*"|'[^']*')*)>)?/gi;
const attribute = /([a-z][\w:-]*)\s*=\s*("[^"]*"|'[^']*'|[^\s"'>]+)/gi;
const kept = new Set(
  'class id role hidden property name content itemprop datetime href rel type lang aria-hidden'.split(' '),
);
const longestValue = 2000;

const alone = new Set('area base br col embed hr img input link meta param source track wbr'.split(' '));
/** A parser closes these by itself. */
const closedByNext = new Set('p li dt dd tr td th option tbody thead tfoot'.split(' '));

export interface Tidied {
  /** The page, with a head and a body. */
  readonly body: string;
  /** The page's documents of JSON-LD. */
  readonly data: readonly string[];
}

/** @throws UnreadableText if it is too large, or nested too deeply. */
export function tidyHtml(html: string, where: string): Tidied {
  const refuse = (what: string) => new UnreadableText(`${where}: ${what}; save the article alone, or its text`);
  if (html.length > most.characters) throw refuse(`it has ${html.length} characters, more than ${most.characters}`);
  const data: string[] = [];
  const seen = html.replace(unseen, (_, name = '', attributes = '', content = '') => {
    if (/^script$/i.test(name) && /ld\+json/i.test(attributes)) data.push(content);
    return ' ';
  });
  const small = seen.replace(dataAddress, '""');
  if (small.length > most.afterwards) {
    throw refuse(`it has ${small.length} characters without its scripts, more than ${most.afterwards}`);
  }
  // A parser makes a piece of text of each.
  const references = small.match(/&/g)?.length ?? 0;
  if (references > most.references)
    throw refuse(`it has more than ${most.references} characters written as references`);
  const open: string[] = [];
  let elements = 0;
  const tidy = small.replace(tag, (_, slash: string | undefined, name: string | undefined, attributes: string) => {
    const lower = name?.toLowerCase() ?? '';
    if (/^(?:html|head|body)$/.test(lower)) return '';
    if (slash === '/') return close(open, lower);
    elements += 1;
    if (elements > most.elements) throw refuse(`it has more than ${most.elements} elements`);
    if (lower === '') return '&lt;';
    if (!alone.has(lower) && !closedByNext.has(lower)) open.push(lower);
    if (open.length > most.depth) throw refuse(`its elements are nested more than ${most.depth} deep`);
    return `<${lower}${attributesOf(attributes)}>`;
  });
  return { body: `<!doctype html><html><head></head><body>${tidy}</body></html>`, data };
}

/** An element's end, as a parser takes it: with it end those that were opened since; without a start, it is nothing. */
function close(open: string[], name: string): string {
  if (alone.has(name)) return '';
  if (closedByNext.has(name)) return `</${name}>`;
  const at = open.lastIndexOf(name);
  if (at === -1) return '';
  open.length = at;
  return `</${name}>`;
}

function attributesOf(source: string): string {
  const found = new Map<string, string>();
  for (const [, name = '', value = ''] of source.matchAll(attribute)) {
    const lower = name.toLowerCase();
    const plain = value.replace(/^(["'])([\s\S]*)\1$/, '$2');
    if (kept.has(lower) && !found.has(lower) && plain.length <= longestValue) found.set(lower, plain);
  }
  return [...found].map(([name, value]) => ` ${name}="${value.replaceAll('"', '&quot;')}"`).join('');
}
