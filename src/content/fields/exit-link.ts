import type { CheckboxField } from 'payload';

/** Shows the exit link on a page; on by default. */
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
