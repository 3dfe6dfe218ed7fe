import { createLocalReq, type FlattenedField } from 'payload';
import { describe, expect, it } from 'vitest';
import { payload } from '#data/payload.ts';

const api = await payload();
const req = await createLocalReq({}, api);

const TEXT_TYPES = ['text', 'textarea', 'email'];

type TextField = FlattenedField & {
  type: 'text' | 'textarea' | 'email';
  required?: boolean;
  maxLength?: number;
  validate: (value: unknown, options: object) => Promise<unknown>;
};

/** Every text field of an entity, with those in groups, arrays, tabs and blocks, by its path. */
function* textFields(fields: FlattenedField[], parent: string): Generator<[string, TextField]> {
  for (const field of fields) {
    const path = `${parent}.${field.name}`;
    // Payload makes the ids of rows itself, and stores no virtual field.
    const isStored = field.name !== 'id' && !('virtual' in field && field.virtual);
    if (TEXT_TYPES.includes(field.type) && isStored) yield [path, field as unknown as TextField];
    if ('flattenedFields' in field) yield* textFields(field.flattenedFields, path);
  }
}

const all = [...api.config.collections, ...api.config.globals]
  .filter(({ slug }) => !slug.startsWith('payload-'))
  .flatMap(({ slug, flattenedFields }) => [...textFields(flattenedFields, slug)]);

const problemOf = (field: TextField, value: string) =>
  field.validate(value, {
    ...field,
    req,
    data: {},
    siblingData: {},
    operation: 'create',
    path: [],
  });

describe('a required field is not empty', () => {
  const required = all.filter(([, field]) => field.required && field.admin?.hidden !== true);

  it.each(required)('%s', async (_, field) => {
    expect(await problemOf(field, '')).toEqual(expect.any(String));
  });

  it('in the crisis lines', () => {
    expect(required.map(([path]) => path)).toContain('crisis-resources.lines.tel');
  });
});

describe('a field is no longer than it says', () => {
  const limited = all.filter(([, field]) => field.maxLength);

  it.each(limited)('%s', async (_, field) => {
    const long = 'a'.repeat((field.maxLength ?? 0) + 1);
    for (const value of [long, `https://example.org/${long}`, `/${long}`]) {
      expect(await problemOf(field, value)).toEqual(expect.any(String));
    }
  });
});
