import { defineConfig } from 'vitest/config';

export default defineConfig({
  // Node takes this file for `graphql`; Vite would take another beside it, and there must be one alone.
  resolve: { alias: [{ find: /^graphql$/, replacement: 'graphql/index.js' }] },
  test: {
    include: ['test/**/*.test.ts'],
    // These want more than Node: `npm run test:browser` and `npm run test:faults`.
    exclude: ['test/browser/**', 'test/faults/**'],
    globalSetup: 'test/setup.ts',
    // The embedded database boots in seconds; on a busy machine in many.
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
});
