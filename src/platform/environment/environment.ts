import path from 'node:path';
import { z } from 'zod';

/** An environment variable is invalid. The message says in one sentence which one and what it must be. */
export class EnvironmentError extends Error {}

const port = z.coerce.number().int().min(1).max(65_535);

/** A public origin: scheme, host and port, without a path. */
const origin = z
  .url({ protocol: /^https?$/, abort: true })
  .refine((url) => new URL(url).pathname === '/' && new URL(url).search === '')
  .transform((url) => new URL(url).origin);

const mongoUri = z
  .string()
  .regex(/^mongodb(\+srv)?:\/\/.+/)
  .refine((uri) => uri.startsWith('mongodb+srv:') || /[?&]replicaSet=[^&]+/.test(uri));

/** Addresses and networks in CIDR notation. */
const networks = z
  .string()
  .transform((list) => list.split(',').map((one) => one.trim()))
  .pipe(z.array(z.union([z.ipv4(), z.ipv6(), z.cidrv4(), z.cidrv6()])));

/** Part of the edge's memory limit that the process itself needs, in MB. The rest is cache. */
export const EDGE_OVERHEAD_MB = 200;

const MIN_EDGE_MB = EDGE_OVERHEAD_MB + 16;

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
  SMTP_URL: {
    schema: z.url({ protocol: /^smtps?$/ }).optional(),
    should: 'be the address of a mail server, like smtps://user:password@mail.example.org',
  },
  MAIL_FROM: {
    schema: z.email().default('no-reply@localhost.localdomain'),
    should: 'be the address that mails come from, like no-reply@example.org',
  },
  TWILIO_ACCOUNT_SID: {
    schema: z
      .string()
      .regex(/^AC[0-9a-f]{32}$/i)
      .optional(),
    should: 'be the account SID of Twilio, which begins with AC',
  },
  TWILIO_AUTH_TOKEN: { schema: z.string().min(16).optional(), should: 'be Twilio’s auth token' },
  TWILIO_FROM: {
    schema: z
      .string()
      .regex(/^(\+[1-9]\d{6,14}|MG[0-9a-f]{32})$/i)
      .optional(),
    should: 'be a phone number like +12125550100, or the SID of a messaging service',
  },
  TWILIO_API_URL: {
    schema: origin.default('https://api.twilio.com'),
    should: 'be the origin of Twilio’s API',
  },
  SUPPRESSION_KEY: {
    schema: z.string().min(32).optional(),
    should: 'have at least 32 characters',
  },
  RATE_LIMIT_FACTOR: {
    schema: z.coerce.number().positive().default(1),
    should: 'be a number above 0',
  },
  TRUSTED_PROXIES: {
    schema: networks.default([]),
    should: 'list the addresses of your proxies, like 10.0.0.0/8, 127.0.0.1, with commas between',
  },
  CORS_ORIGINS: {
    schema: z
      .string()
      .transform((list) => list.split(',').map((one) => one.trim()))
      .pipe(z.array(origin))
      .default([]),
    should: 'list the origins of other front ends, like https://a.example, with commas between',
  },
  PAYLOAD_LOG_LEVEL: {
    schema: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
    should: 'be one of fatal, error, warn, info, debug, trace, silent',
  },
  EDGE_MEMORY_MB: {
    schema: z.coerce.number().int().min(MIN_EDGE_MB).default(256),
    should: `be a number of megabytes, at least ${MIN_EDGE_MB}`,
  },
  EDGE_DISK_MB: {
    schema: z.coerce.number().int().min(16).default(1024),
    should: 'be a number of megabytes, at least 16',
  },
  // `npm start` generates it for the edge and the web server, which identify each other by it.
  EDGE_TOKEN: { schema: z.string().min(32).optional(), should: 'have at least 32 characters' },
  GALLERY: { schema: z.literal('1').optional(), should: 'be 1 or not set' },
} satisfies Record<string, { schema: z.ZodType; should: string }>;

type ParsedVariables = { [V in keyof typeof VARIABLES]: z.output<(typeof VARIABLES)[V]['schema']> };

export type Environment = Omit<ParsedVariables, 'SITE_URL'> & { SITE_URL: string };

/**
 * Parses the environment variables of the product. An empty one counts as not set.
 * @throws EnvironmentError for the first invalid one; without its value, which may be a secret
 */
export function parseEnvironment(source: Record<string, string | undefined>): Environment {
  const parsed: Record<string, unknown> = {};
  for (const [name, { schema, should }] of Object.entries(VARIABLES)) {
    const result = schema.safeParse(source[name] || undefined);
    if (!result.success) throw new EnvironmentError(`${name} must ${should}.`);
    parsed[name] = result.data;
  }
  const environment = parsed as ParsedVariables;
  requireAllTwilioVariables(environment);
  return {
    ...environment,
    SITE_URL: environment.SITE_URL ?? `http://localhost:${environment.PORT}`,
  };
}

const TWILIO_VARIABLES = ['TWILIO_ACCOUNT_SID', 'TWILIO_AUTH_TOKEN', 'TWILIO_FROM'] as const;

/** With only some of these variables, text messages would never be sent, and nobody would know why. */
function requireAllTwilioVariables(environment: ParsedVariables): void {
  const missing = TWILIO_VARIABLES.filter((name) => environment[name] === undefined);
  if (missing.length === 0 || missing.length === TWILIO_VARIABLES.length) return;
  throw new EnvironmentError(
    `${missing.join(' and ')} must be set as well: text messages take ${TWILIO_VARIABLES.join(', ')} together.`,
  );
}
