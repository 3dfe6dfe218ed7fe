/** JSON Schemas of the responses of the API. */

export const problemSchema = {
  type: 'object',
  description: 'Problem details (RFC 9457), with the crisis lines that answer at any hour.',
  required: ['type', 'title', 'status', 'code', 'errors', 'crisisLines'],
  properties: {
    type: { type: 'string' },
    title: { type: 'string', description: 'For a person to read.' },
    status: { type: 'integer' },
    code: { type: 'string' },
    errors: {
      type: 'array',
      description: 'The fields to correct, in the order of the form.',
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

export const receiptSchema = {
  type: 'object',
  required: ['receipt', 'reference', 'url'],
  properties: {
    receipt: { type: 'string', description: 'The token in the path of the receipt page.' },
    reference: { type: 'string', description: 'A reference for phone calls.' },
    url: { type: 'string', description: 'The path of the receipt page.' },
  },
};

export const challengeSchema = {
  type: 'object',
  description:
    'A proof-of-work challenge of ALTCHA, version 2, with PBKDF2. A solution can be used once.',
  required: ['parameters', 'signature'],
  properties: { parameters: { type: 'object' }, signature: { type: 'string' } },
};
