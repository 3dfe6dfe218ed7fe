import type { NumberFieldSingleValidation, Tab } from 'payload';
import {
  MOST_CALLS,
  MOST_TEXTS_PER_HOUR,
  ONE_CALL,
  TEXTS_PER_HOUR,
} from '#domain/calls-and-texts.ts';
import { COUNTRIES, SERVED_BY_DEFAULT } from '#domain/number-concerns.ts';

const countryNames = new Intl.DisplayNames('en', { type: 'region' });

const countries = COUNTRIES.map((value) => ({
  value,
  label: countryNames.of(value) ?? value,
})).toSorted((a, b) => a.label.localeCompare(b.label, 'en'));

const wholeNumber = (most: number): NumberFieldSingleValidation => {
  const words = `Enter a whole number, from 1 to ${most.toLocaleString('en-US')}.`;
  return (value: unknown) =>
    (Number.isInteger(value) && Number(value) >= 1 && Number(value) <= most) || words;
};

/** How many calls and texts there are, and with whom. */
export const callsAndTextsTab: Tab = {
  label: 'Calls and texts',
  fields: [
    {
      name: 'callsAtOnce',
      type: 'number',
      label: 'Calls at once',
      required: true,
      defaultValue: ONE_CALL,
      validate: wholeNumber(MOST_CALLS),
      admin: {
        description:
          'How many people can call visitors at the same time. A time that so many have chosen is offered to nobody else.',
      },
    },
    {
      name: 'servedCountries',
      type: 'select',
      label: 'Countries you serve',
      hasMany: true,
      required: true,
      defaultValue: SERVED_BY_DEFAULT,
      options: countries,
      admin: {
        description:
          'Numbers of other countries are taken as well. Their requests are marked, and no text goes to them by itself. The same holds for numbers that cost more, like premium-rate and satellite ones.',
      },
    },
    {
      name: 'textsPerHour',
      type: 'number',
      label: 'Texts per hour',
      required: true,
      defaultValue: TEXTS_PER_HOUR,
      validate: wholeNumber(MOST_TEXTS_PER_HOUR),
      admin: {
        description:
          'The most that go out by themselves in one hour. Others wait for the next one, or for a person.',
      },
    },
  ],
};
