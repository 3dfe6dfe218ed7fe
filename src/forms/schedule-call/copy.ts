import type { KindCopy } from '#forms/form-kind.ts';

export const copy: KindCopy = {
  promise: (when) => `A coordinator will call you ${when}.`,
  submitLabel: 'Ask for this time',
  nextSteps: [
    {
      title: 'A coordinator calls you',
      text: 'They call the number you gave at the time you chose. The call takes about 15 minutes.',
    },
    {
      title: 'You ask what you want to know',
      text: 'Nobody will press you to decide anything.',
    },
  ],
};
