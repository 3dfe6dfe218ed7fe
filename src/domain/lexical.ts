/** A node of a rich text as Lexical stores it, as far as this product reads it. */
export interface LexicalNode {
  type: string;
  children?: LexicalNode[];
  text?: string;
  /** Of a text, a sum of marks (see `isBold`); of other nodes, words that this product does not read. */
  format?: number | string;
  tag?: string;
  /** The number that a list begins with. */
  start?: number;
  /** The id by which an address leads to a heading. */
  anchor?: string;
  fields?: Record<string, unknown> & { blockType?: string };
}

export interface LexicalBody {
  root: { children: LexicalNode[] };
}

const isBody = (value: unknown): value is LexicalBody =>
  typeof value === 'object' && value !== null && 'root' in value;

const marked =
  (mark: number) =>
  ({ format }: LexicalNode): boolean =>
    typeof format === 'number' && (format & mark) !== 0;

export const isBold = marked(1);
export const isItalic = marked(2);

/** Every node of a rich text, in reading order, those inside its blocks included. */
export function* eachNode(value: unknown): Generator<LexicalNode> {
  if (!isBody(value)) return;
  yield* within(value.root.children);
}

function* within(nodes: LexicalNode[]): Generator<LexicalNode> {
  for (const node of nodes) {
    yield node;
    yield* within(node.children ?? []);
    for (const field of Object.values(node.fields ?? {})) {
      for (const inner of Array.isArray(field) ? field.flatMap(Object.values) : [field]) {
        yield* eachNode(inner);
      }
    }
  }
}

/** The words of a node, without their marks. */
export const textOf = ({ type, text, children }: LexicalNode): string =>
  type === 'linebreak' ? '\n' : (text ?? '') + (children ?? []).map(textOf).join('');
