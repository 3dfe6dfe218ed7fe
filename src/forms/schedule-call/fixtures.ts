import {
  consentFixture,
  contactWishesFixtures,
  EMAIL_ADDRESSES,
  extraFieldFixtures,
  type FormFixtures,
  invalidFieldFixtures,
  MISSING_ANSWERS_FIXTURES,
  OFFERED_SLOT_PLACEHOLDER,
} from '#forms/fixture-builders.ts';

const valid = {
  name: 'Ann',
  email: 'ann@example.org',
  phone: '(212) 555-0123 x9',
  slot: OFFERED_SLOT_PLACEHOLDER,
};

const { slot: _, ...contact } = valid;

const invalidSlots = [
  ['empty', ''],
  ['long ago', '2020-01-06T15:00:00.000Z'],
  ['far ahead', '2999-01-06T15:00:00.000Z'],
  ['an impossible date', '2026-13-40T99:99:99Z'],
  ['past the range of Date', '+275760-09-13T00:00:00.001Z'],
  ['in words', 'tomorrow at nine'],
  ['a number', 1_795_000_000_000],
  ['a list', ['2026-11-25T15:00:00.000Z']],
] as const;

const wishesFixtures = contactWishesFixtures(valid);

export const { accepted, refused }: FormFixtures = {
  accepted: [
    { title: 'the required fields only', answers: valid },
    {
      title: 'consent to texts and voicemail',
      answers: valid,
      consent: consentFixture(true),
      voicemail: true,
    },
    ...EMAIL_ADDRESSES.map((email) => ({
      title: `the address ${email}`,
      answers: { ...valid, email },
    })),
    ...wishesFixtures.accepted,
  ],
  refused: [
    ...invalidFieldFixtures(valid, ['name', 'email', 'phone']),
    ...MISSING_ANSWERS_FIXTURES,
    ...extraFieldFixtures(valid),
    ...wishesFixtures.refused,
    { title: 'slot: missing', answers: contact, names: ['slot'] },
    ...invalidSlots.map(([title, slot]) => ({
      title: `slot: ${title}`,
      answers: { ...contact, slot },
      names: ['slot'],
    })),
  ],
};
