import type { KindWords } from '#forms/kind-words.ts';

export const words: KindWords = {
  promise: (when) => `Someone will be in touch ${when}.`,
  next: [
    'A coordinator calls or writes to find a time and a place that suit you.',
    'You meet, in person or by phone. You can bring someone with you.',
  ],
};
