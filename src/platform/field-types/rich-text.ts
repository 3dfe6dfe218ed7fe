import type { LexicalRichTextAdapter } from '@payloadcms/richtext-lexical';
import type { Field, RichTextField } from 'payload';
import { type CheckContext, isPlainObject, type PlainObject } from './check-context.ts';

const INVALID_TEXT_MESSAGE = 'This text cannot be read.';

/** Node types of every Lexical editor, in addition to those of its features. */
const BASE_NODE_TYPES = ['paragraph', 'text', 'linebreak', 'tab'];

const ROOT = new Set(['root']);

type CheckFields = (fields: Field[], data: PlainObject, context: CheckContext) => void;
type Features = LexicalRichTextAdapter['editorConfig']['features'];

/**
 * Checks that a text is a tree of node types that its editor knows, and checks the fields of its links and blocks.
 * It goes level by level: recursion on a hostile text could exhaust the stack.
 * @param checkFields checks the fields of links and blocks, which can contain rich text themselves
 */
export function checkRichText(
  field: RichTextField,
  value: unknown,
  path: string,
  context: CheckContext,
  checkFields: CheckFields,
): void {
  const { features } = (field.editor as LexicalRichTextAdapter).editorConfig;
  const types = new Set([
    ...BASE_NODE_TYPES,
    ...features.nodes.map(({ node }) => nodeTypeOf(node)),
  ]);
  const root = isPlainObject(value) && hasPlainValues(value, ['root']) ? value.root : undefined;
  if (!isPlainObject(root) || !isNode(root, ROOT) || !Array.isArray(root.children)) {
    context.errors.push({ path, message: INVALID_TEXT_MESSAGE });
    return;
  }
  let level: [path: string, node: unknown][] = [[`${path}.root`, root]];
  while (level.length > 0) {
    level = level.flatMap(([at, node]) => {
      if (isPlainObject(node) && (node === root || isNode(node, types))) {
        const fields = subfieldsOf(node, features);
        if (fields)
          checkFields(fields, node.fields as PlainObject, {
            ...context,
            pathPrefix: `${at}.fields.`,
          });
        else if (features.getSubFields?.has(String(node.type)))
          context.errors.push({ path: at, message: INVALID_TEXT_MESSAGE });
        return childrenOf(node).map((child, n): [string, unknown] => [
          `${at}.children.${n}`,
          child,
        ]);
      }
      context.errors.push({ path: at, message: INVALID_TEXT_MESSAGE });
      return [];
    });
  }
}

const nodeTypeOf = (node: Features['nodes'][number]['node']): string =>
  'with' in node ? node.replace.getType() : node.getType();

/** True if all properties are scalars, except for children and fields, which are checked separately. */
const isNode = (node: PlainObject, types: Set<string>): boolean =>
  typeof node.type === 'string' &&
  types.has(node.type) &&
  (node.type !== 'text' || typeof node.text === 'string') &&
  (node.children === undefined || Array.isArray(node.children)) &&
  (node.fields === undefined || isPlainObject(node.fields)) &&
  hasPlainValues(node, ['children', 'fields']);

const hasPlainValues = (data: PlainObject, except: string[]): boolean =>
  Object.entries(data).every(
    ([name, value]) => except.includes(name) || value === null || typeof value !== 'object',
  );

const childrenOf = ({ children }: PlainObject): unknown[] =>
  Array.isArray(children) ? children : [];

/** Returns the field definitions of a link or block; undefined for other nodes and for unknown blocks. */
function subfieldsOf(node: PlainObject, { getSubFields }: Features): Field[] | undefined {
  const find = getSubFields?.get(String(node.type));
  if (!find || !isPlainObject(node.fields)) return undefined;
  return find({ node } as unknown as Parameters<typeof find>[0]) ?? undefined;
}
