import type { KindWords } from '#forms/kind-words.ts';

export const words: KindWords = {
  promise: (when) => `A coordinator will call you ${when}.`,
  next: [
    'A coordinator calls the number you gave. The call may come from a number you do not know.',
    'You talk for as long as you like. Nobody will press you to decide anything.',
  ],
};
