import { z } from 'zod';
import { KIND_LABELS, SUBMISSION_KINDS, type SubmissionKind } from '#domain/submission-kinds.ts';
import { fieldMeta } from './fields.ts';
import { offersSlots } from './kinds.ts';
import { challengeSchema, problemSchema, receiptSchema } from './openapi-schemas.ts';
import { submissionSchema } from './submission-schema.ts';

/** Errors of the API by code: the HTTP status, and a title for people to read. */
type ApiErrors = Record<string, { status: number; title: string }>;

/** The errors and limits of the submission API. */
export interface SubmissionApi {
  errors: ApiErrors;
  /** Regular expression of a valid Idempotency-Key. */
  idempotencyKeyPattern: string;
  bodyLimits: { bytes: number; values: number; depth: number };
  rateLimits: { byAddress: CountLimit; byContact: CountLimit };
}

interface CountLimit {
  points: number;
  seconds: number;
}

const JSON_TYPE = 'application/json';
const PROBLEM_TYPE = 'application/problem+json';

const EDITOR_QUESTION: z.core.JSONSchema.BaseSchema = {
  description: 'The answer to a question that an editor added.',
  anyOf: [{ type: 'string' }, { type: 'array', items: { type: 'string' } }],
};

/** Returns the JSON Schema of a submission of one kind, which allows answers to any question of an editor. */
function bodySchemaOf(kind: SubmissionKind) {
  const slots = offersSlots(kind) ? [] : undefined;
  const { $schema, ...schema } = z.toJSONSchema(submissionSchema({ kind, questions: [], slots }), {
    io: 'input',
    unrepresentable: 'any',
    override({ zodSchema, jsonSchema }) {
      const meta = fieldMeta.get(zodSchema as never);
      if (!meta) return;
      jsonSchema.title = meta.label;
      if (meta.hint) jsonSchema.description = meta.hint;
    },
  });
  const answers = schema.properties?.answers;
  if (typeof answers === 'object') answers.patternProperties = { '^question-': EDITOR_QUESTION };
  return { title: KIND_LABELS[kind], ...schema };
}

/** Statuses of errors that a retry can resolve. */
const RETRYABLE_STATUSES = [429, 503];

const retryAfter = {
  description: 'When to retry, in seconds.',
  schema: { type: 'integer' },
};

/** Returns one response for each status of the errors. */
function errorResponses(errors: ApiErrors) {
  const titles = new Map<number, string[]>();
  for (const { status, title } of Object.values(errors)) {
    titles.set(status, [...(titles.get(status) ?? []), title]);
  }
  return Object.fromEntries(
    [...titles].map(([status, statusTitles]): [number, object] => [
      status,
      {
        description: statusTitles.join(' '),
        ...(RETRYABLE_STATUSES.includes(status) && { headers: { 'Retry-After': retryAfter } }),
        content: { [PROBLEM_TYPE]: { schema: { $ref: '#/components/schemas/Problem' } } },
      },
    ]),
  );
}

const describeSubmissionApi = ({
  bodyLimits,
  rateLimits: { byAddress, byContact },
}: SubmissionApi): string =>
  [
    '`callToAction` is the slug of a published call to action. The answers to questions that an editor added to it are named `question-<id>`.',
    'A retry with the same Idempotency-Key and the same content gets the same response, for at least 48 hours. Different content under that key is refused. After an error, the corrected content can be sent under the same key. Send a key: only then does a retry get the same receipt. Without a key, equal content within ten minutes is saved as one request. Each time it is sent it gets a receipt of its own, because the sender may be somebody else. Each receipt withdraws its own submission, and the request is closed when all of them are withdrawn.',
    'The receipt page links to the page for withdrawing the request. That does not affect other requests with the same phone number or email address.',
    'A consent names the version of the wording that was shown. A replaced wording is accepted for 24 hours more.',
    `A body has at most ${bodyLimits.bytes / 1024} KiB, ${bodyLimits.values} values and ${bodyLimits.depth} levels. It is not compressed, and has no properties that are not described here.`,
    `Rate limits: posts from one IP address, ${byAddress.points} in ${byAddress.seconds / 60} minutes; new requests with one phone number or email address, ${byContact.points} in ${byContact.seconds / 60} minutes. Posts above the limit are refused. Requests above the limit are accepted and marked for coordinators.`,
    'Scripts of other sites can send requests from the origins that the operator has listed (CORS), and read `Location` and `Retry-After`.',
  ].join('\n\n');

/** Returns the OpenAPI 3.1 document of the public API. It derives from the schemas that validate submissions. */
export const buildOpenApi = (origin: string, api: SubmissionApi) => ({
  openapi: '3.1.0',
  info: {
    title: 'Throughcare',
    version: '1',
    description: 'The API for sending requests of visitors, for front ends of any kind.',
  },
  servers: [{ url: origin }],
  paths: {
    '/api/requests': {
      post: {
        operationId: 'sendRequest',
        summary: 'Send a request',
        description: describeSubmissionApi(api),
        parameters: [
          {
            name: 'Idempotency-Key',
            in: 'header',
            required: false,
            description: 'Up to 200 printable characters, unique to this request.',
            schema: {
              type: 'string',
              minLength: 1,
              maxLength: 200,
              pattern: api.idempotencyKeyPattern,
            },
          },
        ],
        requestBody: {
          required: true,
          content: {
            [JSON_TYPE]: {
              schema: {
                anyOf: SUBMISSION_KINDS.map((kind) => ({ $ref: `#/components/schemas/${kind}` })),
              },
            },
          },
        },
        responses: {
          201: {
            description: 'The request is saved, by this post or by an earlier one.',
            headers: {
              Location: {
                description: 'The path of the receipt page.',
                schema: { type: 'string' },
              },
            },
            content: { [JSON_TYPE]: { schema: { $ref: '#/components/schemas/Receipt' } } },
          },
          ...errorResponses(api.errors),
        },
      },
    },
    '/api/challenge': {
      get: {
        operationId: 'getChallenge',
        summary: 'Get a proof-of-work challenge',
        description:
          'Its solution, sent with a request as `signals.proof`, makes it less likely to be marked as spam. Requests without one are accepted as well.',
        responses: {
          200: {
            description: 'A challenge that is valid for two hours.',
            content: { [JSON_TYPE]: { schema: { $ref: '#/components/schemas/Challenge' } } },
          },
        },
      },
    },
  },
  components: {
    schemas: {
      Challenge: challengeSchema,
      Receipt: receiptSchema,
      Problem: problemSchema,
      ...Object.fromEntries(SUBMISSION_KINDS.map((kind) => [kind, bodySchemaOf(kind)])),
    },
  },
});
