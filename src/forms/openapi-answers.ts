/** What the door answers, as JSON Schema. */

export const problem = {
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

export const receipt = {
  type: 'object',
  required: ['receipt', 'reference', 'url'],
  properties: {
    receipt: { type: 'string', description: 'The name of the receipt’s page.' },
    reference: { type: 'string', description: 'A number to say on the phone.' },
    url: { type: 'string', description: 'The path of the receipt’s page.' },
  },
};

export const challenge = {
  type: 'object',
  description:
    'A challenge of ALTCHA, version 2, to be solved by PBKDF2. Every solution counts once.',
  required: ['parameters', 'signature'],
  properties: { parameters: { type: 'object' }, signature: { type: 'string' } },
};
