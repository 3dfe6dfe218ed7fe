import {
  consentFixture,
  contactWishesFixtures,
  EMAIL_ADDRESSES,
  extraFieldFixtures,
  type FormFixtures,
  invalidFieldFixtures,
  MISSING_ANSWERS_FIXTURES,
  PHONE_NUMBERS,
} from '#forms/fixture-builders.ts';

const valid = { name: 'Ann', email: 'ann@example.org', phone: '(212) 555-0123 x9' };

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
    {
      title: 'an address with a plus sign',
      answers: { ...valid, email: ' ann.o’hara+help@mail.example.org '.replace('’', "'") },
    },
    ...PHONE_NUMBERS.map((phone) => ({
      title: `the number ${phone}`,
      answers: { ...valid, phone },
    })),
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
    {
      title: 'all fields invalid',
      answers: { name: '', email: '', phone: '' },
      names: ['name', 'email', 'phone'],
    },
  ],
};
