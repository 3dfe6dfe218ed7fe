import { createLocalReq } from 'payload';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { payload } from '#data/payload.ts';
import { WEEKDAYS } from '#domain/business-hours.ts';
import { callsAtOnceOf } from '#domain/call-and-text-settings.ts';
import { offeredSlots } from '#domain/slots.ts';
import { SLOT_TAKEN } from '#forms/submission-schema.ts';
import { getServerSideProps as form } from '#pages/requests/[slug].tsx';
import type { CallToActionPageProps } from '#site/views/call-to-action.tsx';
import { findDoubleBookings } from '#submissions/booking/double-bookings.ts';
import { findFreeTimes } from '#submissions/booking/free-times.ts';
import { newIdempotencyKey } from '#submissions/pipeline/idempotency-keys.ts';
import { withdrawByReceipt } from '#submissions/withdrawal/withdraw-by-receipt.ts';
import { type Account, createAccount } from '#tests/helpers/accounts.ts';
import { callRoute } from '#tests/helpers/call-route.ts';
import { rest } from '#tests/helpers/rest.ts';
import {
  CLIENT,
  HOURS,
  loadSubmission,
  NOW,
  seedForms,
  sendSubmission,
} from '#tests/helpers/submissions.ts';

let coordinator: Account;

beforeAll(async () => {
  await seedForms();
  coordinator = await createAccount('coordinator', ['coordinator']);
});

/** Each test books a time of its own. */
const unusedTimes = offeredSlots(HOURS, NOW).map((at) => at.toISOString());
let time = '';

beforeEach(async () => {
  time = unusedTimes.shift() ?? '';
  await setCallsAtOnce(1);
});

async function setCallsAtOnce(count: number) {
  const api = await payload();
  // System: an administrator does this in the admin.
  await api.updateGlobal({ slug: 'site', data: { callsAtOnce: count }, overrideAccess: true });
}

let visitors = 0;

const createSubmission = (slot = time, more = {}) => {
  visitors += 1;
  const phone = `(212) 555-0${100 + (visitors % 100)}`;
  const email = `person${visitors}@mail.example`;
  return { callToAction: 'schedule-call', answers: { name: 'Ann', email, phone, slot }, ...more };
};

const createSpam = () => createSubmission(time, { signals: { website: 'filled in by a program' } });

const slotTaken = { code: 'invalid', problems: [{ name: 'slot', message: SLOT_TAKEN }] };

/** Resolves with the receipts of the saved submissions, and how many failed because the time was taken. */
async function outcomesOf(sending: Promise<{ receipt: string }>[]) {
  const results = await Promise.allSettled(sending);
  const receipts = results.flatMap((result) =>
    result.status === 'fulfilled' ? [result.value.receipt] : [],
  );
  const errors = results.flatMap((result) => (result.status === 'rejected' ? [result.reason] : []));
  for (const error of errors) expect(error).toMatchObject(slotTaken);
  return { receipts, takenCount: errors.length };
}

const idOf = async (receipt: string) => (await loadSubmission(receipt)).submission.id;

const change = (id: string, data: object) =>
  rest('PATCH', `/form-submissions/${id}`, { token: coordinator.token, data });

describe('a time for a call', () => {
  it.each([1, 3])(
    'accepts as many calls as are possible at once: %i of 20 concurrent submissions',
    async (count) => {
      await setCallsAtOnce(count);
      const { receipts, takenCount } = await outcomesOf(
        Array.from({ length: 20 }, () => sendSubmission(createSubmission())),
      );
      expect({ saved: receipts.length, takenCount }).toEqual({
        saved: count,
        takenCount: 20 - count,
      });
      const seats = await Promise.all(
        receipts.map(async (receipt) => (await loadSubmission(receipt)).submission.seat),
      );
      expect(seats.toSorted()).toEqual(Array.from({ length: count }, (_, n) => `${time}#${n + 1}`));
    },
  );

  it('is booked once by a submission and its replays, with and without an idempotency key', async () => {
    const [keyed, plain] = [createSubmission(), createSubmission(unusedTimes.shift())];
    const key = newIdempotencyKey();
    const keyedReceipts = await Promise.all(
      Array.from({ length: 5 }, () => sendSubmission(keyed, key)),
    );
    keyedReceipts.push(await sendSubmission(keyed, key));
    expect(new Set(keyedReceipts.map(({ receipt }) => receipt)).size).toBe(1);
    const plainReceipts = await Promise.all(
      Array.from({ length: 5 }, () => sendSubmission(plain, '')),
    );
    plainReceipts.push(await sendSubmission(plain, ''));
    // Without a key, another person may have sent the same: one submission, different receipts.
    expect(new Set(plainReceipts.map(({ reference }) => reference)).size).toBe(1);
  });

  it('is free again after the submission is withdrawn, for one other submission', async () => {
    const { receipt } = await sendSubmission(createSubmission());
    await expect(sendSubmission(createSubmission())).rejects.toMatchObject(slotTaken);
    await withdrawByReceipt(receipt, NOW);
    const { receipts } = await outcomesOf(
      Array.from({ length: 5 }, () => sendSubmission(createSubmission())),
    );
    expect(receipts).toHaveLength(1);
  });

  it('is free again after the submission is closed; when reopened, it gets the time back only if it is still free', async () => {
    const { receipt } = await sendSubmission(createSubmission());
    const id = await idOf(receipt);
    expect((await change(id, { status: 'closed', closedReason: 'helped' })).status).toBe(200);
    expect((await change(id, { status: 'new', closedReason: null })).status).toBe(200);
    await expect(sendSubmission(createSubmission())).rejects.toMatchObject(slotTaken);
    expect((await change(id, { status: 'closed', closedReason: 'helped' })).status).toBe(200);
    const other = await sendSubmission(createSubmission());
    expect((await change(id, { status: 'new', closedReason: null })).status).toBe(200);
    expect((await loadSubmission(receipt)).submission.seat).toBe(`given back by ${id}`);
    expect((await loadSubmission(other.receipt)).submission.seat).toBe(`${time}#1`);
  });

  it('is not held by submissions marked as spam, until the mark is cleared', async () => {
    const marked = await sendSubmission(createSpam());
    const second = await sendSubmission(createSpam());
    const id = await idOf(marked.receipt);
    expect((await change(id, { quarantined: false })).status).toBe(200);
    expect((await loadSubmission(marked.receipt)).submission.seat).toBe(`${time}#1`);
    await expect(sendSubmission(createSubmission())).rejects.toMatchObject(slotTaken);
    await expect(sendSubmission(createSpam())).rejects.toMatchObject(slotTaken);
    // Both visitors were promised the time: the second is not rejected, but its page shows the conflict.
    const other = await idOf(second.receipt);
    expect((await change(other, { quarantined: false })).status).toBe(200);
    const api = await payload();
    const req = await createLocalReq({ user: coordinator.user as never }, api);
    const { submission } = await loadSubmission(second.receipt);
    expect(await findDoubleBookings(submission, 1, req)).toEqual([marked.reference]);
    expect(await findDoubleBookings(submission, 2, req)).toEqual([]);
    // The first one releases the time, which resolves the conflict.
    expect((await change(id, { quarantined: true })).status).toBe(200);
    expect(await findDoubleBookings(submission, 1, req)).toEqual([]);
  });

  it('goes to one submission when several are reopened at the same time; the others get 409', async () => {
    const ids: string[] = [];
    for (let n = 0; n < 4; n += 1) {
      const id = await idOf((await sendSubmission(createSubmission())).receipt);
      await change(id, { status: 'closed', closedReason: 'helped' });
      ids.push(id);
    }
    for (let round = 0; round < 5; round += 1) {
      const responses = await Promise.all(
        ids.map((id) => change(id, { status: 'new', closedReason: null })),
      );
      for (const { status } of responses) expect([200, 409]).toContain(status);
      const api = await payload();
      const { totalDocs } = await api.count({
        collection: 'form-submissions',
        where: { seat: { equals: `${time}#1` } },
        overrideAccess: true,
      });
      expect(totalDocs).toBe(1);
      await Promise.all(ids.map((id) => change(id, { status: 'closed', closedReason: 'helped' })));
    }
  });

  it('is held by submissions from before seats existed', async () => {
    const { receipt } = await sendSubmission(createSubmission());
    const model = (await payload()).db.collections['form-submissions'];
    await model?.updateOne({ receipt }, { $unset: { seat: 1 } });
    await expect(sendSubmission(createSubmission())).rejects.toMatchObject(slotTaken);
    await setCallsAtOnce(2);
    const { receipts } = await outcomesOf(
      Array.from({ length: 5 }, () => sendSubmission(createSubmission())),
    );
    expect(receipts).toHaveLength(1);
  });

  it('stays booked after the number of calls at once is lowered', async () => {
    await setCallsAtOnce(3);
    const { receipts } = await outcomesOf([
      sendSubmission(createSubmission()),
      sendSubmission(createSubmission()),
      sendSubmission(createSubmission()),
    ]);
    await setCallsAtOnce(2);
    await expect(sendSubmission(createSubmission())).rejects.toMatchObject(slotTaken);
    await withdrawByReceipt(receipts[0] ?? '', NOW);
    await expect(sendSubmission(createSubmission())).rejects.toMatchObject(slotTaken);
  });
});

describe('the form’s page', () => {
  const now = new Date();
  // The first times could pass during the test.
  const [first = '', second = ''] = offeredSlots(HOURS, now)
    .slice(-2)
    .map((at) => at.toISOString());
  const load = (fields?: Record<string, string>) =>
    callRoute(
      form,
      '/requests/schedule-call',
      { slug: 'schedule-call' },
      fields && new URLSearchParams(fields).toString(),
    );

  it('does not offer a taken time, and keeps what the visitor typed', async () => {
    await sendSubmission(createSubmission(first), newIdempotencyKey(), {
      ...CLIENT,
      receivedAt: now,
    });
    const { props } = await load();
    const offered = JSON.stringify((props as { view: CallToActionPageProps }).view.pageState?.days);
    expect(offered).not.toContain(first);
    expect(offered).toContain(second);

    const { answers } = createSubmission(first);
    const rejected = await load(answers);
    expect(rejected).toMatchObject({
      status: 422,
      caching: 'private, no-store',
      props: { view: { pageState: { values: answers, problems: slotTaken.problems } } },
    });
    expect(
      JSON.stringify((rejected.props as { view: CallToActionPageProps }).view.pageState?.days),
    ).not.toContain(first);
  });

  it('links to the form for a call back if no time is free', async () => {
    const api = await payload();
    // System: an administrator does this in the admin.
    const setBusinessHours = (businessHours: object[]) =>
      api.updateGlobal({ slug: 'site', data: { businessHours } as never, overrideAccess: true });
    await setBusinessHours([]);
    expect((await load()).props).toMatchObject({
      view: {
        pageState: {
          days: [],
          alternative: { label: 'request-call', href: '/requests/request-call' },
        },
      },
    });
    await setBusinessHours(HOURS.hours);
  });
});

describe('business hours of Site', () => {
  const save = async (...businessHours: object[]) => {
    const api = await payload();
    // System: an administrator does this in the admin.
    return api.updateGlobal({
      slug: 'site',
      data: { businessHours } as never,
      overrideAccess: true,
    });
  };

  it.each([
    { day: 'monday', opens: '09:00', closes: '24:00' },
    { day: 'monday', opens: '22:00', closes: '06:00' },
    { day: 'monday', allDay: true },
    { day: 'monday', allDay: true, opens: '09:00', closes: '09:00' },
  ])('accept %j', async (opening) => {
    expect((await save(opening)).businessHours).toMatchObject([opening]);
  });

  it.each([
    [{ day: 'monday', opens: '24:00', closes: '06:00' }, 'opens'],
    [{ day: 'monday', opens: '09:00', closes: '09:00' }, 'closes'],
    [{ day: 'monday', opens: '09:00', closes: '24:30' }, 'closes'],
    [{ day: 'monday', opens: '09:00' }, 'closes'],
    [{ day: 'monday' }, 'opens'],
  ])('reject %j', async (opening, field) => {
    const error = await save(opening).catch((thrown) => thrown);
    expect(error.data.errors[0].path).toBe(`businessHours.0.${field}`);
  });

  it('offer every time if open around the clock', async () => {
    await save(...WEEKDAYS.map((day) => ({ day, allDay: true })));
    const site = await (await payload()).findGlobal({ slug: 'site', overrideAccess: true });
    expect((await findFreeTimes(site, NOW)).length).toBeGreaterThan(4 * 96);
    await save(...HOURS.hours);
  });
});

it('a Site without the setting allows one call at once', async () => {
  const api = await payload();
  await api.db.globals.updateOne({ globalType: 'site' }, { $unset: { callsAtOnce: 1 } });
  const site = await api.findGlobal({ slug: 'site', overrideAccess: true });
  expect(callsAtOnceOf(site)).toBe(1);
  // System: an administrator changes something else.
  await api.updateGlobal({ slug: 'site', data: { name: 'Throughcare' }, overrideAccess: true });
  await sendSubmission(createSubmission(unusedTimes.shift()), newIdempotencyKey(), CLIENT);
});
