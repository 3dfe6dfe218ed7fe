import { expect, it } from 'vitest';
import { toE164 } from './phone.ts';
import {
  assessPhoneNumber,
  DEFAULT_SERVED_COUNTRIES,
  type PhoneNumberSignal,
} from './phone-number-signals.ts';

const NUMBERS: [typed: string, description: string, signal?: PhoneNumberSignal][] = [
  ['212 555 0123', 'New York'],
  ['(212) 555-0199 x7', 'New York, with an extension'],
  ['212 234 5678', 'New York'],
  ['646 555 0101', 'New York, mobile'],
  ['907 555 0123', 'Alaska'],
  ['808 555 0123', 'Hawaii'],
  ['787 234 5678', 'Puerto Rico'],
  ['787 555 0123', 'Puerto Rico, for films'],
  ['939 555 0123', 'Puerto Rico'],
  ['671 646 1234', 'Guam'],
  ['671 555 0123', 'Guam'],
  ['340 774 1234', 'US Virgin Islands'],
  ['340 555 0123', 'US Virgin Islands'],
  ['684 633 1234', 'American Samoa'],
  ['684 555 0100', 'American Samoa, given to nobody'],
  ['670 234 5678', 'Northern Mariana Islands'],
  ['900 555 0123', 'premium rate', 'number-costly'],
  ['1 900 234 5678', 'premium rate', 'number-costly'],
  ['212 976 1234', 'premium rate within an area code', 'number-costly'],
  ['212 555 1212', 'directory assistance', 'number-costly'],
  ['500 234 5678', 'follows a person', 'number-costly'],
  ['533 234 5678', 'follows a person', 'number-costly'],
  ['800 555 0123', 'toll-free', 'number-toll-free'],
  ['833 555 0100', 'toll-free', 'number-toll-free'],
  ['855 234 5678', 'toll-free', 'number-toll-free'],
  ['888 234 5678', 'toll-free', 'number-toll-free'],
  ['+800 1234 5678', 'toll-free in many countries', 'number-toll-free'],
  ['+1 473 403 1234', 'Grenada', 'number-abroad'],
  ['+1 876 212 3456', 'Jamaica', 'number-abroad'],
  ['+1 658 212 3456', 'Jamaica', 'number-abroad'],
  ['+1 809 234 5678', 'Dominican Republic', 'number-abroad'],
  ['+1 268 464 1234', 'Antigua', 'number-abroad'],
  ['+1 284 494 1234', 'British Virgin Islands', 'number-abroad'],
  ['+1 416 555 0123', 'Canada', 'number-abroad'],
  ['+44 20 7946 0958', 'United Kingdom', 'number-abroad'],
  ['+44 7400 123456', 'United Kingdom, mobile', 'number-abroad'],
  ['+44 909 879 0123', 'United Kingdom, premium rate', 'number-costly'],
  ['+44 843 123 4567', 'United Kingdom, shared cost', 'number-costly'],
  ['+44 7640 123456', 'United Kingdom, pager', 'number-costly'],
  ['+49 30 901820', 'Germany', 'number-abroad'],
  ['+49 900 1234567', 'Germany, premium rate', 'number-costly'],
  ['+52 55 1234 5678', 'Mexico', 'number-abroad'],
  ['+252 61 2345678', 'Somalia', 'number-abroad'],
  ['+979 1 2345 6789', 'premium rate in many countries', 'number-costly'],
  ['+808 1234 5678', 'shared cost in many countries', 'number-costly'],
  ['+870 773 123456', 'Inmarsat', 'number-costly'],
  ['+881 6 1234 5678', 'Iridium', 'number-costly'],
  ['+883 5100 1234 5678', 'a network of its own', 'number-costly'],
];

it.each(NUMBERS)('assesses %s (%s)', (typed, _, signal) => {
  const e164 = toE164(typed);
  // The form accepts all of these numbers.
  expect(e164).toBeDefined();
  expect(assessPhoneNumber(e164 ?? '', DEFAULT_SERVED_COUNTRIES)).toBe(signal);
});

it('accepts only geographic and mobile numbers of a served country', () => {
  const assessInBritain = (number: string) => assessPhoneNumber(number, ['GB']);
  expect(assessInBritain('+447400123456')).toBeUndefined();
  expect(assessInBritain('+442079460958')).toBeUndefined();
  expect(assessInBritain('+449098790123')).toBe('number-costly');
  expect(assessInBritain('+12125550123')).toBe('number-abroad');
});

it('raises a signal for text that is no number', () => {
  for (const text of ['', '+', 'x', '+999', '+1900']) {
    expect(assessPhoneNumber(text, DEFAULT_SERVED_COUNTRIES)).toBe('number-costly');
  }
});
