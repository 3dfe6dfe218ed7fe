import { createElement, Fragment, type ReactNode } from 'react';
import { isBold, isItalic, type LexicalBody, type LexicalNode } from '#domain/lexical.ts';
import type { ShownCitation } from './block-view.ts';
import { Citation } from './citation/component.tsx';
import styles from './words.module.css';

/** A rich text of words, lists and links alone: what stands in a callout or an answer. */
export const Words = ({ body }: { body: LexicalBody }) => (
  <div className={styles.words}>{wordsOf(body.root.children)}</div>
);

/** Nodes as HTML; of what is neither words nor made of words, nothing is shown. */
export const wordsOf = (nodes: LexicalNode[] = []): ReactNode =>
  // Their places never change: as children of their own they need no keys.
  createElement(Fragment, null, ...nodes.map(render));

function render(node: LexicalNode): ReactNode {
  const { type, children = [] } = node;
  switch (type) {
    case 'paragraph':
      return children.length > 0 && <p className={styles.paragraph}>{wordsOf(children)}</p>;
    case 'list':
      return listOf(node);
    case 'link':
    case 'autolink':
      return linkOf(node);
    case 'text':
      return markedText(node);
    case 'tab':
      return ' ';
    case 'linebreak':
      return <br />;
    case 'inlineBlock':
      return citationOf(node);
    default:
      return null;
  }
}

function citationOf({ fields }: LexicalNode): ReactNode {
  if (fields?.blockType !== 'citation') return null;
  const { number, first } = fields as unknown as ShownCitation;
  return <Citation number={number} first={first} />;
}

function markedText(node: LexicalNode): ReactNode {
  const words = isItalic(node) ? <em>{node.text}</em> : node.text;
  return isBold(node) ? <strong>{words}</strong> : words;
}

/** What leads to an unpublished page has no address: its words stay. */
function linkOf({ fields, children }: LexicalNode): ReactNode {
  const href = fields?.href;
  return typeof href === 'string' ? <a href={href}>{wordsOf(children)}</a> : wordsOf(children);
}

function listOf({ tag, start, children = [] }: LexicalNode): ReactNode {
  const items = createElement(Fragment, null, ...itemsOf(children).map(itemOf));
  return tag === 'ol' ? (
    <ol className={styles.list} start={start === 1 ? undefined : start}>
      {items}
    </ol>
  ) : (
    <ul className={styles.list}>{items}</ul>
  );
}

const itemOf = (children: LexicalNode[]): ReactNode => <li>{wordsOf(children)}</li>;

/** Lexical keeps a list within a list in an item of its own; in HTML it belongs to the item before. */
function itemsOf(items: LexicalNode[]): LexicalNode[][] {
  const contents: LexicalNode[][] = [];
  for (const { children = [] } of items) {
    const before = contents.at(-1);
    if (before && children[0]?.type === 'list') before.push(...children);
    else contents.push([...children]);
  }
  return contents;
}
