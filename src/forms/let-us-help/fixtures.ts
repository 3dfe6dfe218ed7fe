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
    {
      title: 'a message of several lines',
      answers: {
        ...good,
        message: 'It is for my brother.\r\n\r\nHe lives in “Ohio” & works nights. {{x}} $ne',
      },
      consent: consent(true),
      voicemail: true,
    },
    { title: 'the longest message', answers: { ...good, message: 'é'.repeat(2000) } },
    {
      title: 'signs that nobody types',
      answers: { ...good, message: 'Help\u0000 me\ud800 please\u202e' },
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
      title: 'a message that is too long',
      answers: { ...good, message: 'x'.repeat(2001) },
      names: ['message'],
    },
    { title: 'a list of messages', answers: { ...good, message: ['Help'] }, names: ['message'] },
    { title: 'an object for a message', answers: { ...good, message: {} }, names: ['message'] },
  ],
};
