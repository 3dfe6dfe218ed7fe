import { eachNode, type LexicalBody } from './lexical.ts';

/**
 * Words in a minute. Adults read 238 of non-fiction on average (Brysbaert 2019, a review of 190 studies); somebody who
 * is worried, or tired, takes longer.
 */
const WORDS_PER_MINUTE = 200;

/** How many minutes the words of a text take to read, at least one. */
export function minutesToRead(body: LexicalBody): number {
  const text = [...eachNode(body)].map((node) => node.text ?? '').join(' ');
  const words = text.split(/\s+/).filter(Boolean).length;
  return Math.max(1, Math.round(words / WORDS_PER_MINUTE));
}
