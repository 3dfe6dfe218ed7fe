import type { LexicalRichTextAdapter } from '@payloadcms/richtext-lexical';
import type { Field, RichTextField } from 'payload';
import { type Checking, type Data, isData } from './problem.ts';

const UNREADABLE = 'This text cannot be read.';

/** What every editor of Lexical's knows beside the nodes of its features. */
const ALWAYS = ['paragraph', 'text', 'linebreak', 'tab'];

const ROOT = new Set(['root']);

type CheckFields = (fields: Field[], data: Data, checking: Checking) => void;
type Features = LexicalRichTextAdapter['editorConfig']['features'];

/**
 * Checks that a text is a tree of nodes that its editor knows, and the fields of links and blocks in it. It
 * goes level by level: the text comes from outside.
 * @param checkFields how fields are checked, in which other texts can stand
 */
export function checkRichText(
  field: RichTextField,
  value: unknown,
  path: string,
  checking: Checking,
  checkFields: CheckFields,
): void {
  const { features } = (field.editor as LexicalRichTextAdapter).editorConfig;
  const types = new Set([...ALWAYS, ...features.nodes.map(({ node }) => typeOf(node))]);
  const root = isData(value) && hasPlainValues(value, ['root']) ? value.root : undefined;
  if (!isData(root) || !isNode(root, ROOT) || !Array.isArray(root.children)) {
    checking.problems.push({ path, message: UNREADABLE });
    return;
  }
  let level: [path: string, node: unknown][] = [[`${path}.root`, root]];
  while (level.length > 0) {
    level = level.flatMap(([at, node]) => {
      if (isData(node) && (node === root || isNode(node, types))) {
        const fields = subfieldsOf(node, features);
        if (fields)
          checkFields(fields, node.fields as Data, { ...checking, within: `${at}.fields.` });
        else if (features.getSubFields?.has(String(node.type)))
          checking.problems.push({ path: at, message: UNREADABLE });
        return childrenOf(node).map((child, n): [string, unknown] => [
          `${at}.children.${n}`,
          child,
        ]);
      }
      checking.problems.push({ path: at, message: UNREADABLE });
      return [];
    });
  }
}

const typeOf = (node: Features['nodes'][number]['node']): string =>
  'with' in node ? node.replace.getType() : node.getType();

/** Beside children and fields, which are looked at on their own, a node has plain values. */
const isNode = (node: Data, types: Set<string>): boolean =>
  typeof node.type === 'string' &&
  types.has(node.type) &&
  (node.type !== 'text' || typeof node.text === 'string') &&
  (node.children === undefined || Array.isArray(node.children)) &&
  (node.fields === undefined || isData(node.fields)) &&
  hasPlainValues(node, ['children', 'fields']);

const hasPlainValues = (data: Data, except: string[]): boolean =>
  Object.entries(data).every(
    ([name, value]) => except.includes(name) || value === null || typeof value !== 'object',
  );

const childrenOf = ({ children }: Data): unknown[] => (Array.isArray(children) ? children : []);

/** The fields of a link or a block; none if it has none, or is no block that the editor knows. */
function subfieldsOf(node: Data, { getSubFields }: Features): Field[] | undefined {
  const find = getSubFields?.get(String(node.type));
  if (!find || !isData(node.fields)) return undefined;
  return find({ node } as unknown as Parameters<typeof find>[0]) ?? undefined;
}
