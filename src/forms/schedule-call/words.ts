import type { KindWords } from '#forms/kind-words.ts';

export const words: KindWords = {
  promise: (when) => `A coordinator will call you ${when}.`,
  next: [
    'A coordinator calls the number you gave at the time you chose. The call takes about 15 minutes.',
    'You ask what you want to know. Nobody will press you to decide anything.',
  ],
};
