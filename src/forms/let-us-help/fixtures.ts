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
      title: 'a message of several lines',
      answers: {
        ...valid,
        message: 'It is for my brother.\r\n\r\nHe lives in “Ohio” & works nights. {{x}} $ne',
      },
      consent: consentFixture(true),
      voicemail: true,
    },
    { title: 'the longest message', answers: { ...valid, message: 'é'.repeat(2000) } },
    {
      title: 'characters that nobody can type',
      answers: { ...valid, message: 'Help\u0000 me\ud800 please\u202e' },
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
      title: 'a message that is too long',
      answers: { ...valid, message: 'x'.repeat(2001) },
      names: ['message'],
    },
    { title: 'a list of messages', answers: { ...valid, message: ['Help'] }, names: ['message'] },
    { title: 'an object for a message', answers: { ...valid, message: {} }, names: ['message'] },
  ],
};
