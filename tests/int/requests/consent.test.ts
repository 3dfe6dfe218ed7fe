import { beforeAll, describe, expect, it, vi } from 'vitest';
import { payload } from '#data/payload.ts';
import { forgetKept } from '#platform/kept-briefly.ts';
import { TEXT_MESSAGES_CONSENT } from '#seed/essentials/consent.ts';
import { newKey } from '#submissions/pipeline/keys.ts';
import { account } from '#tests/helpers/accounts.ts';
import { countDocuments } from '#tests/helpers/count-documents.ts';
import { NOW, openDoors, SENDER, send, storedUnder } from '#tests/helpers/door.ts';
import { rest } from '#tests/helpers/rest.ts';

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

it('words that were replaced a day ago are asked for again, and nothing is kept', async () => {
  const text = 'text-messages';
  const later = (hours: number) => ({ ...SENDER, at: new Date(Date.now() + hours * 3_600_000) });
  const asked = request({ text, version: 1, given: true });
  await storedUnder((await send(asked, undefined, later(23))).receipt);
  const before = await countDocuments();
  const refused = { code: 'invalid', problems: [{ name: 'consent' }] };
  await expect(send(asked, undefined, later(25))).rejects.toMatchObject(refused);
  expect(await countDocuments()).toEqual(before);
  // What is in force counts at any time.
  await storedUnder(
    (await send(request({ text, version: 2, given: true }), undefined, later(25))).receipt,
  );
  // Of one that does not say when it was replaced, nobody knows for how long it has been.
  const api = await payload();
  await api.db.collections['consent-texts']?.updateMany(
    { slug: text },
    { $unset: { 'earlier.0.replacedAt': 1 } },
  );
  forgetKept();
  await expect(send(asked, undefined, later(0))).rejects.toMatchObject(refused);
});

it('a retry under its key has its receipt, however long ago its words were replaced', async () => {
  const key = newKey();
  const asked = request({ text: 'text-messages', version: 2, given: true });
  const first = await send(asked, key);
  await reword(`${TEXT_MESSAGES_CONSENT.wording} And once more.`);
  const muchLater = { ...SENDER, at: new Date(Date.now() + 40 * 3_600_000) };
  expect(await send(asked, key, muchLater)).toEqual(first);
});

describe('of an erased request', () => {
  const stored = async () => {
    const consent = { text: 'text-messages', version: 3, given: true };
    const { receipt } = await send(request(consent));
    const { submission, consents } = await storedUnder(receipt);
    return { id: submission.id, evidence: consents[0] };
  };
  const evidenceOf = async (id: string) => {
    const { docs } = await (await payload()).find({
      collection: 'consent-records',
      where: { submission: { equals: id } },
      depth: 0,
      overrideAccess: true,
    });
    return docs;
  };
  const left = async (id: string) => {
    const { collections } = (await payload()).db;
    const jobs = collections['payload-jobs'];
    const events = collections['submission-events'];
    return [
      await jobs?.countDocuments({ 'input.submission': id }),
      await events?.countDocuments({
        submission: { $in: [id, events.base.Types.ObjectId.createFromHexString(id)] },
      }),
    ];
  };

  it.each(['one by one', 'many at once'])(
    'the evidence stays, and nothing else: %s',
    async (how) => {
      const { token } = await account(how, ['admin']);
      const [one, other, kept] = [await stored(), await stored(), await stored()];
      // Messages in every state.
      const jobs = (await payload()).db.collections['payload-jobs'];
      await jobs?.updateOne({ 'input.submission': one.id }, { hasError: true });
      await jobs?.updateOne(
        { 'input.submission': other.id },
        { processing: true, leasedUntil: new Date(Date.now() + 60_000) },
      );
      const all = { collection: 'form-submissions', overrideAccess: true } as const;
      if (how === 'many at once') {
        await (await payload()).delete({ ...all, where: { id: { in: [one.id, other.id] } } });
      } else {
        for (const { id } of [one, other]) {
          expect((await rest('DELETE', `/form-submissions/${id}`, { token })).status).toBe(200);
        }
      }
      for (const { id, evidence } of [one, other]) {
        expect(await left(id)).toEqual([0, 0]);
        expect(evidence).toMatchObject({ address: SENDER.address, userAgent: SENDER.userAgent });
        expect(await evidenceOf(id)).toEqual([{ ...evidence, address: null, userAgent: null }]);
      }
      expect(await left(kept.id)).toEqual([1, 1]);
      expect(await evidenceOf(kept.id)).toEqual([kept.evidence]);
    },
  );

  it('what cannot be erased keeps all of it', async () => {
    const { id, evidence } = await stored();
    const api = await payload();
    vi.spyOn(api.db, 'commitTransaction').mockRejectedValueOnce(new Error('The disk is full.'));
    const erasing = api.delete({ collection: 'form-submissions', id, overrideAccess: true });
    await expect(erasing).rejects.toThrow('The disk is full.');
    expect(await left(id)).toEqual([1, 1]);
    expect(await evidenceOf(id)).toEqual([evidence]);
  });
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
