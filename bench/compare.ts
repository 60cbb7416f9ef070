/** Nothing is timed before all servers have given the same answers. */
import { deepStrictEqual } from 'node:assert';
import { askGraphql } from './graphql.ts';
import { ask } from './load.ts';
import { progress } from './progress.ts';
import type { Server } from './servers.ts';
import { list } from './works/list.ts';
import { nested, readNestedSql } from './works/nested.ts';
import { canonicalPage, page } from './works/page.ts';
import { bodyOf, type PeerName, pathOf, type Samples, type Variables, type Work } from './works/work.ts';

export const works: readonly Work[] = [nested, page, list];

const readSql: Record<Work['name'], (answer: never) => unknown> = {
  nested: readNestedSql,
  page: canonicalPage,
  list: (answer) => answer,
};

async function answerOf(work: Work, peer: PeerName, { origin }: Server, variables: Variables): Promise<unknown> {
  const url = origin + pathOf(work, peer);
  if (peer === 'sql') return readSql[work.name]((await ask(url, bodyOf(work, peer, variables))) as never);
  const { query, read } = work.asked[peer];
  return read((await askGraphql(url, query, variables)) as never, variables);
}

/**
 * Asks all servers some of the questions and compares what they say, member by member.
 * @throws AssertionError that shows the difference.
 */
export async function compareAnswers(
  work: Work,
  servers: ReadonlyMap<PeerName, Server>,
  { warm, warmUp, cold }: Samples,
): Promise<void> {
  const questions = [...warm.slice(0, 4), ...warmUp.slice(0, 3), ...cold.slice(-3)];
  for (const variables of questions) {
    const answers: [PeerName, unknown][] = [];
    for (const [peer, server] of servers) answers.push([peer, await answerOf(work, peer, server, variables)]);
    const [[first, expected] = ['labourgraph', undefined]] = answers;
    for (const [peer, answer] of answers) {
      deepStrictEqual(
        answer,
        expected,
        `${work.name}: ${peer} answers otherwise than ${first}: ${difference(answer, expected)}`,
      );
    }
  }
  progress(`${work.name}: ${servers.size} servers, ${questions.length} questions, equal answers`);
}

/** Where two answers part, with a little before. */
function difference(one: unknown, other: unknown): string {
  const [text, expected] = [JSON.stringify(one), JSON.stringify(other)];
  let place = 0;
  while (place < text.length && text[place] === expected[place]) place += 1;
  const from = Math.max(0, place - 80);
  return `…${text.slice(from, place + 80)} rather than …${expected.slice(from, place + 80)}`;
}
