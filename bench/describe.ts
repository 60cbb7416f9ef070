/** On what the figures were taken: without it they mean nothing. */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { generatorVersion, sizes, withClient } from './generate.ts';
import { describeMachine } from './machine.ts';
import { connections } from './measure.ts';
import { peersNode } from './servers.ts';

const folder = fileURLToPath(new URL('.', import.meta.url));

/** Machine, versions, data, date and command, as a Markdown list. */
export async function describeRun(serverUrl: string, options: readonly string[]): Promise<string> {
  const postgres = await withClient(serverUrl, async (client) => {
    const { rows } = await client.query<{ server_version: string }>('SHOW server_version');
    return rows[0]?.server_version ?? '';
  });
  const node = execFileSync(`${folder}../${peersNode}`, ['--version'], { encoding: 'utf8' });
  const { small, large } = sizes;
  const own = ['@apollo/server', '@prisma/client', 'dataloader', 'pg'].map((name) => versionOf('../', name));
  const peers = ['postgraphile', '@ladybugdb/core', 'autocannon'].map((name) => versionOf('', name));
  return [
    describeMachine(`npm run bench${options.length > 0 ? ` -- ${options.join(' ')}` : ''}`),
    `- Every server under Node ${node.trim()}; PostgreSQL ${postgres}; ${own.join(', ')}.`,
    `- Peers: ${peers.join(', ')}.`,
    `- Data: generator ${generatorVersion}; small ${counts(small)}, large ${counts(large)}.`,
    `- ${connections} connections; server, PostgreSQL and load share the machine; each figure is the median of`,
    '  alternating rounds. Equal answers were checked first. Paths: one request at a time, each pair once; this service',
    '  end to end over HTTP, its peers in process, without HTTP.',
    '- Nothing cached: a new process, its code warmed up by other questions; each question once, and no dispute, party',
    '  or union in two. Of the lists, answers are new, though rows recur.',
  ].join('\n');
}

const counts = ({ entities, relationships }: { entities: number; relationships: number }): string =>
  `${entities.toLocaleString('en')} entities and ${relationships.toLocaleString('en')} relationships`;

function versionOf(at: string, name: string): string {
  const { version } = JSON.parse(readFileSync(`${folder}${at}node_modules/${name}/package.json`, 'utf8')) as {
    version: string;
  };
  return `${name} ${version}`;
}
