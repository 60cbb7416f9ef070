import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

// Node takes this file for `graphql`; Vite would take another beside it, and there must be one alone.
export const resolve = { alias: [{ find: /^graphql$/, replacement: 'graphql/index.js' }] };

/** Two files at once even on two cores: most of the time, one of them waits for its database. */
export const maxWorkers = Math.max(2, availableParallelism() - 1);

/** The embedded database boots in seconds; on a busy machine in many. */
export const timeouts = { testTimeout: 60_000, hookTimeout: 120_000 };

/** The files that take a minute or more where others work. */
const long = [
  'api/connections',
  'commandLine/commands',
  'commandLine/read',
  'commandLine/readOnly',
  'database/upgrade',
  'export/commandLine',
  'export/http',
  'export/records',
  'faults/backup',
  'faults/crash',
  'faults/random',
  'seeding/ids',
  'seeding/mutations/mutations',
].map((name) => `/test/${name}.test.ts`);

/** Begins with the files that take long: one that came last would have the machine to itself. */
export class LongFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    const isLong = ({ moduleId }: TestSpecification): boolean => long.some((name) => moduleId.endsWith(name));
    return [...sorted.filter(isLong), ...sorted.filter((file) => !isLong(file))];
  }
}

/** Whether the tests run on a server, and not on the embedded database. */
export const isServer = (process.env['DATABASE_URL'] ?? '') !== '';

/** These read texts, and no database: once is enough. */
const withoutDatabase = isServer ? ['test/reading/**'] : [];

export default defineConfig({
  resolve,
  test: {
    include: ['test/**/*.test.ts'],
    // These want more than Node: `npm run test:browser` and `npm run test:faults`.
    exclude: ['test/browser/**', 'test/faults/**', ...withoutDatabase],
    globalSetup: 'test/setup.ts',
    maxWorkers,
    sequence: { sequencer: LongFirst },
    ...timeouts,
  },
});
