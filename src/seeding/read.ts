/** Reads the YAML files of a folder into values that know their place. */
import { readFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import {
  type Document,
  isMap,
  isNode,
  isScalar,
  isSeq,
  Lexer,
  LineCounter,
  type Pair,
  Parser,
  parseDocument,
  visit,
  type Scalar as YamlScalar,
} from 'yaml';
import type { Entry, Node, Scalar, Source } from '../records/validation/node.ts';
import type { Place, Problem } from '../records/validation/problem.ts';
import { listFolder } from './folder.ts';

/**
 * Reads every `*.yaml` and `*.yml` under a folder, in the order of their paths.
 * @returns the records, and as problems whatever is no list of records: syntax, duplicate keys, aliases.
 * @throws NoFolder if there is no such folder; Error if a file cannot be opened.
 */
export async function readSeeds(folder: string): Promise<Source> {
  const entries = await listFolder(folder, 'of the facts');
  const paths = entries.filter((entry) => /\.ya?ml$/.test(entry)).sort();
  const sources = await Promise.all(
    paths.map(async (path) => readSource(nameOf(folder, path), await readFile(join(folder, path), 'utf8'))),
  );
  return {
    records: sources.flatMap(({ records }) => records),
    broken: sources.flatMap(({ broken }) => broken),
    problems: sources.flatMap(({ problems }) => problems),
  };
}

/** A path that a person in the working directory can open; else the path within the seeds. */
function nameOf(folder: string, path: string): string {
  const fromHere = relative(process.cwd(), join(folder, path));
  return (fromHere.startsWith('..') ? path : fromHere).split(sep).join('/');
}

/**
 * What a file may be, far above what a person writes: its characters, the values in each other at one place, and the
 * keys of one record (each is compared with all others). Beyond that, reading it could take minutes, or end the process.
 */
const most = { characters: 2_000_000, depth: 100, keys: 2_000 };

/**
 * Reads the text of one file.
 * @param file its name, for the places.
 */
export function readSource(file: string, text: string): Source {
  const excess = findExcess(text);
  if (excess !== undefined) return { records: [], broken: [], problems: [{ file, ...excess }] };
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const placeAt: PlaceAt = (offset) => {
    const { line, col } = lines.linePos(offset);
    return { file, line: Math.max(line, 1), column: Math.max(col, 1) };
  };
  const problems: Problem[] = [...document.errors, ...document.warnings].map((error) => ({
    ...placeAt(error.pos[0]),
    message: `this is not YAML: ${error.message}`,
  }));
  problems.push(...findAliases(document, placeAt));
  const content: unknown = document.contents;
  // A file of nothing but comments is an empty list; a mistake in the syntax is reported without this one.
  const empty = content === null || (isScalar(content) && content.value === null);
  if (!isSeq(content) && !empty && problems.length === 0) {
    const offset = isNode(content) ? (content.range?.[0] ?? 0) : 0;
    problems.push({ ...placeAt(offset), message: 'a seed file is a list of records, each with "- " before it' });
  }
  const records = isSeq(content) ? content.items.map((item) => toNode(item, placeAt(0), placeAt)) : [];
  return problems.length === 0 ? { records, broken: [], problems } : { records: [], broken: records, problems };
}

/** Looks for what is too much, token by token: nothing here calls itself, however deep the text. */
function findExcess(text: string): Omit<Problem, 'file'> | undefined {
  const { characters, depth, keys } = most;
  if (text.length > characters) {
    return { line: 1, column: 1, message: `the file has more than ${characters} characters; divide it into several` };
  }
  const lines = new LineCounter();
  const parser = new Parser(lines.addNewLine);
  lines.addNewLine(0);
  for (const lexeme of new Lexer().lex(text)) {
    for (const _ of parser.next(lexeme));
    const top = parser.stack.at(-1);
    const wide = top?.type === 'block-map' || (top?.type === 'flow-collection' && top.start.source === '{');
    const message =
      parser.stack.length > depth
        ? `values stand more than ${depth} deep in each other here; write them flatter`
        : wide && top.items.length > keys
          ? `a record has more than ${keys} keys here; divide it into several`
          : undefined;
    if (message !== undefined) {
      const { line, col } = lines.linePos(parser.offset);
      return { line: Math.max(line, 1), column: Math.max(col, 1), message };
    }
  }
  return undefined;
}

type PlaceAt = (offset: number) => Place;

/** Aliases multiply what they stand for, and hide from a reader what a record says: none is let in. */
function findAliases(document: Document, placeAt: PlaceAt): Problem[] {
  const problems: Problem[] = [];
  const refuse = (offset: number, what: string) =>
    problems.push({ ...placeAt(offset), message: `${what} is not allowed here; write the value itself` });
  visit(document, {
    Alias: (_, alias) => void refuse(alias.range?.[0] ?? 0, `the alias *${alias.source}`),
    Value: (_, node) => {
      if (node.anchor !== undefined) refuse(node.range?.[0] ?? 0, `the anchor &${node.anchor}`);
    },
  });
  return problems;
}

/** @param fallback the place of a value that takes none: nothing after a key. */
function toNode(value: unknown, fallback: Place, placeAt: PlaceAt): Node {
  const place = isNode(value) && value.range ? placeAt(value.range[0]) : fallback;
  if (isSeq(value)) return { type: 'list', place, items: value.items.map((item) => toNode(item, place, placeAt)) };
  if (isMap(value)) {
    return { type: 'mapping', place, entries: new Map(value.items.map((pair) => toEntry(pair, place, placeAt))) };
  }
  return isScalar(value) ? toScalar(value, place) : { type: 'scalar', place, value: null, text: '' };
}

function toEntry(pair: Pair, fallback: Place, placeAt: PlaceAt): [string, Entry] {
  const key = toNode(pair.key, fallback, placeAt);
  return [key.type === 'scalar' ? key.text : '', { place: key.place, node: toNode(pair.value, key.place, placeAt) }];
}

function toScalar({ value, source }: YamlScalar, place: Place): Scalar {
  if (typeof value === 'string') return { type: 'scalar', place, value, text: value };
  const known = typeof value === 'number' || typeof value === 'boolean' ? value : null;
  return { type: 'scalar', place, value: known, text: source ?? String(known) };
}
