import { createElement, Fragment, type ReactNode } from 'react';
import type { LexicalNode } from '#domain/lexical.ts';
import type { BodyView } from '#domain/view-models.ts';
import type { Block, BlockView } from './block-view.ts';
import { RenderBlock } from './render-blocks.tsx';
import styles from './rich-text.module.css';
import { renderNodes } from './short-rich-text.tsx';

/** The body of a page: headings, text and blocks with their loaded data. */
export const RichText = ({ body }: { body: BodyView }) => (
  <div className={styles.text}>
    {createElement(Fragment, null, ...body.root.children.map(renderBodyNode))}
  </div>
);

function renderBodyNode(node: LexicalNode): ReactNode {
  if (node.type === 'block') {
    return (
      <div className={styles.block}>
        <RenderBlock block={node.fields as unknown as BlockView<Block>} />
      </div>
    );
  }
  if (node.type !== 'heading') return renderNodes([node]);
  const words = renderNodes(node.children);
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
