import type { KindCopy } from '#forms/form-kind.ts';

export const copy: KindCopy = {
  promise: (when) => `We will send the information by text message ${when}.`,
  nextSteps: [
    {
      title: 'You get a text message',
      text: 'It has a link to what you can read in your own time.',
    },
    {
      title: 'You decide what comes next',
      text: 'Reply STOP and no more messages come. You can still ask for a call whenever you like.',
    },
  ],
};
