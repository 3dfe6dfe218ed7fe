import {
  consentFixture,
  contactWishesFixtures,
  extraFieldFixtures,
  type FormFixtures,
  invalidFieldFixtures,
  MISSING_ANSWERS_FIXTURES,
  PHONE_NUMBERS,
  type SubmissionFixture,
} from '#forms/fixture-builders.ts';

const valid = { phone: '(212) 555-0123' };

const withConsent = <F extends SubmissionFixture>(fixture: F) => ({
  consent: consentFixture(true),
  ...fixture,
});

const wishesFixtures = contactWishesFixtures(valid);

export const { accepted, refused }: FormFixtures = {
  accepted: [
    ...PHONE_NUMBERS.map((phone) => ({ title: `the number ${phone}`, answers: { phone } })),
    ...wishesFixtures.accepted,
  ].map(withConsent),
  refused: [
    ...invalidFieldFixtures(valid, ['phone']).map(withConsent),
    ...MISSING_ANSWERS_FIXTURES.map(withConsent),
    ...extraFieldFixtures(valid).map(withConsent),
    ...wishesFixtures.refused.map(withConsent),
    {
      title: 'consent not given',
      answers: valid,
      consent: consentFixture(false),
      names: ['consent'],
    },
    { title: 'no consent', answers: valid, names: ['consent'] },
    {
      title: 'a name, which the form does not have',
      answers: { ...valid, name: 'Ann' },
      consent: consentFixture(true),
      names: [''],
    },
  ],
};
