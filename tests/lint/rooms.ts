import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** A folder of the source, and what its files may import. Only what is named is allowed. */
export interface Room {
  /** Glob patterns, as Biome reads them. */
  files: string[];
  /** Rooms below it, by their aliases without `#`. Every room may import itself. */
  mayImport: string[];
  /** Packages that it does without. */
  without?: Package[];
}

type Package = keyof typeof PACKAGES;

export const PACKAGES = {
  react: ['react', 'react/**', 'react-dom', 'react-dom/**', 'next', 'next/**'],
  payload: ['payload', '@payloadcms/**'],
  node: ['node:*'],
  mongodb: ['mongodb'],
};

/** Nothing here needs a framework: it can be understood, and tested, by itself. */
const PLAIN: Package[] = ['react', 'payload', 'node', 'mongodb'];

/**
 * The rooms, from the lowest to the highest. A file belongs to the last row that matches it. Whatever is not
 * named here (routes, configuration, tests, benchmarks) stands on top and may import everything, and so may
 * `data/payload.ts`, which starts Payload with the configuration.
 */
export const ROOMS: Record<string, Room> = {
  domain: { files: ['src/domain/**'], mayImport: [], without: PLAIN },
  ui: { files: ['src/ui/**'], mayImport: [], without: ['payload', 'node', 'mongodb'] },
  platform: {
    files: ['src/platform/**'],
    mayImport: ['domain', 'payload-types.ts'],
    without: ['react'],
  },
  schemas: { files: ['src/forms/**'], mayImport: ['domain', 'payload-types.ts'], without: PLAIN },
  forms: {
    files: ['src/forms/**/*.tsx', 'src/forms/**/fixtures.ts'],
    mayImport: ['domain', 'ui', 'payload-types.ts'],
    without: ['payload', 'node', 'mongodb'],
  },
  content: {
    files: ['src/content/**'],
    mayImport: ['domain', 'forms', 'platform', 'payload-types.ts'],
    without: ['react'],
  },
  blocks: {
    files: ['src/content/blocks/**/*.tsx'],
    mayImport: ['domain', 'ui', 'forms', 'payload-types.ts'],
    without: ['payload', 'node', 'mongodb'],
  },
  data: {
    files: ['src/data/**'],
    mayImport: ['domain', 'forms', 'content', 'platform', 'payload-types.ts'],
    without: ['react'],
  },
  search: {
    files: ['src/data/search/**'],
    mayImport: ['domain'],
    without: ['react', 'payload', 'mongodb'],
  },
  submissions: {
    files: ['src/submissions/**'],
    mayImport: ['domain', 'forms', 'platform', 'data', 'payload-types.ts'],
    without: ['react'],
  },
  jobs: {
    files: ['src/jobs/**'],
    mayImport: ['domain', 'platform', 'data', 'submissions'],
    without: ['react'],
  },
  site: {
    files: ['src/site/**'],
    mayImport: ['domain', 'ui', 'forms', 'content', 'platform', 'data', 'submissions'],
    without: ['mongodb'],
  },
  views: {
    files: ['src/site/views/**', 'src/site/structured-data/**'],
    mayImport: ['domain', 'ui', 'forms', 'content', 'payload-types.ts'],
    without: ['payload', 'node', 'mongodb'],
  },
  enhance: {
    files: ['src/site/enhance/**'],
    mayImport: ['domain', 'forms'],
    without: ['react', 'node', 'mongodb'],
  },
  desk: {
    files: ['src/desk/**'],
    mayImport: ['domain', 'platform', 'data', 'submissions', 'payload-types.ts'],
    without: ['mongodb'],
  },
  edge: {
    files: ['src/edge/**'],
    mayImport: ['domain', 'platform'],
    without: ['react', 'payload'],
  },
  server: {
    files: ['src/server/**'],
    mayImport: ['domain', 'platform', 'data', 'submissions', 'jobs', 'edge'],
    without: ['react'],
  },
  seed: {
    files: ['src/seed/**'],
    mayImport: ['domain', 'platform', 'data', 'payload-types.ts'],
    without: ['react'],
  },
  collections: {
    files: ['collections/**', 'globals/**'],
    mayImport: ['domain', 'forms', 'content', 'platform', 'submissions', 'payload-types.ts'],
    without: ['react', 'mongodb'],
  },
};

/** Tests look at everything. */
const EXEMPT = ['!**/*.test.ts', '!**/*.test.tsx', '!src/data/payload.ts'];

/** Biome's rule for a room: an allow-list. */
const overrideOf = ([name, { files, mayImport, without = [] }]: [string, Room]) => {
  const own = files.map((glob) => glob.replace(/^src\//, '').replace(/\/\*.*$/, ''));
  const allowed = [...mayImport, ...own].map((room) =>
    room.endsWith('.ts') ? `!#${room}` : `!#${room}/**`,
  );
  const all = ['#*/**', '#*.ts', '#payload-config', '@payload-config', ...new Set(allowed)];
  const message = `${name} may import ${mayImport.join(', ') || 'no other room'}: see tests/lint/rooms.ts.`;
  return {
    includes: [...files, ...EXEMPT],
    linter: {
      rules: {
        style: {
          noRestrictedImports: {
            level: 'error',
            options: {
              patterns: [
                { group: all, message },
                ...without.map((one) => ({
                  group: PACKAGES[one],
                  message: `${name} does without ${one}: see tests/lint/rooms.ts.`,
                })),
              ],
            },
          },
        },
      },
    },
  };
};

/** What Biome reads of the rooms; written by `npm run generate`. */
export const ROOMS_FILE = fileURLToPath(new URL('../../biome.rooms.json', import.meta.url));

export const roomsForBiome = (): string =>
  `${JSON.stringify({ overrides: Object.entries(ROOMS).map(overrideOf) }, null, 2)}\n`;

if (path.resolve(process.argv[1] ?? '') === fileURLToPath(import.meta.url)) {
  writeFileSync(ROOMS_FILE, roomsForBiome());
}
