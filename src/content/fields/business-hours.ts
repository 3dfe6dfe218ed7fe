import type { ArrayField } from 'payload';
import { isClockTime, isClosingTime, WEEKDAY_LABELS, WEEKDAYS } from '#domain/business-hours.ts';

const validateOpeningTime = (value: unknown) =>
  (typeof value === 'string' && isClockTime(value)) ||
  'Enter a time from 00:00 to 23:59, like 09:00.';

const validateClosingTime = (value: unknown, { siblingData }: { siblingData: unknown }) => {
  if (typeof value !== 'string' || !isClosingTime(value)) {
    return 'Enter a time from 00:00 to 24:00, like 17:30.';
  }
  const { opens } = siblingData as { opens?: unknown };
  return (
    value !== opens || 'Enter another time than the opening. For all 24 hours, tick “All day”.'
  );
};

const isNotAllDay = (_: unknown, { allDay }: { allDay?: boolean | null } = {}) => !allDay;

/** The business hours of the publisher; response times and call slots are computed from them. */
export const businessHours: ArrayField = {
  name: 'businessHours',
  type: 'array',
  label: 'Business hours',
  labels: { singular: 'Opening', plural: 'Openings' },
  admin: {
    description:
      'When people answer. What visitors are promised, and the times they can choose for a call, are computed from it. An opening that closes at an earlier time than it opens ends on the next day. 24:00 is the end of the day.',
  },
  fields: [
    {
      type: 'row',
      fields: [
        {
          name: 'day',
          type: 'select',
          required: true,
          options: WEEKDAYS.map((value) => ({ value, label: WEEKDAY_LABELS[value] })),
        },
        {
          name: 'opens',
          type: 'text',
          required: true,
          validate: validateOpeningTime,
          admin: { condition: isNotAllDay },
        },
        {
          name: 'closes',
          type: 'text',
          required: true,
          validate: validateClosingTime,
          admin: { condition: isNotAllDay },
        },
        {
          name: 'allDay',
          type: 'checkbox',
          label: 'All day',
          admin: { style: { alignSelf: 'end' } },
        },
      ],
    },
  ],
};
