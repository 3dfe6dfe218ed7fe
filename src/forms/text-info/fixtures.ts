import {
  andMore,
  consent,
  type FormFixtures,
  NO_ANSWERS,
  NUMBERS,
  type SentFixture,
  withWishes,
  wrongOneByOne,
} from '#forms/fixture.ts';

const good = { phone: '(212) 555-0123' };

const agreed = <F extends SentFixture>(fixture: F) => ({ consent: consent(true), ...fixture });

const wishes = withWishes(good);

export const { accepted, refused }: FormFixtures = {
  accepted: [
    ...NUMBERS.map((phone) => ({ title: `the number ${phone}`, answers: { phone } })),
    ...wishes.accepted,
  ].map(agreed),
  refused: [
    ...wrongOneByOne(good, ['phone']).map(agreed),
    ...NO_ANSWERS.map(agreed),
    ...andMore(good).map(agreed),
    ...wishes.refused.map(agreed),
    { title: 'the box left empty', answers: good, consent: consent(false), names: ['consent'] },
    { title: 'no consent asked for', answers: good, names: ['consent'] },
    {
      title: 'a name that is not asked for',
      answers: { ...good, name: 'Ann' },
      consent: consent(true),
      names: [''],
    },
  ],
};
