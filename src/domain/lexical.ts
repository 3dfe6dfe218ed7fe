/** A node of a rich text as Lexical stores it, reduced to the properties that this product reads. */
export interface LexicalNode {
  type: string;
  children?: LexicalNode[];
  text?: string;
  /** In a text node, a bit field (see `isBold`); in other nodes, a string that this product does not read. */
  format?: number | string;
  tag?: string;
  /** First number of a list. */
  start?: number;
  /** Id of a heading, for links to it. */
  anchor?: string;
  fields?: Record<string, unknown> & { blockType?: string };
}

export interface LexicalBody {
  root: { children: LexicalNode[] };
}

const isLexicalBody = (value: unknown): value is LexicalBody =>
  typeof value === 'object' && value !== null && 'root' in value;

/** Bits of Lexical's text format: 1 is bold, 2 is italic. */
const hasTextFormat =
  (bit: number) =>
  ({ format }: LexicalNode): boolean =>
    typeof format === 'number' && (format & bit) !== 0;

export const isBold = hasTextFormat(1);
export const isItalic = hasTextFormat(2);

/** Yields every node of a rich text in reading order, including nodes inside its blocks. */
export function* eachNode(value: unknown): Generator<LexicalNode> {
  if (!isLexicalBody(value)) return;
  yield* eachDescendant(value.root.children);
}

function* eachDescendant(nodes: LexicalNode[]): Generator<LexicalNode> {
  for (const node of nodes) {
    yield node;
    yield* eachDescendant(node.children ?? []);
    for (const field of Object.values(node.fields ?? {})) {
      for (const inner of Array.isArray(field) ? field.flatMap(Object.values) : [field]) {
        yield* eachNode(inner);
      }
    }
  }
}

/** Returns the text of a node and its children, without formatting. */
export const textOf = ({ type, text, children }: LexicalNode): string =>
  type === 'linebreak' ? '\n' : (text ?? '') + (children ?? []).map(textOf).join('');
