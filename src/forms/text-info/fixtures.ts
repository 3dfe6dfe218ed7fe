import {
  andMore,
  consent,
  type FormFixtures,
  NO_ANSWERS,
  NUMBERS,
  type RefusedFixture,
  wrongOneByOne,
} from '#forms/fixture.ts';

const good = { phone: '(212) 555-0123' };

const agreed = (fixture: RefusedFixture) => ({ consent: consent(true), ...fixture });

export const { accepted, refused }: FormFixtures = {
  accepted: NUMBERS.map((phone) => ({
    title: `the number ${phone}`,
    answers: { phone },
    consent: consent(true),
  })),
  refused: [
    ...wrongOneByOne(good, ['phone']).map(agreed),
    ...NO_ANSWERS.map(agreed),
    ...andMore(good).map(agreed),
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
