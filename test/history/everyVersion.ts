/** The answers to all questions at each version of a sequence: asked again as of that version, they are the same. */
import { readFileSync } from 'node:fs';
import { randomOf } from '../../bench/generate/random.ts';
import type { Database } from '../../src/database/open.ts';
import { startService } from '../../src/server/start.ts';
import { readVersion } from '../../src/store/version.ts';
import { edit } from './randomChangesets.ts';

/** The questions of test/questions, as they ask them. */
const questions: readonly Question[] = JSON.parse(
  readFileSync(new URL('questions.json', import.meta.url), 'utf8'),
) as Question[];

interface Question {
  readonly query: string;
  readonly variables?: Readonly<Record<string, unknown>>;
}

/** An answer: all that it says of the graph, as text. */
type Answer = string;

/**
 * Changes the graph, and asks everything of each version; then everything again of each, by `@knownAt`.
 * @param count how many changesets.
 * @param onProgress told what has been done.
 * @returns how many answers were compared.
 * @throws Error that names the first question that is answered otherwise
 */
export async function askEveryVersion(
  database: Database,
  { seed, count }: { seed: number; count: number },
  onProgress: (done: string) => void = () => {},
): Promise<number> {
  const random = randomOf(seed);
  const service = await startService(database, { host: 'localhost', port: 0, log: () => {} });
  const told = new Map<number, readonly Answer[]>();
  try {
    while (told.size <= count) {
      const { version } = await readVersion(database.prisma);
      if (!told.has(version)) told.set(version, await askAll(service.url, version));
      onProgress(`asked version ${version}`);
      await edit(database.prisma, random);
    }
    for (const [version, answers] of told) {
      const again = await askAll(service.url, version, ` @knownAt(version: ${version})`);
      for (const [index, answer] of answers.entries()) {
        if (again[index] === answer) continue;
        const { query } = questions[index] as Question;
        throw new Error(`as of version ${version}, ${query}\nwas answered ${answer}\nand is now ${again[index]}`);
      }
      onProgress(`asked as of version ${version}`);
    }
    return told.size * questions.length;
  } finally {
    await service.stop();
  }
}

/** Asks all questions, once the service answers of a version. */
async function askAll(url: string, version: number, directive = ''): Promise<Answer[]> {
  const answers: Answer[] = [];
  for (const { query, variables } of questions) {
    for (;;) {
      const { graph, answer } = await ask(url, withDirective(query, directive), variables);
      // The change log is followed twice a second.
      if (graph !== undefined && graph !== version && directive === '') continue;
      answers.push(answer);
      break;
    }
  }
  return answers;
}

async function ask(url: string, query: string, variables: unknown): Promise<{ graph?: number; answer: Answer }> {
  const headers = { 'content-type': 'application/json' };
  const response = await fetch(url, { method: 'POST', headers, body: JSON.stringify({ query, variables }) });
  const { data, errors, extensions } = (await response.json()) as {
    data?: unknown;
    errors?: { message: string }[];
    extensions?: { graph?: { version: number; until?: object }; truncated?: unknown };
  };
  // An article that was removed, and the like, is asked for wrongly, then and now.
  const messages = errors?.map(({ message }) => message);
  const answer = JSON.stringify({ data, messages, graph: extensions?.graph, truncated: extensions?.truncated });
  const graph = extensions?.graph;
  return { ...(graph !== undefined && { graph: graph.until === undefined ? graph.version : -1 }), answer };
}

/** A query with a directive of its operation: after its name and its variables. */
const withDirective = (query: string, directive: string): string =>
  query.startsWith('{')
    ? `query${directive} ${query}`
    : query.replace(/^query\s*\w*\s*(\((?:[^()]|\([^()]*\))*\))?/, (head) => `${head}${directive}`);
