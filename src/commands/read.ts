import { readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { type Command, Option } from 'commander';
import { messageOf } from '../database/thrown.ts';
import { complain, say } from './common.ts';
import type { BatchOptions, Graph, Outcome, ReadText } from './draft.ts';
import type { KnowledgeSource } from './knowledge.ts';

interface ReadOptions {
  readonly published?: string;
  readonly outlet?: string;
  readonly out: string;
  readonly json?: true;
  readonly knowledge?: KnowledgeSource;
}

/** `read`: articles to proposals of records. */
export function addRead(program: Command): void {
  program
    .command('read')
    .description('draft the records of articles, to be checked by a person: a folder of seed files for each')
    .argument('<articles...>', 'files: the text in UTF-8, a paragraph a line, or a saved page (HTML)')
    .option('--published <day>', 'when it was published: 2023-05-01, 2023-05 or 2023 (default: what the file says)')
    .option('--outlet <outlet>', 'who published it, by id or name (default: what a saved page says)')
    .option('--out <folder>', 'where each article gets a folder', 'proposals')
    .option('--json', 'print what was recognised as JSON, and write nothing')
    .addOption(
      new Option(
        '--knowledge <source>',
        'what is known of names and offices (default: the database, if it has facts)',
      ).choices(['database', 'seeds']),
    )
    .addHelpText(
      'after',
      `
Example:
  $ npm run read -- ~/articles/news.txt --published 2023-05-01 --outlet cbc-news
  $ $EDITOR proposals/cbc-news-2023-05-01/*.yaml
  $ npm run verify -- --articles ~/articles --beside proposals/cbc-news-2023-05-01
  $ npm run apply -- proposals/cbc-news-2023-05-01/*.yaml --message "CBC News of 1 May 2023"`,
    )
    .action(readArticles);
}

async function readArticles(paths: readonly string[], options: ReadOptions): Promise<void> {
  const { configure, progressBar } = await import('./database.ts');
  const { loadGraph } = await import('./knowledge.ts');
  const config = configure({});
  let graph = await loadGraph(config, options.knowledge);
  const bar = paths.length > 1 ? progressBar('Reading') : undefined;
  const batch = await batchOptions(options, join(config.seeds, 'schema.json'));
  const { toGold } = await import('../reading/gold.ts');
  const recognised: unknown[] = [];
  const lines: string[] = [];
  let failed = 0;
  for (const [index, path] of paths.entries()) {
    bar?.update(index, paths.length);
    try {
      const { read, notes } = await readOne(path, options, graph);
      lines.push(...notes);
      if (options.json) recognised.push(toGold(read.reading));
      else {
        const { draft } = await import('./draft.ts');
        const outcome = await draft(read, graph, batch);
        lines.push(...outcomeLines(path, outcome));
        if (outcome.type === 'DRAFTED') graph = outcome.graph;
      }
    } catch (error) {
      failed += 1;
      lines.push(failureOf(path, error, paths.length > 1));
    }
  }
  bar?.update(paths.length, paths.length);
  bar?.stop();
  for (const line of lines) complain(line);
  if (options.json && recognised.length > 0)
    say(JSON.stringify(paths.length === 1 ? recognised[0] : recognised, null, 2));
  if (failed > 0) process.exitCode = 1;
}

async function batchOptions({ out }: ReadOptions, schema: string): Promise<BatchOptions> {
  const { realign } = await import('../reading/realign.ts');
  const { rules } = await import('../reading/rules.ts');
  return { out, schema, rules, realign };
}

/** Reads one article. @throws UnreadableText, NoFile */
async function readOne(
  path: string,
  { published, outlet }: ReadOptions,
  graph: Graph,
): Promise<{ read: ReadText; notes: string[] }> {
  const { takeFile } = await import('../reading/taken.ts');
  const { outletId, outletOf, unknownOutlet } = await import('./draft.ts');
  const { readArticle } = await import('../reading/read.ts');
  const today = new Date(`${new Date().toISOString().slice(0, 10)}T00:00:00Z`);
  const bytes = await readBytes(path);
  const taken = takeFile(path, bytes, { published, outlet, outletId: (said) => outletId(graph, said), today });
  const { article, text, file, isPage } = taken;
  const isUnknown = taken.outlet !== undefined && outletOf(graph, taken.outlet) === undefined;
  const notes = [
    ...article.warnings.map((warning) => `Warning    ${warning}`),
    ...(isUnknown ? [`Outlet     ${path}: ${unknownOutlet(graph, taken.outlet ?? '')}`] : []),
  ];
  const { sha256, hashes } = article;
  const reading = readArticle(article, graph.knowledge);
  return { read: { reading, text, file, sha256, hashes, isPage, outletName: taken.outlet }, notes };
}

const reasons: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file',
  EISDIR: 'this is a folder; name the file of an article',
  EACCES: 'it may not be read',
};

async function readBytes(path: string): Promise<Buffer> {
  const { NoFile } = await import('../seeding/folder.ts');
  const { systemErrorOf } = await import('../database/thrown.ts');
  return await readFile(path).catch((error: unknown) => {
    throw new NoFile(`${path}: ${reasons[systemErrorOf(error).code ?? ''] ?? messageOf(error)}`);
  });
}

/** What was to be expected by its message; of several articles, each with its file. */
function failureOf(path: string, error: unknown, isOneOfSeveral: boolean): string {
  const message = messageOf(error);
  return isOneOfSeveral || !message.startsWith(path)
    ? `Not read   ${path}: ${message.replace(`${path}: `, '')}`
    : message;
}

const counted = (count: number, one: string, many = `${one}s`): string => `${count} ${count === 1 ? one : many}`;

/** What became of an article, a line for each thing that a person should know. */
function outcomeLines(path: string, outcome: Outcome): string[] {
  const { id } = outcome;
  if (outcome.type === 'KNOWN') {
    const where =
      outcome.folder === undefined
        ? `the graph has this text as ${id}`
        : `this text is drafted in ${shown(outcome.folder)}`;
    const other = id === outcome.wanted ? '' : `; the call would have named it ${outcome.wanted}`;
    return [`Known      ${path}: ${where}${other}. Nothing was written.`];
  }
  const folder = shown(outcome.folder);
  if (outcome.type === 'MOVED')
    return [
      `Changed    ${path}: another text of ${id}; ${counted(outcome.records, 'record')} with moved evidence in ${folder}`,
      ...outcome.lost.map(
        ({ of, paragraph, cue }) => `Lost       "${cue}" of ${of}, which stood in ${id}/${paragraph}`,
      ),
      ...(outcome.added.length === 0
        ? []
        : [`New        paragraphs ${outcome.added.join(', ')} of the text carry no fact yet`]),
    ];
  return [
    `Drafted    ${path}: ${counted(outcome.records, 'record')} in ${folder}, ${counted(outcome.blanks, 'blank')} to fill in`,
    ...outcome.differences.map(
      ({ type, of, paragraph, says }) =>
        `${type === 'CONTRADICTS' ? 'Contradicts' : 'Outdated  '} ${of}, by paragraph ${paragraph}: ${says}`,
    ),
  ];
}

const shown = (folder: string): string => {
  const fromHere = relative(process.cwd(), folder);
  return fromHere.startsWith('..') ? folder : fromHere;
};
