import {
  ADDRESSES,
  andMore,
  consent,
  type FormFixtures,
  NO_ANSWERS,
  NUMBERS,
  withWishes,
  wrongOneByOne,
} from '#forms/fixture.ts';

const good = { name: 'Ann', email: 'ann@example.org', phone: '(212) 555-0123 x9' };

const wishes = withWishes(good);

export const { accepted, refused }: FormFixtures = {
  accepted: [
    { title: 'the least', answers: good },
    { title: 'texts agreed to', answers: good, consent: consent(true), voicemail: true },
    {
      title: 'an address with a plus sign',
      answers: { ...good, email: ' ann.o’hara+help@mail.example.org '.replace('’', "'") },
    },
    ...NUMBERS.map((phone) => ({ title: `the number ${phone}`, answers: { ...good, phone } })),
    ...ADDRESSES.map((email) => ({ title: `the address ${email}`, answers: { ...good, email } })),
    ...wishes.accepted,
  ],
  refused: [
    ...wrongOneByOne(good, ['name', 'email', 'phone']),
    ...NO_ANSWERS,
    ...andMore(good),
    ...wishes.refused,
    {
      title: 'all wrong',
      answers: { name: '', email: '', phone: '' },
      names: ['name', 'email', 'phone'],
    },
  ],
};
