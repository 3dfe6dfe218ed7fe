import {
  consentFixture,
  contactWishesFixtures,
  extraFieldFixtures,
  type FormFixtures,
  invalidFieldFixtures,
  MISSING_ANSWERS_FIXTURES,
  PHONE_NUMBERS,
} from '#forms/fixture-builders.ts';

const valid = { name: 'Ann', phone: '(212) 555-0123 x9' };

const wishesFixtures = contactWishesFixtures(valid);

export const { accepted, refused }: FormFixtures = {
  accepted: [
    { title: 'the required fields only', answers: valid },
    { title: 'a best time', answers: { ...valid, bestTime: 'evening' } },
    { title: 'voicemail allowed', answers: valid, voicemail: true },
    { title: 'consent to texts given', answers: valid, consent: consentFixture(true) },
    { title: 'consent to texts not given', answers: valid, consent: consentFixture(false) },
    {
      title: 'characters of many scripts',
      answers: { ...valid, name: 'Zoë Ünal 李小龍 O’Hara 👩‍🚒 <b>' },
    },
    ...PHONE_NUMBERS.map((phone) => ({
      title: `the number ${phone}`,
      answers: { ...valid, phone },
    })),
    ...wishesFixtures.accepted,
  ],
  refused: [
    ...invalidFieldFixtures(valid, ['name', 'phone']),
    ...MISSING_ANSWERS_FIXTURES,
    ...extraFieldFixtures(valid),
    ...wishesFixtures.refused,
    {
      title: 'an unknown time of day',
      answers: { ...valid, bestTime: 'night' },
      names: ['bestTime'],
    },
    { title: 'an empty time of day', answers: { ...valid, bestTime: '' }, names: ['bestTime'] },
    {
      title: 'all fields invalid',
      answers: { name: '', phone: '', bestTime: 1 },
      names: ['name', 'phone', 'bestTime'],
    },
    { title: 'a string for voicemail', answers: valid, voicemail: 'yes', names: ['voicemail'] },
    { title: 'a string for consent', answers: valid, consent: 'yes', names: ['consent'] },
    {
      title: 'a consent without its wording',
      answers: valid,
      consent: { given: true },
      names: ['consent'],
    },
  ],
};
