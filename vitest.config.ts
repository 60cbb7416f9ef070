import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    globalSetup: 'test/setup.ts',
    // The embedded database boots in seconds; on a busy machine in many.
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
});
