import path from 'node:path';
import { z } from 'zod';

/** One sentence that says which variable is wrong and what it should be. */
export class EnvironmentError extends Error {}

const port = z.coerce.number().int().min(1).max(65_535);

/** A public origin: scheme, host and port, nothing behind them. */
const origin = z
  .url({ protocol: /^https?$/, abort: true })
  .refine((url) => new URL(url).pathname === '/' && new URL(url).search === '')
  .transform((url) => new URL(url).origin);

const mongoUri = z
  .string()
  .regex(/^mongodb(\+srv)?:\/\/.+/)
  .refine((uri) => uri.startsWith('mongodb+srv:') || /[?&]replicaSet=[^&]+/.test(uri));

const VARIABLES = {
  PORT: { schema: port.default(3000), should: 'be a port number from 1 to 65535' },
  HOST: { schema: z.string().min(1).default('127.0.0.1'), should: 'be an address to listen on' },
  DATA_DIR: {
    schema: z
      .string()
      .min(1)
      .default('.data')
      .transform((folder) => path.resolve(folder)),
    should: 'be a folder',
  },
  DATABASE_URI: {
    schema: mongoUri.optional(),
    should:
      'be the address of a MongoDB replica set, like mongodb://host/name?replicaSet=rs0 (a standalone server has no transactions, so requests could be lost)',
  },
  MONGOD_BINARY: { schema: z.string().min(1).optional(), should: 'be the path of a mongod' },
  PAYLOAD_SECRET: {
    schema: z.string().min(32).optional(),
    should: 'have at least 32 characters',
  },
  SITE_URL: {
    schema: origin.optional(),
    should: 'be the public origin, like https://example.org, without a path',
  },
  DEMO_PASSWORD: { schema: z.string().min(8).optional(), should: 'have at least 8 characters' },
  GALLERY: { schema: z.literal('1').optional(), should: 'be 1 or not set' },
} satisfies Record<string, { schema: z.ZodType; should: string }>;

type Parsed = { [V in keyof typeof VARIABLES]: z.output<(typeof VARIABLES)[V]['schema']> };

export type Environment = Omit<Parsed, 'SITE_URL'> & { SITE_URL: string };

/**
 * Reads the variables of the contract. An empty one counts as not set.
 * @throws EnvironmentError at the first that is wrong; its value is not repeated, it may be a secret
 */
export function parseEnvironment(source: Record<string, string | undefined>): Environment {
  const parsed: Record<string, unknown> = {};
  for (const [name, { schema, should }] of Object.entries(VARIABLES)) {
    const result = schema.safeParse(source[name] || undefined);
    if (!result.success) throw new EnvironmentError(`${name} must ${should}.`);
    parsed[name] = result.data;
  }
  const environment = parsed as Parsed;
  return {
    ...environment,
    SITE_URL: environment.SITE_URL ?? `http://localhost:${environment.PORT}`,
  };
}
