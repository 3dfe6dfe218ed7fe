import { eachNode, type LexicalBody } from './lexical.ts';
import { type BlockTextUses, blockTextsOf } from './text-use.ts';

/**
 * Reading speed. Adults read 238 words of non-fiction per minute on average (Brysbaert 2019, a review of 190 studies).
 * People who are worried or tired read more slowly.
 */
const WORDS_PER_MINUTE = 200;

/** Returns the estimated time to read a text and the texts of its blocks, in minutes, at least one. */
export function countReadingMinutes(body: LexicalBody, blocks: BlockTextUses): number {
  const text = [...eachNode(body)]
    .flatMap((node) => [node.text ?? '', ...blockTextsOf(node, blocks).map(({ text }) => text)])
    .join(' ');
  const words = text.split(/\s+/).filter(Boolean).length;
  return Math.max(1, Math.round(words / WORDS_PER_MINUTE));
}
