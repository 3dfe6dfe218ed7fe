import type { LexicalRichTextAdapter } from '@payloadcms/richtext-lexical';
import fc from 'fast-check';
import type { Field } from 'payload';

/** A field with a value that it cannot hold. */
export interface WrongField {
  /** The field's name at the top. */
  name: string;
  value: unknown;
  /** What is wrong, for messages of tests. */
  kind: string;
}

const ID = '507f1f77bcf86cd799439011';
const NO_WORDS: unknown[] = [[], ['x'], {}, { a: 1 }, 1, true, [null], { toString: 1 }];
const NO_LISTS: unknown[] = ['x', {}, 1, true, { 0: 'x' }];
const NO_TREES: unknown[] = [
  'x',
  [],
  1,
  {},
  { root: null },
  { root: {} },
  { root: 'x' },
  { root: { type: 'root' } },
  { root: { type: 'root', children: 'x' } },
  { root: { type: 'root', children: {} } },
];
const NO_NODES: unknown[] = [
  null,
  'x',
  1,
  [],
  {},
  { type: 1 },
  { type: 'nothing' },
  { type: 'root', children: [] },
  { type: 'text' },
  { type: 'text', text: null },
  { type: 'text', text: {} },
  { type: 'text', text: 'x', format: { a: 1 } },
  { type: 'paragraph', children: 'x' },
  { type: 'paragraph', children: [null] },
  { type: 'paragraph', children: [{ type: 'text', text: null }] },
  { type: 'link', children: [] },
  { type: 'link', fields: 'x', children: [] },
  { type: 'link', fields: { linkType: 'custom', url: {} }, children: [] },
  { type: 'link', fields: { linkType: 'internal', doc: 'x' }, children: [] },
  { type: 'link', fields: { linkType: 'internal', doc: { relationTo: 'users', value: ID } } },
  { type: 'link', fields: { linkType: 'internal', doc: { relationTo: 'pages', value: {} } } },
  { type: 'block' },
  { type: 'block', fields: null },
  { type: 'block', fields: {} },
  { type: 'block', fields: { blockType: 'nothing' } },
  { type: 'block', fields: { blockType: {} } },
  { type: 'inlineBlock', fields: { blockType: [] } },
];

const tree = (node: unknown) => ({ root: { type: 'root', children: [node] } });

const anyOf = (values: unknown[]) => fc.constantFrom(...values);

/** Values that a field cannot hold: itself, or what stands in it, at any depth. */
function wrongFor(field: Field, depth: number): fc.Arbitrary<unknown> | undefined {
  const many = 'hasMany' in field && field.hasMany === true;
  const single = (values: unknown[]) =>
    many
      ? anyOf([
          ...NO_LISTS,
          ...values.filter((value) => value !== undefined).map((value) => [value]),
        ])
      : anyOf(values);
  switch (field.type) {
    case 'text':
    case 'textarea':
    case 'email':
    case 'code':
      return single(NO_WORDS);
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
        // Of several, each has to be one.
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
      return inside(field.fields, [null, 'x', [], 1, true, ['x']], (value) => value, depth);
    case 'array':
      return inside(
        field.fields,
        [...NO_LISTS, ['x'], [1], [[]], [true]],
        (value) => [value],
        depth,
      );
    case 'blocks':
      return fc.oneof(
        anyOf([...NO_LISTS, ['x'], [[]], [{}], [{ blockType: 'nothing' }], [{ blockType: {} }]]),
        ...field.blocks.flatMap(({ slug, fields }) => {
          const wrong = depth > 0 && fieldWrong(fields, depth - 1);
          return wrong
            ? [wrong.map(({ name, value }) => [{ blockType: slug, [name]: value }])]
            : [];
        }),
      );
    case 'richText': {
      const { getSubFields } = (field.editor as LexicalRichTextAdapter).editorConfig.features;
      const blocks = ['block', 'inlineBlock'].flatMap((type) =>
        // Asked for no node, it names all blocks.
        ((getSubFields?.get(type)?.({} as never) ?? []) as Field[]).flatMap((all) =>
          'blocks' in all ? all.blocks.map((block) => ({ type, block })) : [],
        ),
      );
      return fc.oneof(
        anyOf(NO_TREES),
        anyOf(NO_NODES).map(tree),
        ...blocks.flatMap(({ type, block: { slug, fields } }) => {
          const wrong = depth > 0 && fieldWrong(fields, depth - 1);
          return wrong
            ? [
                wrong.map(({ name, value }) =>
                  tree({ type, fields: { blockType: slug, [name]: value } }),
                ),
              ]
            : [];
        }),
      );
    }
  }
}

function inside(
  fields: Field[],
  itself: unknown[],
  wrap: (value: unknown) => unknown,
  depth: number,
): fc.Arbitrary<unknown> {
  const wrong = depth > 0 ? fieldWrong(fields, depth - 1) : undefined;
  return wrong
    ? fc.oneof(
        anyOf(itself),
        wrong.map(({ name, value }) => wrap({ [name]: value })),
      )
    : anyOf(itself);
}

/** One of the fields with something wrong. */
export function fieldWrong(fields: Field[], depth = 4): fc.Arbitrary<WrongField> | undefined {
  const all = named(fields).flatMap((field): fc.Arbitrary<WrongField>[] => {
    const wrong = wrongFor(field, depth);
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

/** Those of tabs and rows stand where the tabs and rows stand. */
const named = (fields: Field[]): (Field & { name: string })[] =>
  fields.flatMap((field): (Field & { name: string })[] => {
    if (field.type === 'tabs') {
      return field.tabs.flatMap((tab) =>
        'name' in tab && tab.name
          ? [{ type: 'group', name: tab.name, fields: tab.fields } as Field & { name: string }]
          : named(tab.fields),
      );
    }
    if ('name' in field && field.name) return [field as Field & { name: string }];
    return 'fields' in field ? named(field.fields) : [];
  });
