import { createElement, Fragment, type ReactNode } from 'react';
import { isBold, isItalic, type LexicalBody, type LexicalNode } from '#domain/lexical.ts';
import type { CitationView } from './block-view.ts';
import { Citation } from './citation/component.tsx';
import styles from './short-rich-text.module.css';

/** A rich text without headings and blocks, as in a callout or an answer. */
export const ShortRichText = ({ body }: { body: LexicalBody }) => (
  <div className={styles.words}>{renderNodes(body.root.children)}</div>
);

/** Renders paragraphs, lists, links, text and citations; omits all other nodes. */
export const renderNodes = (nodes: LexicalNode[] = []): ReactNode =>
  // Passed as separate children they need no keys; their order never changes.
  createElement(Fragment, null, ...nodes.map(renderNode));

function renderNode(node: LexicalNode): ReactNode {
  const { type, children = [] } = node;
  switch (type) {
    case 'paragraph':
      return children.length > 0 && <p className={styles.paragraph}>{renderNodes(children)}</p>;
    case 'list':
      return renderList(node);
    case 'link':
    case 'autolink':
      return renderLink(node);
    case 'text':
      return renderText(node);
    case 'tab':
      return ' ';
    case 'linebreak':
      return <br />;
    case 'inlineBlock':
      return renderCitation(node);
    default:
      return null;
  }
}

function renderCitation({ fields }: LexicalNode): ReactNode {
  if (fields?.blockType !== 'citation') return null;
  const { number, first } = fields as unknown as CitationView;
  return <Citation number={number} first={first} />;
}

function renderText(node: LexicalNode): ReactNode {
  const words = isItalic(node) ? <em>{node.text}</em> : node.text;
  return isBold(node) ? <strong>{words}</strong> : words;
}

/** A link to an unpublished document has no `href`: only its text is rendered. */
function renderLink({ fields, children }: LexicalNode): ReactNode {
  const href = fields?.href;
  return typeof href === 'string' ? (
    <a href={href}>{renderNodes(children)}</a>
  ) : (
    renderNodes(children)
  );
}

function renderList({ tag, start, children = [] }: LexicalNode): ReactNode {
  const items = createElement(Fragment, null, ...mergeNestedLists(children).map(renderItem));
  return tag === 'ol' ? (
    <ol className={styles.list} start={start === 1 ? undefined : start}>
      {items}
    </ol>
  ) : (
    <ul className={styles.list}>{items}</ul>
  );
}

const renderItem = (children: LexicalNode[]): ReactNode => <li>{renderNodes(children)}</li>;

/** Moves each nested list into the item before it: Lexical stores it in an item of its own, HTML does not. */
function mergeNestedLists(items: LexicalNode[]): LexicalNode[][] {
  const contents: LexicalNode[][] = [];
  for (const { children = [] } of items) {
    const before = contents.at(-1);
    if (before && children[0]?.type === 'list') before.push(...children);
    else contents.push([...children]);
  }
  return contents;
}
