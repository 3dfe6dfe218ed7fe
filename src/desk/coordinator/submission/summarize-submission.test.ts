import { describe, expect, it } from 'vitest';
import { DEFAULT_SERVED_COUNTRIES } from '#domain/phone-number-signals.ts';
import { ANSWER_FIELDS } from '#forms/kinds.ts';
import type { FormSubmission } from '#payload-types.ts';
import { DISGUISED_URLS } from '#tests/helpers/hostile/addresses.ts';
import { submission } from './fixtures.ts';
import { formatAnswer, formatSlot, summarizeSubmission } from './summarize-submission.ts';

const EASTERN = 'America/New_York';

const CONTEXT = { zone: EASTERN, servedCountries: DEFAULT_SERVED_COUNTRIES, doubleBooked: [] };

const findField = (changes: Partial<FormSubmission>, label: string, isReachable = true) =>
  summarizeSubmission(
    { ...submission, ...changes },
    { ...CONTEXT, callToActionHeading: 'Let us help you', isReachable },
  )
    .flatMap(({ fields }) => fields)
    .find((field) => field.label === label);

it('links to the page that a submission was sent from', () => {
  const page = '/articles/one';
  expect(findField({ page }, 'Sent from')).toMatchObject({ value: page, href: page });
});

it.each(DISGUISED_URLS.filter((page) => page.trim()))('shows %j as text, not as a link', (page) => {
  const field = findField({ page }, 'Sent from');
  expect([field?.value, field?.href]).toEqual([page, undefined]);
});

describe('summarizeSubmission', () => {
  it.each(ANSWER_FIELDS)('shows %s, like every field that a visitor can fill in', (field) => {
    const values = { slot: '2026-11-25T15:00:00.000Z', bestTime: 'morning' } as const;
    const value = field in values ? values[field as keyof typeof values] : '(646) 555-0199';
    const summarize = (changes: object) =>
      summarizeSubmission(
        { ...submission, ...changes },
        { ...CONTEXT, callToActionHeading: 'Let us help', isReachable: true },
      );
    expect(summarize({ [field]: value })).not.toEqual(summarize({ [field]: null }));
  });

  it('shows a phone number as typed and in E.164, and links it with its extension', () => {
    expect(findField({}, 'Phone')).toEqual({
      label: 'Phone',
      value: '(212) 555-0123 x9',
      href: 'tel:+12125550123;ext=9',
      detail: '+12125550123',
    });
  });

  it('shows E.164 only if it differs from what was typed', () => {
    expect(findField({ phone: '+12125550123' }, 'Phone')?.detail).toBeUndefined();
  });

  it('escapes an email address in its link', () => {
    expect(findField({}, 'Email')?.href).toBe('mailto:jordan%2Bevenings@example.org');
  });

  it('does not link phone and email after a withdrawal', () => {
    expect(findField({}, 'Phone', false)).toMatchObject({
      value: '(212) 555-0123 x9',
      href: undefined,
    });
    expect(findField({}, 'Email', false)?.href).toBeUndefined();
  });

  it('formats times in the Site’s time zone, independent of the server’s', () => {
    expect(findField({}, 'Received')?.value).toBe(
      'Tuesday, November 24, 2026, 2:22 AM Eastern Time',
    );
    expect(findField({}, 'Promised by')?.value).toBe(
      'Tuesday, November 24, 2026, 7:00 PM Eastern Time',
    );
  });

  it('omits fields that the form did not ask for', () => {
    for (const label of [
      'Message',
      'Contact wishes',
      'Best time to call',
      'Time chosen',
      'Sent from',
    ]) {
      expect(findField({}, label)).toBeUndefined();
    }
  });

  it('names the time zone of the best time, and the zone of the visitor’s device', () => {
    expect(
      findField({ bestTime: 'morning', timeZone: 'America/Denver' }, 'Best time to call'),
    ).toEqual({
      label: 'Best time to call',
      value: 'Morning, Eastern Time',
      detail: 'Their device is set to Mountain Time.',
    });
  });

  it.each([
    ['+44 20 7946 0958', '+442079460958', 'This number is abroad, and may be expensive to call.'],
    ['1 900 555 0123', '+19005550123', 'This number may be expensive to call.'],
    ['800 555 0123', '+18005550123', 'This number is toll-free: it belongs to an organization.'],
  ])('warns beside %s', (phone, phoneE164, warning) => {
    expect(findField({ phone, phoneE164 }, 'Phone')?.warning).toBe(warning);
  });

  it('warns about a double-booked slot', () => {
    const slot = '2026-11-25T15:00:00.000Z';
    const context = {
      ...CONTEXT,
      callToActionHeading: '',
      isReachable: true,
      doubleBooked: ['TC-1111-111'],
    };
    const fields = summarizeSubmission({ ...submission, slot }, context).flatMap(
      ({ fields }) => fields,
    );
    expect(fields.find(({ label }) => label === 'Time chosen')?.warning).toContain('TC-1111-111');
  });

  it('shows the normalized email address if it differs from what was typed', () => {
    const email = 'Sam <sam@münchen.example>';
    const normalizedEmail = 'sam@xn--mnchen-3ya.example';
    expect(findField({ email, normalizedEmail }, 'Email')).toMatchObject({
      value: email,
      href: `mailto:${normalizedEmail}`,
      detail: normalizedEmail,
    });
  });

  it('says whether a voicemail may be left', () => {
    expect(findField({ voicemail: false }, 'Voicemail')?.value).toBe('Leave no voicemail');
    expect(findField({ voicemail: true }, 'Voicemail')?.value).toBe('A voicemail may be left');
  });

  it('shows contact wishes before the phone number, prominently', () => {
    const contactWishes = 'Ask for Ann.\nDo not say who is calling.';
    const context = { ...CONTEXT, callToActionHeading: 'Let us help you', isReachable: true };
    const [contact] = summarizeSubmission({ ...submission, contactWishes }, context);
    expect(contact?.fields.slice(0, 3).map(({ label }) => label)).toEqual([
      'Name',
      'Contact wishes',
      'Phone',
    ]);
    expect(contact?.fields[1]).toMatchObject({ value: contactWishes, isProminent: true });
  });

  it('shows custom questions with their labels', () => {
    const answers: FormSubmission['answers'] = [
      { question: 'a', label: 'Who is it for?', type: 'choice', values: ['Someone I love'] },
    ];
    expect(findField({ answers }, 'Who is it for?')?.value).toBe('Someone I love');
  });
});

describe('formatSlot', () => {
  const slot = '2026-11-25T14:15:00.000Z';

  it('formats a quarter of an hour in the Site’s time zone', () => {
    expect(formatSlot(slot, EASTERN, EASTERN)).toEqual({
      value: 'Wednesday, November 25, 9:15 AM to 9:30 AM Eastern Time',
    });
  });

  it('adds the visitor’s time zone if it differs', () => {
    expect(formatSlot(slot, EASTERN, 'America/Chicago').detail).toBe(
      'For the visitor: Wednesday, November 25, 8:15 AM to 8:30 AM Central Time',
    );
  });

  it('uses the Site’s time zone alone if the visitor’s is unknown', () => {
    expect(formatSlot(slot, EASTERN, null).detail).toBeUndefined();
  });
});

describe('formatAnswer', () => {
  it('formats yes and no', () => {
    expect(formatAnswer({ type: 'yes-no', values: ['yes'] })).toBe('Yes');
    expect(formatAnswer({ type: 'yes-no', values: ['no'] })).toBe('No');
  });

  it('puts each of several choices on its own line', () => {
    expect(formatAnswer({ type: 'choices', values: ['Close to home', 'In the evening'] })).toBe(
      'Close to home\nIn the evening',
    );
  });
});
