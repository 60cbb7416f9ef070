/**
 * A process beside the attacker, which asks what is asked of a healthy service: /livez five times a second, and an
 * honest question whose answer is in no cache twice a second. Each on a connection of its own.
 */
import { Agent, request } from 'node:http';
import { json } from './envelope.ts';
import { host } from './sockets.ts';
import { errorsOf, parsed } from './verdict.ts';

/** What was seen since the last report. */
export interface Seen {
  /** Milliseconds; a question that has not been answered yet counts with its age. */
  readonly slowestLife: number;
  readonly polls: number;
  /** How often the honest question was answered how. */
  readonly honest: Readonly<Record<string, number>>;
  /** How often /livez gave anything but 200. */
  readonly lifeless: number;
}

const patience = 30_000;
const port = Number(process.argv[2]);
let seen = { slowestLife: 0, polls: 0, lifeless: 0 };
let honest: Record<string, number> = {};
let lifeBegan: number | undefined;

/** Sends a request, and gives its status and its first code; or why there is no answer. */
async function ask(agent: Agent, path: string, body?: string): Promise<string> {
  return await new Promise((resolve) => {
    const headers = body === undefined ? {} : { 'content-type': json };
    const method = body === undefined ? 'GET' : 'POST';
    const sent = request({ host, port, path, agent, method, headers, timeout: patience }, (response) => {
      let text = '';
      response.on('data', (piece: Buffer) => {
        text += piece;
      });
      response.on('error', () => resolve('broken off'));
      response.on('end', () => {
        const [error] = errorsOf(parsed(text));
        resolve(`${response.statusCode}${error === undefined ? '' : ` ${error.code}`}`);
      });
    });
    sent.on('timeout', () => sent.destroy());
    sent.on('error', (error: NodeJS.ErrnoException) => resolve(`no answer: ${error.code ?? 'timeout'}`));
    sent.end(body);
  });
}

/** Does something over and over, so often, one at a time. */
function every(milliseconds: number, what: () => Promise<void>): void {
  const again = async (): Promise<void> => {
    const began = performance.now();
    await what();
    setTimeout(() => void again(), Math.max(0, began + milliseconds - performance.now()));
  };
  void again();
}

const one = (): Agent => new Agent({ keepAlive: true, maxSockets: 1 });
const [life, asking] = [one(), one()];

every(200, async () => {
  lifeBegan = performance.now();
  const outcome = await ask(life, '/livez');
  seen.slowestLife = Math.max(seen.slowestLife, performance.now() - lifeBegan);
  seen.polls += 1;
  if (outcome !== '200') seen.lifeless += 1;
  lifeBegan = undefined;
});

let asked = 0;
let honestly: Promise<void> = Promise.resolve();
const askHonestly = async (): Promise<void> => {
  asked += 1;
  const query = `{ entities(first: 3, filter: { text: "strike OR wages OR x${asked}" }) { nodes { id } } }`;
  const outcome = await ask(asking, '/graphql', JSON.stringify({ query }));
  honest[outcome] = (honest[outcome] ?? 0) + 1;
};
every(500, async () => {
  honestly = askHonestly();
  await honestly;
});

const report = async (): Promise<void> => {
  // What was asked during an attack is part of what is said of that attack, however late it is answered.
  await honestly;
  const waiting = lifeBegan === undefined ? 0 : performance.now() - lifeBegan;
  const all: Seen = { ...seen, slowestLife: Math.max(seen.slowestLife, waiting), honest };
  process.send?.(all);
  seen = { slowestLife: 0, polls: 0, lifeless: 0 };
  honest = {};
};
process.on('message', () => void report());
// The attacker has ended.
process.on('disconnect', () => process.exit());
