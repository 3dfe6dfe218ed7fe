import { createLocalReq } from 'payload';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { payload } from '#data/payload.ts';
import { WEEKDAYS } from '#domain/business-hours.ts';
import { callsAtOnceOf } from '#domain/calls-and-texts.ts';
import { offeredSlots } from '#domain/slots.ts';
import { SLOT_TAKEN } from '#forms/submission-schema.ts';
import { getServerSideProps as form } from '#pages/requests/[slug].tsx';
import type { CallToActionPageProps } from '#site/views/call-to-action.tsx';
import { doubleBookedWith } from '#submissions/booking/double-booked.ts';
import { findFreeTimes } from '#submissions/booking/free-times.ts';
import { newKey } from '#submissions/pipeline/keys.ts';
import { withdrawByReceipt } from '#submissions/withdrawal/by-receipt.ts';
import { type Account, account } from '#tests/helpers/accounts.ts';
import { HOURS, NOW, openDoors, SENDER, send, storedUnder } from '#tests/helpers/door.ts';
import { rest } from '#tests/helpers/rest.ts';
import { ask } from '#tests/helpers/route.ts';

let coordinator: Account;

beforeAll(async () => {
  await openDoors();
  coordinator = await account('coordinator', ['coordinator']);
});

/** Each test has a time of its own. */
const times = offeredSlots(HOURS, NOW).map((at) => at.toISOString());
let time = '';

beforeEach(async () => {
  time = times.shift() ?? '';
  await callsAtOnce(1);
});

async function callsAtOnce(count: number) {
  const api = await payload();
  // System: an administrator does this in the admin.
  await api.updateGlobal({ slug: 'site', data: { callsAtOnce: count }, overrideAccess: true });
}

let people = 0;

const request = (slot = time, more = {}) => {
  people += 1;
  const phone = `(212) 555-0${100 + (people % 100)}`;
  const email = `person${people}@mail.example`;
  return { callToAction: 'schedule-call', answers: { name: 'Ann', email, phone, slot }, ...more };
};

const spam = () => request(time, { signals: { website: 'filled in by a program' } });

const chosen = { code: 'invalid', problems: [{ name: 'slot', message: SLOT_TAKEN }] };

/** The receipts of those who got the time, and how many were told that it is gone. */
async function outcome(sending: Promise<{ receipt: string }>[]) {
  const all = await Promise.allSettled(sending);
  const receipts = all.flatMap((one) => (one.status === 'fulfilled' ? [one.value.receipt] : []));
  const refused = all.flatMap((one) => (one.status === 'rejected' ? [one.reason] : []));
  for (const error of refused) expect(error).toMatchObject(chosen);
  return { receipts, refused: refused.length };
}

const idOf = async (receipt: string) => (await storedUnder(receipt)).submission.id;

const change = (id: string, data: object) =>
  rest('PATCH', `/form-submissions/${id}`, { token: coordinator.token, data });

describe('one time', () => {
  it.each([1, 3])(
    'has as many calls as there can be at once: %i of 20 who ask together',
    async (count) => {
      await callsAtOnce(count);
      const { receipts, refused } = await outcome(
        Array.from({ length: 20 }, () => send(request())),
      );
      expect({ got: receipts.length, refused }).toEqual({ got: count, refused: 20 - count });
      const seats = await Promise.all(
        receipts.map(async (receipt) => (await storedUnder(receipt)).submission.seat),
      );
      expect(seats.toSorted()).toEqual(Array.from({ length: count }, (_, n) => `${time}#${n + 1}`));
    },
  );

  it('is one request’s, however often it comes, with a key and without', async () => {
    const [keyed, plain] = [request(), request(times.shift())];
    const key = newKey();
    const keyedReceipts = await Promise.all(Array.from({ length: 5 }, () => send(keyed, key)));
    keyedReceipts.push(await send(keyed, key));
    expect(new Set(keyedReceipts.map(({ receipt }) => receipt)).size).toBe(1);
    const plainReceipts = await Promise.all(Array.from({ length: 5 }, () => send(plain, '')));
    plainReceipts.push(await send(plain, ''));
    // Without a key it may be somebody else who sends the same: the receipts differ, the request does not.
    expect(new Set(plainReceipts.map(({ reference }) => reference)).size).toBe(1);
  });

  it('is free again once the request is taken back, and then taken again', async () => {
    const { receipt } = await send(request());
    await expect(send(request())).rejects.toMatchObject(chosen);
    await withdrawByReceipt(receipt, NOW);
    const { receipts } = await outcome(Array.from({ length: 5 }, () => send(request())));
    expect(receipts).toHaveLength(1);
  });

  it('is free again once the request is closed; opened again, it has it only if nobody else does', async () => {
    const { receipt } = await send(request());
    const id = await idOf(receipt);
    expect((await change(id, { status: 'closed', closedReason: 'helped' })).status).toBe(200);
    expect((await change(id, { status: 'new', closedReason: null })).status).toBe(200);
    await expect(send(request())).rejects.toMatchObject(chosen);
    expect((await change(id, { status: 'closed', closedReason: 'helped' })).status).toBe(200);
    const other = await send(request());
    expect((await change(id, { status: 'new', closedReason: null })).status).toBe(200);
    expect((await storedUnder(receipt)).submission.seat).toBe(`given back by ${id}`);
    expect((await storedUnder(other.receipt)).submission.seat).toBe(`${time}#1`);
  });

  it('is not kept by what is taken for spam, until it turns out to be real', async () => {
    const marked = await send(spam());
    const second = await send(spam());
    const id = await idOf(marked.receipt);
    expect((await change(id, { quarantined: false })).status).toBe(200);
    expect((await storedUnder(marked.receipt)).submission.seat).toBe(`${time}#1`);
    await expect(send(request())).rejects.toMatchObject(chosen);
    await expect(send(spam())).rejects.toMatchObject(chosen);
    // Both were promised the time: the one that comes second is not turned away, its page says so.
    const other = await idOf(second.receipt);
    expect((await change(other, { quarantined: false })).status).toBe(200);
    const api = await payload();
    const req = await createLocalReq({ user: coordinator.user as never }, api);
    const { submission } = await storedUnder(second.receipt);
    expect(await doubleBookedWith(submission, 1, req)).toEqual([marked.reference]);
    expect(await doubleBookedWith(submission, 2, req)).toEqual([]);
    // Its colleague gives the time back, and nobody else is in the way.
    expect((await change(id, { quarantined: true })).status).toBe(200);
    expect(await doubleBookedWith(submission, 1, req)).toEqual([]);
  });

  it('is one request’s when several are opened again together; the others are told to look again', async () => {
    const ids: string[] = [];
    for (let n = 0; n < 4; n += 1) {
      const id = await idOf((await send(request())).receipt);
      await change(id, { status: 'closed', closedReason: 'helped' });
      ids.push(id);
    }
    for (let round = 0; round < 5; round += 1) {
      const answers = await Promise.all(
        ids.map((id) => change(id, { status: 'new', closedReason: null })),
      );
      for (const { status } of answers) expect([200, 409]).toContain(status);
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

  it('is taken by requests from before there were seats', async () => {
    const { receipt } = await send(request());
    const model = (await payload()).db.collections['form-submissions'];
    await model?.updateOne({ receipt }, { $unset: { seat: 1 } });
    await expect(send(request())).rejects.toMatchObject(chosen);
    await callsAtOnce(2);
    const { receipts } = await outcome(Array.from({ length: 5 }, () => send(request())));
    expect(receipts).toHaveLength(1);
  });

  it('stays promised where there can be fewer calls than there were', async () => {
    await callsAtOnce(3);
    const { receipts } = await outcome([send(request()), send(request()), send(request())]);
    await callsAtOnce(2);
    await expect(send(request())).rejects.toMatchObject(chosen);
    await withdrawByReceipt(receipts[0] ?? '', NOW);
    await expect(send(request())).rejects.toMatchObject(chosen);
  });
});

describe('the form’s page', () => {
  const now = new Date();
  const [first = '', second = ''] = offeredSlots(HOURS, now).map((at) => at.toISOString());
  const asked = (sent?: Record<string, string>) =>
    ask(
      form,
      '/requests/schedule-call',
      { slug: 'schedule-call' },
      sent && new URLSearchParams(sent).toString(),
    );

  it('does not offer a time that is taken, and keeps what the loser typed', async () => {
    await send(request(first), newKey(), { ...SENDER, at: now });
    const { props } = await asked();
    const offered = JSON.stringify((props as { view: CallToActionPageProps }).view.own?.days);
    expect(offered).not.toContain(first);
    expect(offered).toContain(second);

    const { answers } = request(first);
    const lost = await asked(answers);
    expect(lost).toMatchObject({
      status: 422,
      caching: 'private, no-store',
      props: { view: { own: { typed: answers, problems: chosen.problems } } },
    });
    expect(
      JSON.stringify((lost.props as { view: CallToActionPageProps }).view.own?.days),
    ).not.toContain(first);
  });

  it('says where else a call can be asked for if no time is free', async () => {
    const api = await payload();
    // System: an administrator does this in the admin.
    const site = (businessHours: object[]) =>
      api.updateGlobal({ slug: 'site', data: { businessHours } as never, overrideAccess: true });
    await site([]);
    expect((await asked()).props).toMatchObject({
      view: {
        own: { days: [], otherwise: { label: 'request-call', href: '/requests/request-call' } },
      },
    });
    await site(HOURS.hours);
  });
});

describe('business hours', () => {
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
  ])('can be %j', async (opening) => {
    expect((await save(opening)).businessHours).toMatchObject([opening]);
  });

  it.each([
    [{ day: 'monday', opens: '24:00', closes: '06:00' }, 'opens'],
    [{ day: 'monday', opens: '09:00', closes: '09:00' }, 'closes'],
    [{ day: 'monday', opens: '09:00', closes: '24:30' }, 'closes'],
    [{ day: 'monday', opens: '09:00' }, 'closes'],
    [{ day: 'monday' }, 'opens'],
  ])('cannot be %j', async (opening, field) => {
    const error = await save(opening).catch((thrown) => thrown);
    expect(error.data.errors[0].path).toBe(`businessHours.0.${field}`);
  });

  it('around the clock offer every time', async () => {
    await save(...WEEKDAYS.map((day) => ({ day, allDay: true })));
    const site = await (await payload()).findGlobal({ slug: 'site', overrideAccess: true });
    expect((await findFreeTimes(site, NOW)).length).toBeGreaterThan(4 * 96);
    await save(...HOURS.hours);
  });
});

it('a Site that was saved before it was asked has one call at once', async () => {
  const api = await payload();
  await api.db.globals.updateOne({ globalType: 'site' }, { $unset: { callsAtOnce: 1 } });
  const site = await api.findGlobal({ slug: 'site', overrideAccess: true });
  expect(callsAtOnceOf(site)).toBe(1);
  // System: an administrator changes something else.
  await api.updateGlobal({ slug: 'site', data: { name: 'Throughcare' }, overrideAccess: true });
  await send(request(times.shift()), newKey(), SENDER);
});
