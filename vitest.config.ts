import { defineConfig } from 'vitest/config';

/** An odd zone, so that code which forgets zones fails. */
const env = { TZ: 'Pacific/Chatham' };
const setupFiles = ['tests/helpers/no-unexpected-errors.ts'];

export default defineConfig({
  test: {
    css: { include: /.+/, modules: { classNameStrategy: 'non-scoped' } },
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['{src,collections,globals}/**/*.test.{ts,tsx}'],
          env,
          setupFiles,
        },
      },
    ],
  },
});
