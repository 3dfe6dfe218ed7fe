import { createElement, Fragment, type ReactNode } from 'react';
import type { LexicalNode } from '#domain/lexical.ts';
import type { BodyView } from '#domain/view-models.ts';
import type { Block, Shown } from './block-view.ts';
import { RenderBlock } from './render-blocks.tsx';
import styles from './rich-text.module.css';
import { wordsOf } from './words.tsx';

/** The body of a page: headings, words and blocks, filled in by what was loaded for them. */
export const RichText = ({ body }: { body: BodyView }) => (
  <div className={styles.text}>
    {createElement(Fragment, null, ...body.root.children.map(partOf))}
  </div>
);

function partOf(node: LexicalNode): ReactNode {
  if (node.type === 'block') {
    return (
      <div className={styles.block}>
        <RenderBlock block={node.fields as unknown as Shown<Block>} />
      </div>
    );
  }
  if (node.type !== 'heading') return wordsOf([node]);
  const words = wordsOf(node.children);
  return node.tag === 'h2' ? (
    <h2 className={styles.part} id={node.anchor}>
      {words}
    </h2>
  ) : (
    <h3 className={styles.section} id={node.anchor}>
      {words}
    </h3>
  );
}
