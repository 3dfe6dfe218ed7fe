import type { LexicalRichTextAdapter } from '@payloadcms/richtext-lexical';
import fc from 'fast-check';
import type { Field } from 'payload';
import { ID, NOT_EDITOR_STATES, NOT_LISTS, NOT_NODES, NOT_TEXT } from './wrong-values.ts';

/** A field with an invalid value. */
export interface WrongField {
  /** Name of the top-level field. */
  name: string;
  value: unknown;
  /** Description of the value, for test messages. */
  kind: string;
}

const editorStateOf = (node: unknown) => ({ root: { type: 'root', children: [node] } });

const anyOf = (values: unknown[]) => fc.constantFrom(...values);

/** Generates invalid values for a field: the value itself, or one of its subfields at any depth. */
function wrongValueFor(field: Field, depth: number): fc.Arbitrary<unknown> | undefined {
  const many = 'hasMany' in field && field.hasMany === true;
  const single = (values: unknown[]) =>
    many
      ? anyOf([
          ...NOT_LISTS,
          ...values.filter((value) => value !== undefined).map((value) => [value]),
        ])
      : anyOf(values);
  switch (field.type) {
    case 'text':
    case 'textarea':
    case 'email':
    case 'code':
      return single(NOT_TEXT);
    case 'number':
      return single(['x', [], ['1'], {}, true, '1e999', '--1']);
    case 'checkbox':
      return single(['maybe', 1, [], {}, [true]]);
    case 'date':
      return single(['soon', '2026-13-45', [], {}, 1e99, true, ['2026-01-01']]);
    case 'select':
    case 'radio':
      return single(['bogus', '', [], {}, 1, true, { value: 'x' }]);
    case 'relationship':
    case 'upload':
      return single([
        // A field with many values rejects each invalid one.
        ...(many ? ['none', '', 'null'] : []),
        ...(Array.isArray(field.relationTo)
          ? [
              ...[ID, 'x', 1, [], {}, { relationTo: 'users', value: ID }, { value: ID }],
              ...field.relationTo.flatMap((relationTo) => [
                { relationTo },
                { relationTo, value: 'x' },
                { relationTo, value: {} },
                { relationTo, value: [ID] },
                { relationTo: [relationTo], value: ID },
                { relationTo: { toString: 1 }, value: ID },
              ]),
            ]
          : [
              'x',
              1,
              [],
              {},
              true,
              [[]],
              { id: {} },
              { id: 'x' },
              { relationTo: 'users', value: ID },
            ]),
      ]);
    case 'group':
      return wrongWithin(field.fields, [null, 'x', [], 1, true, ['x']], (value) => value, depth);
    case 'array':
      return wrongWithin(
        field.fields,
        [...NOT_LISTS, ['x'], [1], [[]], [true]],
        (value) => [value],
        depth,
      );
    case 'blocks':
      return fc.oneof(
        anyOf([...NOT_LISTS, ['x'], [[]], [{}], [{ blockType: 'nothing' }], [{ blockType: {} }]]),
        ...field.blocks.flatMap(({ slug, fields }) => {
          const wrong = depth > 0 && wrongFieldIn(fields, depth - 1);
          return wrong
            ? [wrong.map(({ name, value }) => [{ blockType: slug, [name]: value }])]
            : [];
        }),
      );
    case 'richText': {
      const { getSubFields } = (field.editor as LexicalRichTextAdapter).editorConfig.features;
      const blocks = ['block', 'inlineBlock'].flatMap((type) =>
        // Without a node, it returns the fields of all blocks.
        ((getSubFields?.get(type)?.({} as never) ?? []) as Field[]).flatMap((all) =>
          'blocks' in all ? all.blocks.map((block) => ({ type, block })) : [],
        ),
      );
      return fc.oneof(
        anyOf(NOT_EDITOR_STATES),
        anyOf(NOT_NODES).map(editorStateOf),
        ...blocks.flatMap(({ type, block: { slug, fields } }) => {
          const wrong = depth > 0 && wrongFieldIn(fields, depth - 1);
          return wrong
            ? [
                wrong.map(({ name, value }) =>
                  editorStateOf({ type, fields: { blockType: slug, [name]: value } }),
                ),
              ]
            : [];
        }),
      );
    }
  }
}

function wrongWithin(
  fields: Field[],
  itself: unknown[],
  wrap: (value: unknown) => unknown,
  depth: number,
): fc.Arbitrary<unknown> {
  const wrong = depth > 0 ? wrongFieldIn(fields, depth - 1) : undefined;
  return wrong
    ? fc.oneof(
        anyOf(itself),
        wrong.map(({ name, value }) => wrap({ [name]: value })),
      )
    : anyOf(itself);
}

/** Generates one of the fields with an invalid value; undefined if none of them can be invalid. */
export function wrongFieldIn(fields: Field[], depth = 4): fc.Arbitrary<WrongField> | undefined {
  const all = namedFields(fields).flatMap((field): fc.Arbitrary<WrongField>[] => {
    const wrong = wrongValueFor(field, depth);
    return wrong
      ? [
          wrong.map((value) => ({
            name: field.name,
            value,
            kind: `${field.name}: ${JSON.stringify(value)?.slice(0, 200)}`,
          })),
        ]
      : [];
  });
  return all.length > 0 ? fc.oneof(...all) : undefined;
}

/** Returns the fields that store data; unnamed tabs and rows are replaced by their fields. */
const namedFields = (fields: Field[]): (Field & { name: string })[] =>
  fields.flatMap((field): (Field & { name: string })[] => {
    if (field.type === 'tabs') {
      return field.tabs.flatMap((tab) =>
        'name' in tab && tab.name
          ? [{ type: 'group', name: tab.name, fields: tab.fields } as Field & { name: string }]
          : namedFields(tab.fields),
      );
    }
    if ('name' in field && field.name) return [field as Field & { name: string }];
    return 'fields' in field ? namedFields(field.fields) : [];
  });
