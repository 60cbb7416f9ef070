import { defineConfig } from 'vitest/config';
import config from './vitest.config.ts';

/** What is thrown at the service: apart from the other tests, since databases are killed, frozen and filled up. */
export default defineConfig({
  ...config,
  test: {
    ...config.test,
    include: ['test/faults/**/*.test.ts'],
    exclude: [],
    globalSetup: 'test/setup.ts',
    // Times are measured: no other file may be at work meanwhile.
    fileParallelism: false,
  },
});
