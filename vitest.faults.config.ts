import { defineConfig } from 'vitest/config';
import config from './vitest.config.ts';

/** These start a PostgreSQL of their own, whichever database the others have: once is enough. */
const onOwnServer = ['database', 'load', 'shutdown', 'versions'].map((name) => `test/faults/${name}.test.ts`);
const isServer = (process.env['DATABASE_URL'] ?? '') !== '';

/** What is thrown at the service: apart from the other tests, since databases are killed, frozen and filled up. */
export default defineConfig({
  ...config,
  test: {
    ...config.test,
    include: ['test/faults/**/*.test.ts'],
    exclude: isServer ? [] : onOwnServer,
    globalSetup: 'test/setup.ts',
    // Times are measured: no other file may be at work meanwhile.
    fileParallelism: false,
  },
});
