import type { KindCopy } from '#forms/form-kind.ts';

export const copy: KindCopy = {
  promise: (when) => `Someone will be in touch ${when}.`,
  nextSteps: [
    {
      title: 'A coordinator gets in touch',
      text: 'They call or write to find a time and a place that suit you.',
    },
    {
      title: 'You meet',
      text: 'In person or by phone. You can bring someone with you.',
    },
  ],
};
