import { defineConfig } from 'vitest/config';
import { isServer, LongFirst, maxWorkers, resolve, timeouts } from './vitest.config.ts';

const files = (...names: string[]): string[] => names.map((name) => `test/faults/${name}.test.ts`);

/** These start a PostgreSQL of their own, whichever database the others have: once is enough. */
const onOwnServer = files('database', 'load', 'shutdown', 'versions');

/** These look at how long something takes or how much it holds, or do something while something else lasts. */
const measured = files(
  'database',
  'deadline',
  'embedded',
  'limits',
  'load',
  'memory',
  'migrations',
  'pipelining',
  'prices',
  'readiness',
  'requests',
  'shutdown',
  'slow',
  'stores',
  'transactions',
  'versions',
);

const elsewhere = isServer ? [] : onOwnServer;

/** What is thrown at the service: apart from the other tests, since databases are killed, frozen and filled up. */
export default defineConfig({
  // Of what the service is started with before the tests.
  resolve,
  test: {
    // Once for both projects: neither has one of its own.
    globalSetup: 'test/setup.ts',
    sequence: { sequencer: LongFirst },
    projects: [
      {
        resolve,
        test: {
          ...timeouts,
          name: 'side by side',
          include: ['test/faults/**/*.test.ts'],
          exclude: [...measured, ...elsewhere],
          maxWorkers,
        },
      },
      {
        resolve,
        test: { ...timeouts, name: 'one by one', include: measured, exclude: elsewhere, fileParallelism: false },
      },
    ],
  },
});
