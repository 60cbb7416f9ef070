import type { Scenario } from '../attack.ts';
import { got, posted } from '../envelope.ts';
import { targets } from '../odd.ts';
import { foreignHost } from '../verdict.ts';

/** Verdicts look for the foreign host in each answer. */
export const hosts: Scenario = {
  title: 'row 73: nothing of a foreign Host header is in an answer',
  meant: ['BUSY'],
  run: async ({ ask }) => {
    const foreign = [
      ['host', foreignHost],
      ['x-forwarded-host', foreignHost],
      ['forwarded', `host=${foreignHost}`],
      ['origin', `https://${foreignHost}`],
    ] as const;
    const paths = [
      '/',
      '/explorer',
      '/export/',
      '/export/graph.jsonld',
      '/export/context.jsonld',
      '/export/deadlines.ics',
      '/export/entities.csv',
      '/export/grafana/nodes.json',
      '/export/nothing',
      '/nothing',
      '/livez',
      '/metrics',
      '/assets',
      '/embed',
    ];
    for (const path of paths) await ask(got(path, foreign));
    await ask(got(`http://${foreignHost}/export/`, [['host', foreignHost]]));
    await ask({
      ...posted({ query: '{ graph { version } }' }),
      headers: [['content-type', 'application/json'], ...foreign],
    });
    await ask({ ...posted({ query: '{ nothing }' }), headers: [['content-type', 'application/json'], ...foreign] });
  },
};

export const oddTargets: Scenario = {
  title: 'addresses that lead nowhere, or out of the folder, are refused',
  run: async ({ ask, find }) => {
    for (const target of targets) {
      if (/^(http|\*|graphql$)/.test(target)) continue;
      for (const method of ['GET', 'HEAD', 'POST', 'OPTIONS', 'DELETE']) {
        const answer = await ask({ ...got(target), method });
        if (answer !== undefined && answer.status >= 500) find(`${answer.status} for ${method} ${target}`);
      }
    }
  },
};
