/** A valid id that no document has. */
export const ID = '507f1f77bcf86cd799439011';

/** Invalid values of a text field. */
export const NOT_TEXT: unknown[] = [[], ['x'], {}, { a: 1 }, 1, true, [null], { toString: 1 }];

/** Invalid values of a field with many values. */
export const NOT_LISTS: unknown[] = ['x', {}, 1, true, { 0: 'x' }];

/** Invalid values of a rich text field. */
export const NOT_EDITOR_STATES: unknown[] = [
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

/** Invalid nodes of a rich text. */
export const NOT_NODES: unknown[] = [
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
