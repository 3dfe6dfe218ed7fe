import { defineConfig } from 'vitest/config';

/** An odd zone, so that code which forgets zones fails. */
const env = { TZ: 'Pacific/Chatham' };
const freshModules = 'tests/helpers/fresh-modules.ts';
const quiet = 'tests/helpers/no-unexpected-errors.ts';

export default defineConfig({
  test: {
    // Files run in the same order each time, not the slowest or last failed first.
    cache: false,
    sequence: { setupFiles: 'list' },
    css: { include: /.+/, modules: { classNameStrategy: 'non-scoped' } },
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: [
            '{src,collections,globals,bench}/**/*.test.{ts,tsx}',
            'tests/{helpers,lint}/*.test.ts',
          ],
          env,
          setupFiles: [quiet],
          // They keep nothing between them; most of their time was importing the same modules anew.
          isolate: false,
          // A few read whole vocabularies; on a busy machine that takes its time.
          testTimeout: 20_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'int',
          include: ['tests/int/**/*.test.ts'],
          env,
          globalSetup: ['tests/helpers/database.setup.ts'],
          setupFiles: [freshModules, 'tests/helpers/own-database.ts', quiet],
          isolate: false,
          // One waits for the database or the clock while two compute.
          maxWorkers: 3,
          hookTimeout: 60_000,
          testTimeout: 30_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'e2e',
          include: ['tests/e2e/**/*.test.ts'],
          env,
          globalSetup: ['tests/helpers/site.setup.ts'],
          setupFiles: [freshModules, quiet],
          isolate: false,
          // They share one site, and some change it.
          fileParallelism: false,
          hookTimeout: 60_000,
          testTimeout: 120_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'outages',
          include: ['tests/outages/**/*.test.ts'],
          env,
          globalSetup: ['tests/helpers/site.setup.ts'],
          setupFiles: [freshModules, quiet],
          isolate: false,
          // They share one site, and stop parts of it.
          fileParallelism: false,
          hookTimeout: 60_000,
          testTimeout: 120_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'latency',
          include: ['tests/latency/**/*.test.ts'],
          env,
          globalSetup: ['tests/helpers/site.setup.ts'],
          setupFiles: [quiet],
          // They measure time, so nothing else runs beside them.
          fileParallelism: false,
          hookTimeout: 60_000,
          testTimeout: 120_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'sites',
          include: ['tests/sites/**/*.test.ts'],
          env,
          globalSetup: ['tests/helpers/seeded-data.setup.ts'],
          setupFiles: [quiet],
          // Each starts the whole product. They run beside the browser tests.
          fileParallelism: false,
          hookTimeout: 180_000,
          testTimeout: 300_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'pages',
          include: ['tests/pages/**/*.test.ts'],
          env,
          globalSetup: ['tests/helpers/fixed-clock-site.setup.ts'],
          setupFiles: [freshModules, quiet],
          isolate: false,
          // They share one site, and none changes what others see of it.
          maxWorkers: 3,
          hookTimeout: 60_000,
          testTimeout: 120_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'load',
          include: ['tests/load/**/*.load.test.ts'],
          env,
          setupFiles: [quiet],
          // Each starts the whole product for itself, and takes all that the machine has.
          fileParallelism: false,
          hookTimeout: 10 * 60_000,
          testTimeout: 60 * 60_000,
        },
      },
    ],
  },
});
