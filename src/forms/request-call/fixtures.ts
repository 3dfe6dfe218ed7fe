import {
  andMore,
  consent,
  type FormFixtures,
  NO_ANSWERS,
  NUMBERS,
  withWishes,
  wrongOneByOne,
} from '#forms/fixture.ts';

const good = { name: 'Ann', phone: '(212) 555-0123 x9' };

const wishes = withWishes(good);

export const { accepted, refused }: FormFixtures = {
  accepted: [
    { title: 'the least', answers: good },
    { title: 'a best time', answers: { ...good, bestTime: 'evening' } },
    { title: 'a voicemail', answers: good, voicemail: true },
    { title: 'texts agreed to', answers: good, consent: consent(true) },
    { title: 'texts not agreed to', answers: good, consent: consent(false) },
    { title: 'signs of every kind', answers: { ...good, name: 'Zoë Ünal 李小龍 O’Hara 👩‍🚒 <b>' } },
    ...NUMBERS.map((phone) => ({ title: `the number ${phone}`, answers: { ...good, phone } })),
    ...wishes.accepted,
  ],
  refused: [
    ...wrongOneByOne(good, ['name', 'phone']),
    ...NO_ANSWERS,
    ...andMore(good),
    ...wishes.refused,
    {
      title: 'a time of another day',
      answers: { ...good, bestTime: 'night' },
      names: ['bestTime'],
    },
    { title: 'no time at all', answers: { ...good, bestTime: '' }, names: ['bestTime'] },
    {
      title: 'all wrong',
      answers: { name: '', phone: '', bestTime: 1 },
      names: ['name', 'phone', 'bestTime'],
    },
    { title: 'a voicemail in words', answers: good, voicemail: 'yes', names: ['voicemail'] },
    { title: 'a consent in words', answers: good, consent: 'yes', names: ['consent'] },
    {
      title: 'a consent of no wording',
      answers: good,
      consent: { given: true },
      names: ['consent'],
    },
  ],
};
