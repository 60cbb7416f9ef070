import { defineConfig } from 'vitest/config';
import base from './vitest.config.ts';

export default defineConfig({
  ...base,
  test: {
    include: ['test/browser/**/*.test.ts'],
    globalSetup: 'test/browser/setup.ts',
    testTimeout: 90_000,
    hookTimeout: 240_000,
    // One browser at a time: several would fight over the cores and make each other slow.
    fileParallelism: false,
  },
});
