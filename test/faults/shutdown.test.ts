/** The end of a process that has work to do. */
import { Agent, type IncomingMessage, request } from 'node:http';
import { text } from 'node:stream/consumers';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { ended, saying, start } from '../commandLine/run.ts';
import { folderOf } from '../seeding/fixture.ts';
import { type Cluster, createCluster } from './cluster.ts';
import { blockEvidence } from './served.ts';

let cluster: Cluster;
beforeAll(async () => {
  cluster = await createCluster();
});
afterAll(async () => await cluster.remove());

/** Starts the service as a process, and gives its address. */
async function serveProcess(env: NodeJS.ProcessEnv) {
  const seeds = new URL('../../seeds', import.meta.url).pathname;
  const child = start(folderOf({}), ['serve'], { PORT: '0', SEEDS_DIR: seeds, DATABASE_URL: cluster.url, ...env });
  const end = ended(child);
  const said = await saying(child, /^Next/m).catch(async () => {
    throw new Error(`it did not start: ${(await end).stderr}`);
  });
  const url = /(http:\/\/\S+)\/graphql/.exec(said)?.[1] ?? '';
  return { child, end, url };
}

/** Asks on a connection that is kept; gives the status and the text, or null if there was no answer. */
async function on(agent: Agent, url: string, body?: string): Promise<{ status: number; text: string } | null> {
  return await new Promise((resolve) => {
    const headers = body === undefined ? {} : { 'content-type': 'application/json' };
    const sent = request(url, { agent, method: body === undefined ? 'GET' : 'POST', headers }, (response) => {
      void answer(response).then(resolve, () => resolve(null));
    });
    sent.on('error', () => resolve(null));
    sent.end(body);
  });
}

const answer = async (response: IncomingMessage) => ({ status: response.statusCode ?? 0, text: await text(response) });
const asked = JSON.stringify({ query: '{ union(id: "psac") { evidence { nodes { basis } } } }' });

describe('row 51: a process that is told to stop', () => {
  it('row 51: is not ready, finishes what is in flight, closes and exits', async () => {
    const { child, end, url } = await serveProcess({ SHUTDOWN_DELAY: '1500', SLOW_REQUEST: '60000' });
    const [working, watching] = [new Agent({ keepAlive: true }), new Agent({ keepAlive: true })];
    expect((await on(watching, `${url}/readyz`))?.status).toBe(200);
    const release = await blockEvidence(cluster.url);
    const inFlight = on(working, `${url}/graphql`, asked);
    await sleep(300);
    child.kill('SIGTERM');
    await expect.poll(async () => (await on(watching, `${url}/readyz`))?.status, { timeout: 1_400 }).toBe(503);
    expect((await on(watching, `${url}/livez`))?.status).toBe(200);
    // A second signal does not cut it short.
    child.kill('SIGTERM');
    await sleep(2_000);
    expect(await on(new Agent(), `${url}/livez`)).toBeNull();
    await release();
    expect(await inFlight).toMatchObject({ status: 200, text: expect.stringContaining('STATED') as string });
    const { code, stderr, stdout } = await end;
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toContain('Stopping.');
  });

  it('row 51: at `info` logs that it serves, stops and has stopped, and no password', async () => {
    const DATABASE_URL = cluster.url.replace('postgres@', 'postgres:hush@');
    const { child, end } = await serveProcess({ LOG_LEVEL: 'info', DATABASE_URL });
    child.kill('SIGTERM');
    const { stderr } = await end;
    const told = stderr
      .trim()
      .split('\n')
      .map((line) => (JSON.parse(line) as { msg: string }).msg);
    expect(told).toEqual(['serving', 'stopping', 'stopped']);
    expect(stderr).toContain('PostgreSQL at');
    expect(stderr).not.toContain('hush');
  });

  it('row 51: does not wait for longer than it may', async () => {
    const { child, end, url } = await serveProcess({ SHUTDOWN_TIMEOUT: '500', REQUEST_TIMEOUT: '60000' });
    const release = await blockEvidence(cluster.url);
    const inFlight = on(new Agent(), `${url}/graphql`, asked);
    await sleep(300);
    const before = performance.now();
    child.kill('SIGTERM');
    expect(await inFlight).toBeNull();
    expect((await end).code).toBe(0);
    expect(performance.now() - before).toBeLessThan(15_000);
    await release();
  });

  it('row 51: exits also if its database stands still', async () => {
    const { child, end, url } = await serveProcess({ SHUTDOWN_TIMEOUT: '500', REQUEST_TIMEOUT: '2000' });
    cluster.freeze();
    onTestFinished(cluster.thaw);
    const inFlight = on(new Agent(), `${url}/graphql`, asked);
    await sleep(300);
    const before = performance.now();
    child.kill('SIGTERM');
    await inFlight;
    expect((await end).code).toBe(0);
    expect(performance.now() - before).toBeLessThan(20_000);
  });
});
