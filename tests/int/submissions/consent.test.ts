import { beforeAll, describe, expect, it, vi } from 'vitest';
import { payload } from '#data/payload.ts';
import { clearMemoized } from '#platform/memoize-briefly.ts';
import { TEXT_MESSAGES_CONSENT } from '#seed/essentials/consent.ts';
import { newIdempotencyKey } from '#submissions/pipeline/idempotency-keys.ts';
import { createAccount } from '#tests/helpers/accounts.ts';
import { countDocuments } from '#tests/helpers/count-documents.ts';
import { rest } from '#tests/helpers/rest.ts';
import {
  CLIENT,
  loadSubmission,
  NOW,
  seedForms,
  sendSubmission,
} from '#tests/helpers/submissions.ts';

beforeAll(seedForms);

const createSubmission = (consent?: object) => ({
  callToAction: 'request-call',
  answers: { name: 'Ann', phone: '(212) 555-0123' },
  page: '/articles/an-article',
  consent,
});

const submitAndLoadConsents = async (consent?: object) => {
  const { receipt } = await sendSubmission(createSubmission(consent));
  return (await loadSubmission(receipt)).consents;
};

const changeWording = async (wording: string) => {
  const api = await payload();
  const where = { slug: { equals: 'text-messages' } };
  await api.update({ collection: 'consent-texts', where, data: { wording }, overrideAccess: true });
};

const renderWording = (wording: string, brand: string) =>
  wording
    .replace('{brand}', brand)
    .replace('{terms}', 'terms of use (http://throughcare.test/terms)')
    .replace('{privacy}', 'privacy policy (http://throughcare.test/privacy)');

it('records the wording as shown, the state of the checkbox, the page, the time and the client', async () => {
  const { name } = await (await payload()).findGlobal({ slug: 'site', overrideAccess: true });
  for (const given of [true, false]) {
    expect(await submitAndLoadConsents({ text: 'text-messages', version: 1, given })).toMatchObject(
      [
        {
          given,
          version: 1,
          wording: renderWording(TEXT_MESSAGES_CONSENT.wording, name),
          page: '/articles/an-article',
          address: CLIENT.address,
          recordedAt: NOW.toISOString(),
        },
      ],
    );
  }
});

it('records nothing if the form asked for no consent', async () => {
  expect(await submitAndLoadConsents()).toEqual([]);
});

it('records the wording that was on the form, even if it changed while the form was open', async () => {
  const { name } = await (await payload()).findGlobal({ slug: 'site', overrideAccess: true });
  const second = `${TEXT_MESSAGES_CONSENT.wording} Once more.`;
  await changeWording(second);
  const recordedWordings = async (version: number) =>
    (await submitAndLoadConsents({ text: 'text-messages', version, given: true })).map(
      ({ wording }) => wording,
    );
  expect(await recordedWordings(1)).toEqual([renderWording(TEXT_MESSAGES_CONSENT.wording, name)]);
  expect(await recordedWordings(2)).toEqual([renderWording(second, name)]);
});

it('rejects a wording that was replaced more than a day ago, and stores nothing', async () => {
  const text = 'text-messages';
  const later = (hours: number) => ({
    ...CLIENT,
    receivedAt: new Date(Date.now() + hours * 3_600_000),
  });
  const submission = createSubmission({ text, version: 1, given: true });
  await loadSubmission((await sendSubmission(submission, undefined, later(23))).receipt);
  const before = await countDocuments();
  const rejection = { code: 'invalid', problems: [{ name: 'consent' }] };
  await expect(sendSubmission(submission, undefined, later(25))).rejects.toMatchObject(rejection);
  expect(await countDocuments()).toEqual(before);
  // The current wording is accepted at any time.
  await loadSubmission(
    (
      await sendSubmission(
        createSubmission({ text, version: 2, given: true }),
        undefined,
        later(25),
      )
    ).receipt,
  );
  // A wording without the time of its replacement is too old.
  const api = await payload();
  await api.db.collections['consent-texts']?.updateMany(
    { slug: text },
    { $unset: { 'earlier.0.replacedAt': 1 } },
  );
  clearMemoized();
  await expect(sendSubmission(submission, undefined, later(0))).rejects.toMatchObject(rejection);
});

it('a replay under its key gets its receipt, however long ago its wording was replaced', async () => {
  const key = newIdempotencyKey();
  const submission = createSubmission({ text: 'text-messages', version: 2, given: true });
  const first = await sendSubmission(submission, key);
  await changeWording(`${TEXT_MESSAGES_CONSENT.wording} And once more.`);
  const muchLater = { ...CLIENT, receivedAt: new Date(Date.now() + 40 * 3_600_000) };
  expect(await sendSubmission(submission, key, muchLater)).toEqual(first);
});

describe('erasing a submission', () => {
  const submitWithConsent = async () => {
    const consent = { text: 'text-messages', version: 3, given: true };
    const { receipt } = await sendSubmission(createSubmission(consent));
    const { submission, consents } = await loadSubmission(receipt);
    return { id: submission.id, evidence: consents[0] };
  };
  const findConsents = async (id: string) => {
    const { docs } = await (await payload()).find({
      collection: 'consent-records',
      where: { submission: { equals: id } },
      depth: 0,
      overrideAccess: true,
    });
    return docs;
  };
  const countJobsAndEvents = async (id: string) => {
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
    'keeps the consent records, without the client, and nothing else: %s',
    async (mode) => {
      const { token } = await createAccount(mode, ['admin']);
      const [first, second, kept] = [
        await submitWithConsent(),
        await submitWithConsent(),
        await submitWithConsent(),
      ];
      // Messages in every state.
      const jobs = (await payload()).db.collections['payload-jobs'];
      await jobs?.updateOne({ 'input.submission': first.id }, { hasError: true });
      await jobs?.updateOne(
        { 'input.submission': second.id },
        { processing: true, leasedUntil: new Date(Date.now() + 60_000) },
      );
      const all = { collection: 'form-submissions', overrideAccess: true } as const;
      if (mode === 'many at once') {
        await (await payload()).delete({ ...all, where: { id: { in: [first.id, second.id] } } });
      } else {
        for (const { id } of [first, second]) {
          expect((await rest('DELETE', `/form-submissions/${id}`, { token })).status).toBe(200);
        }
      }
      for (const { id, evidence } of [first, second]) {
        expect(await countJobsAndEvents(id)).toEqual([0, 0]);
        expect(evidence).toMatchObject({ address: CLIENT.address, userAgent: CLIENT.userAgent });
        expect(await findConsents(id)).toEqual([{ ...evidence, address: null, userAgent: null }]);
      }
      expect(await countJobsAndEvents(kept.id)).toEqual([1, 1]);
      expect(await findConsents(kept.id)).toEqual([kept.evidence]);
    },
  );

  it('changes nothing if it fails', async () => {
    const { id, evidence } = await submitWithConsent();
    const api = await payload();
    vi.spyOn(api.db, 'commitTransaction').mockRejectedValueOnce(new Error('The disk is full.'));
    const erasing = api.delete({ collection: 'form-submissions', id, overrideAccess: true });
    await expect(erasing).rejects.toThrow('The disk is full.');
    expect(await countJobsAndEvents(id)).toEqual([1, 1]);
    expect(await findConsents(id)).toEqual([evidence]);
  });
});

it('rejects a wording that never existed, and stores nothing', async () => {
  const before = await countDocuments();
  for (const consent of [
    { text: 'text-messages', version: 99, given: true },
    { text: 'another', version: 1, given: true },
  ]) {
    await expect(sendSubmission(createSubmission(consent))).rejects.toMatchObject({
      code: 'invalid',
      problems: [{ name: 'consent' }],
    });
  }
  expect(await countDocuments()).toEqual(before);
});
