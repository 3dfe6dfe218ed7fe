import { z } from 'zod';
import { KIND_LABELS, SUBMISSION_KINDS, type SubmissionKind } from '#domain/submission-kinds.ts';
import { fieldWords } from './fields.ts';
import { challenge, problem, receipt } from './openapi-answers.ts';
import { submissionSchema } from './submission-schema.ts';

/** Why the door turns a request away: the status, and what a person is told. */
type Refusals = Record<string, { status: number; title: string }>;

/** What the door takes, and how much of it. */
export interface Door {
  refusals: Refusals;
  /** What an Idempotency-Key looks like, as a regular expression. */
  key: string;
  most: { bytes: number; values: number; depth: number };
  limits: { byAddress: CountLimit; byContact: CountLimit };
}

interface CountLimit {
  points: number;
  seconds: number;
}

const JSON_TYPE = 'application/json';
const PROBLEM_TYPE = 'application/problem+json';

const OWN_QUESTION: z.core.JSONSchema.BaseSchema = {
  description: 'The answer to a question that an editor added.',
  anyOf: [{ type: 'string' }, { type: 'array', items: { type: 'string' } }],
};

/** A request of this kind as JSON Schema; the questions of an editor come on top of it. */
function bodyOf(kind: SubmissionKind) {
  const slots = kind === 'schedule-call' ? [] : undefined;
  const { $schema, ...schema } = z.toJSONSchema(submissionSchema({ kind, questions: [], slots }), {
    io: 'input',
    unrepresentable: 'any',
    override({ zodSchema, jsonSchema }) {
      const words = fieldWords.get(zodSchema as never);
      if (!words) return;
      jsonSchema.title = words.label;
      if (words.hint) jsonSchema.description = words.hint;
    },
  });
  const answers = schema.properties?.answers;
  if (typeof answers === 'object') answers.patternProperties = { '^question-': OWN_QUESTION };
  return { title: KIND_LABELS[kind], ...schema };
}

/** What does not work now and may work later. */
const RETRIED = [429, 503];

const retryAfter = {
  description: 'When to send it again, in seconds.',
  schema: { type: 'integer' },
};

/** The answers that turn a request away, one for each status. */
function refusedAnswers(refusals: Refusals) {
  const titles = new Map<number, string[]>();
  for (const { status, title } of Object.values(refusals)) {
    titles.set(status, [...(titles.get(status) ?? []), title]);
  }
  return Object.fromEntries(
    [...titles].map(([status, words]): [number, object] => [
      status,
      {
        description: words.join(' '),
        ...(RETRIED.includes(status) && { headers: { 'Retry-After': retryAfter } }),
        content: { [PROBLEM_TYPE]: { schema: { $ref: '#/components/schemas/Problem' } } },
      },
    ]),
  );
}

const doorInWords = ({ most, limits: { byAddress, byContact } }: Door): string =>
  [
    '`callToAction` is the slug of a published call to action. The questions that an editor added to it are answered as `question-<id>`.',
    'Sent again under the same Idempotency-Key, the same request gets the same answer, for 48 hours at least, and another one is refused. One that was turned away can be mended and sent again under its key. Send a key: with it alone a retry gets the same receipt. Without a key, the same request within ten minutes is one, and each time it is sent it gets another receipt, because it may be somebody else who sends it; each takes back its own sending, and the request is closed when all are taken back.',
    'The page of a receipt leads to where its request is taken back. That reaches no other request with the same phone number or address.',
    'A consent names the version of the wording that was shown. A wording that was replaced is taken for 24 hours more.',
    `A body has at most ${most.bytes / 1024} KiB, ${most.values} values and ${most.depth} levels, is not compressed, and holds nothing that is not described here.`,
    `Counted are posts by address, ${byAddress.points} in ${byAddress.seconds / 60} minutes, and new requests by phone number and by email address, ${byContact.points} in ${byContact.seconds / 60} minutes each. Of posts, one too many is refused; of requests with one number or address, it is taken and marked for coordinators.`,
    'Scripts of other sites can send from the origins that the operator has listed, and read `Location` and `Retry-After`.',
  ].join('\n\n');

/** The public API described (OpenAPI 3.1), made from what checks it. */
export const openapi = (origin: string, door: Door) => ({
  openapi: '3.1.0',
  info: {
    title: 'Throughcare',
    version: '1',
    description: 'The door by which visitors’ requests come in, for front ends of any kind.',
  },
  servers: [{ url: origin }],
  paths: {
    '/api/requests': {
      post: {
        operationId: 'sendRequest',
        summary: 'Send a request',
        description: doorInWords(door),
        parameters: [
          {
            name: 'Idempotency-Key',
            in: 'header',
            required: false,
            description: 'Up to 200 printable signs that this request alone is sent under.',
            schema: { type: 'string', minLength: 1, maxLength: 200, pattern: door.key },
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
            description: 'The request is saved, now or when it came first.',
            headers: {
              Location: {
                description: 'The path of the receipt’s page.',
                schema: { type: 'string' },
              },
            },
            content: { [JSON_TYPE]: { schema: { $ref: '#/components/schemas/Receipt' } } },
          },
          ...refusedAnswers(door.refusals),
        },
      },
    },
    '/api/challenge': {
      get: {
        operationId: 'getChallenge',
        summary: 'Get a proof of work to do',
        description:
          'Sent with a request as `signals.proof`, its solution says that a browser was at work. A request is taken without one as well.',
        responses: {
          200: {
            description: 'A challenge, good for two hours.',
            content: { [JSON_TYPE]: { schema: { $ref: '#/components/schemas/Challenge' } } },
          },
        },
      },
    },
  },
  components: {
    schemas: {
      Challenge: challenge,
      Receipt: receipt,
      Problem: problem,
      ...Object.fromEntries(SUBMISSION_KINDS.map((kind) => [kind, bodyOf(kind)])),
    },
  },
});
