import type { KindCopy } from '#forms/form-kind.ts';

export const copy: KindCopy = {
  promise: (when) => `A coordinator will call you ${when}.`,
  nextSteps: [
    {
      title: 'A coordinator calls you',
      text: 'They call the number you gave. The call may come from a number you do not know.',
    },
    {
      title: 'You talk for as long as you like',
      text: 'Ask what you want to know. Nobody will press you to decide anything.',
    },
  ],
};
