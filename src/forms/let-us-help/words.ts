import type { KindWords } from '#forms/kind-words.ts';

export const words: KindWords = {
  promise: (when) => `Someone will be in touch ${when}.`,
  next: [
    'A coordinator reads what you sent and calls or writes to you.',
    'Together you look at what could help. What you do with it is up to you.',
  ],
};
