import { gzipSync } from 'node:zlib';
import { repeat, type Scenario } from '../attack.ts';
import { json } from '../envelope.ts';

export const comments: Scenario = {
  title: 'row 63: documents of comments do not fill the memory',
  run: async ({ ask, random }) => {
    const many = '#\\n'.repeat(30_000);
    await repeat(400, 4, async (index) => {
      const body = gzipSync(`{"query": "{ __typename } ${many}#${index} ${random.below(1e9)}"}`);
      await ask({
        method: 'POST',
        target: '/graphql',
        headers: [
          ['content-type', json],
          ['content-encoding', 'gzip'],
        ],
        body,
      });
    });
  },
};
