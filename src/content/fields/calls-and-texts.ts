import type { NumberFieldSingleValidation, Tab } from 'payload';
import {
  DEFAULT_CALLS_AT_ONCE,
  DEFAULT_TEXTS_PER_HOUR,
  MAX_CALLS_AT_ONCE,
  MAX_TEXTS_PER_HOUR,
} from '#domain/call-and-text-settings.ts';
import { COUNTRIES, DEFAULT_SERVED_COUNTRIES } from '#domain/phone-number-signals.ts';

const countryNames = new Intl.DisplayNames('en', { type: 'region' });

const countryOptions = COUNTRIES.map((value) => ({
  value,
  label: countryNames.of(value) ?? value,
})).toSorted((a, b) => a.label.localeCompare(b.label, 'en'));

const validateWholeNumber = (most: number): NumberFieldSingleValidation => {
  const message = `Enter a whole number, from 1 to ${most.toLocaleString('en-US')}.`;
  return (value: unknown) =>
    (Number.isInteger(value) && Number(value) >= 1 && Number(value) <= most) || message;
};

/** The Site's tab with the limits for calls and texts, and the countries served. */
export const callsAndTextsTab: Tab = {
  label: 'Calls and texts',
  fields: [
    {
      name: 'callsAtOnce',
      type: 'number',
      label: 'Calls at once',
      required: true,
      defaultValue: DEFAULT_CALLS_AT_ONCE,
      validate: validateWholeNumber(MAX_CALLS_AT_ONCE),
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
      defaultValue: DEFAULT_SERVED_COUNTRIES,
      options: countryOptions,
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
      defaultValue: DEFAULT_TEXTS_PER_HOUR,
      validate: validateWholeNumber(MAX_TEXTS_PER_HOUR),
      admin: {
        description:
          'The most that go out by themselves in one hour. Others wait for the next one, or for a person.',
      },
    },
  ],
};
