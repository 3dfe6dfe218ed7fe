import type { KindCopy } from '#forms/form-kind.ts';

export const copy: KindCopy = {
  promise: (when) => `Someone will be in touch ${when}.`,
  nextSteps: [
    {
      title: 'A coordinator reads what you sent',
      text: 'They call or write to you. The call may come from a number you do not know.',
    },
    {
      title: 'You look at what could help',
      text: 'You do it together. What you do with it is up to you.',
    },
  ],
};
