import { z } from 'zod';
import { KIND_LABELS, KINDS, type Kind } from '#domain/kinds.ts';
import { fieldWords } from './fields.ts';
import { requestSchema } from './request.ts';

/** Why the door turns a request away: the status, and what a person is told. */
type Refusals = Record<string, { status: number; title: string }>;

const JSON_TYPE = 'application/json';
const PROBLEM_TYPE = 'application/problem+json';

const OWN_QUESTION: z.core.JSONSchema.BaseSchema = {
  description: 'The answer to a question that an editor added.',
  anyOf: [{ type: 'string' }, { type: 'array', items: { type: 'string' } }],
};

/** A request of this kind as JSON Schema; the questions of an editor come on top of it. */
function bodyOf(kind: Kind) {
  const slots = kind === 'schedule-call' ? [] : undefined;
  const { $schema, ...schema } = z.toJSONSchema(requestSchema({ kind, questions: [], slots }), {
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

const problem = {
  type: 'object',
  description: 'What is wrong (RFC 9457), and the lines that answer at any hour.',
  required: ['type', 'title', 'status', 'code', 'errors', 'crisisLines'],
  properties: {
    type: { type: 'string' },
    title: { type: 'string', description: 'For a person to read.' },
    status: { type: 'integer' },
    code: { type: 'string' },
    errors: {
      type: 'array',
      description: 'The fields to mend, in the order of the form.',
      items: {
        type: 'object',
        required: ['name', 'message'],
        properties: { name: { type: 'string' }, message: { type: 'string' } },
      },
    },
    crisisLines: {
      type: 'array',
      items: {
        type: 'object',
        required: ['name', 'number'],
        properties: { name: { type: 'string' }, number: { type: 'string' } },
      },
    },
  },
};

const receipt = {
  type: 'object',
  required: ['receipt', 'reference', 'url'],
  properties: {
    receipt: { type: 'string', description: 'The name of the receipt’s page.' },
    reference: { type: 'string', description: 'A number to say on the phone.' },
    url: { type: 'string', description: 'The path of the receipt’s page.' },
  },
};

const challenge = {
  type: 'object',
  description:
    'A challenge of ALTCHA, version 2, to be solved by PBKDF2. Every solution counts once.',
  required: ['parameters', 'signature'],
  properties: { parameters: { type: 'object' }, signature: { type: 'string' } },
};

/** The answers that turn a request away, one for each status. */
function refusedAnswers(refusals: Refusals) {
  const titles = new Map<number, string[]>();
  for (const { status, title } of Object.values(refusals)) {
    titles.set(status, [...(titles.get(status) ?? []), title]);
  }
  return Object.fromEntries(
    [...titles].map(([status, words]) => [
      status,
      {
        description: words.join(' '),
        content: { [PROBLEM_TYPE]: { schema: { $ref: '#/components/schemas/Problem' } } },
      },
    ]),
  );
}

/** The public API described (OpenAPI 3.1), made from what checks it. */
export const openapi = (origin: string, refusals: Refusals) => ({
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
        description:
          'Sent again under the same Idempotency-Key, the same request gets the same receipt, and another one is refused. `callToAction` is the slug of a published call to action. The questions that an editor added to it are answered as `question-<id>`.',
        parameters: [
          {
            name: 'Idempotency-Key',
            in: 'header',
            required: false,
            description: 'Up to 200 printable signs that this request alone is sent under.',
            schema: { type: 'string', maxLength: 200 },
          },
        ],
        requestBody: {
          required: true,
          content: {
            [JSON_TYPE]: {
              schema: { anyOf: KINDS.map((kind) => ({ $ref: `#/components/schemas/${kind}` })) },
            },
          },
        },
        responses: {
          201: {
            description: 'The request is saved.',
            headers: { Location: { schema: { type: 'string' } } },
            content: { [JSON_TYPE]: { schema: { $ref: '#/components/schemas/Receipt' } } },
          },
          ...refusedAnswers(refusals),
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
      ...Object.fromEntries(KINDS.map((kind) => [kind, bodyOf(kind)])),
    },
  },
});
