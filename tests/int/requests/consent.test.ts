import { beforeAll, expect, it } from 'vitest';
import { payload } from '#data/payload.ts';
import { TEXT_MESSAGES_CONSENT } from '#seed/essentials/consent.ts';
import { countDocuments } from '#tests/helpers/count-documents.ts';
import { NOW, openDoors, SENDER, send, storedUnder } from '#tests/helpers/door.ts';

beforeAll(openDoors);

const request = (consent?: object) => ({
  callToAction: 'request-call',
  answers: { name: 'Ann', phone: '(212) 555-0123' },
  page: '/articles/an-article',
  consent,
});

const evidence = async (consent?: object) => {
  const { receipt } = await send(request(consent));
  return (await storedUnder(receipt)).consents;
};

const reword = async (wording: string) => {
  const api = await payload();
  const where = { slug: { equals: 'text-messages' } };
  await api.update({ collection: 'consent-texts', where, data: { wording }, overrideAccess: true });
};

const shown = (wording: string, brand: string) =>
  wording
    .replace('{brand}', brand)
    .replace('{terms}', 'terms of use (http://throughcare.test/terms)')
    .replace('{privacy}', 'privacy policy (http://throughcare.test/privacy)');

it('the record keeps the words as shown, the state of the box, the page, the time and the sender', async () => {
  const { name } = await (await payload()).findGlobal({ slug: 'site', overrideAccess: true });
  for (const given of [true, false]) {
    expect(await evidence({ text: 'text-messages', version: 1, given })).toMatchObject([
      {
        given,
        version: 1,
        wording: shown(TEXT_MESSAGES_CONSENT.wording, name),
        page: '/articles/an-article',
        address: SENDER.address,
        recordedAt: NOW.toISOString(),
      },
    ]);
  }
});

it('where nothing was asked, nothing is recorded', async () => {
  expect(await evidence()).toEqual([]);
});

it('a form that was open while the words changed is recorded with the words that stood on it', async () => {
  const { name } = await (await payload()).findGlobal({ slug: 'site', overrideAccess: true });
  const second = `${TEXT_MESSAGES_CONSENT.wording} Once more.`;
  await reword(second);
  const words = async (version: number) =>
    (await evidence({ text: 'text-messages', version, given: true })).map(({ wording }) => wording);
  expect(await words(1)).toEqual([shown(TEXT_MESSAGES_CONSENT.wording, name)]);
  expect(await words(2)).toEqual([shown(second, name)]);
});

it('words that never stood anywhere are refused, and nothing is kept', async () => {
  const before = await countDocuments();
  for (const consent of [
    { text: 'text-messages', version: 99, given: true },
    { text: 'another', version: 1, given: true },
  ]) {
    await expect(send(request(consent))).rejects.toMatchObject({
      code: 'invalid',
      problems: [{ name: 'consent' }],
    });
  }
  expect(await countDocuments()).toEqual(before);
});
