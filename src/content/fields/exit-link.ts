import type { CheckboxField } from 'payload';

/** Whether readers can leave a page in a hurry; where nobody has decided, they can. */
export const exitLink: CheckboxField = {
  name: 'exitLink',
  type: 'checkbox',
  label: 'Show the exit link',
  defaultValue: true,
  admin: {
    position: 'sidebar',
    description:
      'The link at the top, and Shift pressed three times, take a reader to a page that says nothing of this one. Keep it unless the page could be open for any reason.',
  },
};
