import {
  ADDRESSES,
  AN_OFFERED_SLOT,
  andMore,
  consent,
  type FormFixtures,
  NO_ANSWERS,
  withWishes,
  wrongOneByOne,
} from '#forms/fixture.ts';

const good = {
  name: 'Ann',
  email: 'ann@example.org',
  phone: '(212) 555-0123 x9',
  slot: AN_OFFERED_SLOT,
};

const { slot: _, ...contact } = good;

const slots = [
  ['empty', ''],
  ['long ago', '2020-01-06T15:00:00.000Z'],
  ['far ahead', '2999-01-06T15:00:00.000Z'],
  ['not on the clock', '2026-13-40T99:99:99Z'],
  ['past the end of time', '+275760-09-13T00:00:00.001Z'],
  ['in words', 'tomorrow at nine'],
  ['a number', 1_795_000_000_000],
  ['a list', ['2026-11-25T15:00:00.000Z']],
] as const;

const wishes = withWishes(good);

export const { accepted, refused }: FormFixtures = {
  accepted: [
    { title: 'the least', answers: good },
    {
      title: 'a voicemail, texts agreed to',
      answers: good,
      consent: consent(true),
      voicemail: true,
    },
    ...ADDRESSES.map((email) => ({ title: `the address ${email}`, answers: { ...good, email } })),
    ...wishes.accepted,
  ],
  refused: [
    ...wrongOneByOne(good, ['name', 'email', 'phone']),
    ...NO_ANSWERS,
    ...andMore(good),
    ...wishes.refused,
    { title: 'slot: missing', answers: contact, names: ['slot'] },
    ...slots.map(([title, slot]) => ({
      title: `slot: ${title}`,
      answers: { ...contact, slot },
      names: ['slot'],
    })),
  ],
};
