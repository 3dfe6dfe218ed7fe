import { eachNode, type LexicalBody } from './lexical.ts';

/**
 * Reading speed. Adults read 238 words of non-fiction per minute on average (Brysbaert 2019, a review of 190 studies).
 * People who are worried or tired read more slowly.
 */
const WORDS_PER_MINUTE = 200;

/** Returns the estimated time to read a text, in minutes, at least one. */
export function countReadingMinutes(body: LexicalBody): number {
  const text = [...eachNode(body)].map((node) => node.text ?? '').join(' ');
  const words = text.split(/\s+/).filter(Boolean).length;
  return Math.max(1, Math.round(words / WORDS_PER_MINUTE));
}
