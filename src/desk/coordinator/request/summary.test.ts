import { describe, expect, it } from 'vitest';
import { SERVED_BY_DEFAULT } from '#domain/number-concerns.ts';
import type { FormSubmission } from '#payload-types.ts';
import { DISGUISED } from '#tests/helpers/hostile/addresses.ts';
import { answerInWords, slotInWords, summaryOf } from './summary.ts';

const EASTERN = 'America/New_York';

const request: FormSubmission = {
  id: '1',
  reference: 'TC-7K4M-92Q',
  kind: 'let-us-help',
  callToAction: '2',
  status: 'new',
  preferredContact: 'any',
  name: 'Jordan Sample',
  email: 'jordan+evenings@example.org',
  phone: '(212) 555-0123 x9',
  phoneE164: '+12125550123',
  locale: 'en',
  receivedAt: '2026-11-24T07:22:00.000Z',
  dueAt: '2026-11-25T00:00:00.000Z',
  receipt: '',
  keys: [],
  fingerprint: '',
  createdAt: '',
  updatedAt: '',
};

const AROUND = { zone: EASTERN, served: SERVED_BY_DEFAULT, sameTime: [] };

const line = (changes: Partial<FormSubmission>, label: string, reachable = true) =>
  summaryOf({ ...request, ...changes }, { ...AROUND, invitation: 'Let us help you', reachable })
    .flatMap(({ lines }) => lines)
    .find((one) => one.label === label);

it('leads to the page of this site that a request was sent from', () => {
  const page = '/articles/one';
  expect(line({ page }, 'Sent from')).toMatchObject({ value: page, href: page });
});

it.each(DISGUISED.filter((page) => page.trim()))('shows %j as words, not as a link', (page) => {
  const sent = line({ page }, 'Sent from');
  expect([sent?.value, sent?.href]).toEqual([page, undefined]);
});

describe('summaryOf', () => {
  it('keeps a phone number as typed, dials its extension, and says what it is in E.164', () => {
    expect(line({}, 'Phone')).toEqual({
      label: 'Phone',
      value: '(212) 555-0123 x9',
      href: 'tel:+12125550123;ext=9',
      more: '+12125550123',
    });
  });

  it('says E.164 only where it differs from what was typed', () => {
    expect(line({ phone: '+12125550123' }, 'Phone')?.more).toBeUndefined();
  });

  it('links an email address so that no sign of it is lost', () => {
    expect(line({}, 'Email')?.href).toBe('mailto:jordan%2Bevenings@example.org');
  });

  it('does not put who withdrew a click away', () => {
    expect(line({}, 'Phone', false)).toMatchObject({ value: '(212) 555-0123 x9', href: undefined });
    expect(line({}, 'Email', false)?.href).toBeUndefined();
  });

  it('gives moments in the Site’s zone, by name, wherever the server stands', () => {
    expect(line({}, 'Received')?.value).toBe('Tuesday, November 24, 2026, 2:22 AM Eastern Time');
    expect(line({}, 'Promised by')?.value).toBe('Tuesday, November 24, 2026, 7:00 PM Eastern Time');
  });

  it('leaves out what was not asked', () => {
    for (const label of [
      'Message',
      'Contact wishes',
      'Best time to call',
      'Time chosen',
      'Sent from',
    ]) {
      expect(line({}, label)).toBeUndefined();
    }
  });

  it('says whose morning is meant, and where the visitor’s device is', () => {
    expect(line({ bestTime: 'morning', timeZone: 'America/Denver' }, 'Best time to call')).toEqual({
      label: 'Best time to call',
      value: 'Morning, Eastern Time',
      more: 'Their device is set to Mountain Time.',
    });
  });

  it.each([
    ['+44 20 7946 0958', '+442079460958', 'This number is abroad, and may be expensive to call.'],
    ['1 900 555 0123', '+19005550123', 'This number may be expensive to call.'],
    ['800 555 0123', '+18005550123', 'This number is toll-free: it belongs to an organization.'],
  ])('warns beside %s', (phone, phoneE164, warning) => {
    expect(line({ phone, phoneE164 }, 'Phone')?.warning).toBe(warning);
  });

  it('says who else was promised the same time', () => {
    const slot = '2026-11-25T15:00:00.000Z';
    const around = { ...AROUND, invitation: '', reachable: true, sameTime: ['TC-1111-111'] };
    const lines = summaryOf({ ...request, slot }, around).flatMap(({ lines }) => lines);
    expect(lines.find(({ label }) => label === 'Time chosen')?.warning).toContain('TC-1111-111');
  });

  it('tells the address that mail goes to where it was typed in another way', () => {
    const email = 'Sam <sam@münchen.example>';
    const normalizedEmail = 'sam@xn--mnchen-3ya.example';
    expect(line({ email, normalizedEmail }, 'Email')).toMatchObject({
      value: email,
      href: `mailto:${normalizedEmail}`,
      more: normalizedEmail,
    });
  });

  it('says plainly that no voicemail may be left', () => {
    expect(line({ voicemail: false }, 'Voicemail')?.value).toBe('Leave no voicemail');
    expect(line({ voicemail: true }, 'Voicemail')?.value).toBe('A voicemail may be left');
  });

  it('says how they wish to be contacted before it says where, and so that it stands out', () => {
    const contactWishes = 'Ask for Ann.\nDo not say who is calling.';
    const around = { ...AROUND, invitation: 'Let us help you', reachable: true };
    const [reach] = summaryOf({ ...request, contactWishes }, around);
    expect(reach?.lines.slice(0, 3).map(({ label }) => label)).toEqual([
      'Name',
      'Contact wishes',
      'Phone',
    ]);
    expect(reach?.lines[1]).toMatchObject({ value: contactWishes, first: true });
  });

  it('shows the questions of the editor in their own words', () => {
    const answers: FormSubmission['answers'] = [
      { question: 'a', label: 'Who is it for?', type: 'choice', values: ['Someone I love'] },
    ];
    expect(line({ answers }, 'Who is it for?')?.value).toBe('Someone I love');
  });
});

describe('slotInWords', () => {
  const slot = '2026-11-25T14:15:00.000Z';

  it('gives the quarter of an hour in the Site’s zone', () => {
    expect(slotInWords(slot, EASTERN, EASTERN)).toEqual({
      value: 'Wednesday, November 25, 9:15 AM to 9:30 AM Eastern Time',
    });
  });

  it('adds the visitor’s zone where it is another one', () => {
    expect(slotInWords(slot, EASTERN, 'America/Chicago').more).toBe(
      'For the visitor: Wednesday, November 25, 8:15 AM to 8:30 AM Central Time',
    );
  });

  it('keeps to the Site’s zone where the visitor’s is not known', () => {
    expect(slotInWords(slot, EASTERN, null).more).toBeUndefined();
  });
});

describe('answerInWords', () => {
  it('says yes and no as people do', () => {
    expect(answerInWords({ type: 'yes-no', values: ['yes'] })).toBe('Yes');
    expect(answerInWords({ type: 'yes-no', values: ['no'] })).toBe('No');
  });

  it('gives each of several choices a line', () => {
    expect(answerInWords({ type: 'choices', values: ['Close to home', 'In the evening'] })).toBe(
      'Close to home\nIn the evening',
    );
  });
});
