import { MongoServerError } from 'mongodb';
import { RateLimiterMongo } from 'rate-limiter-flexible';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { payload } from '#data/payload.ts';
import { offeredSlots } from '#domain/slots.ts';
import { SUBMISSION_ERRORS, SubmissionError } from '#domain/submission-error.ts';
import { getServerSideProps as form } from '#pages/requests/[slug].tsx';
import { CLIENT_ADDRESS } from '#platform/http/client-address.ts';
import { requestOf } from '#submissions/messages/shown/state.ts';
import { newKey } from '#submissions/pipeline/keys.ts';
import { countPost } from '#submissions/pipeline/limits.ts';
import { submit } from '#submissions/pipeline/submit.ts';
import { countDocuments } from '#tests/helpers/count-documents.ts';
import { HOURS, NOW, openDoors, SENDER, send, storedUnder } from '#tests/helpers/door.ts';
import { outbox } from '#tests/helpers/outbox.ts';
import { ask } from '#tests/helpers/route.ts';

// The limits as they are for visitors.
vi.hoisted(() => Object.assign(process.env, { RATE_LIMIT_FACTOR: '1' }));

beforeAll(openDoors);

const TOO_MANY = { code: 'too-many', status: 429 };
const PER_CONTACT = 10;
const PER_ADDRESS = 120;

const request = (
  message: string,
  phone: string,
  email = `${phone.replace(/\D/g, '')}@mail.example`,
) => ({
  callToAction: 'let-us-help',
  answers: { name: 'Ann', email, phone, message },
});

const messagesAbout = async (id: string) =>
  (await outbox()).filter((job) => requestOf(job) === id).map(({ taskSlug }) => taskSlug);

const goneForAMoment = () => {
  const gone = new MongoServerError({ message: 'NotWritablePrimary', code: 10107 });
  gone.addErrorLabel('RetryableWriteError');
  return gone;
};

const times = <T>(count: number, make: (n: number) => T): T[] =>
  Array.from({ length: count }, (_, n) => make(n));

describe('of one contact', () => {
  const MARKED = { quarantined: true, suspicions: ['many-of-contact'], status: 'new' };

  it('ten new requests in an hour are as any; more are saved and marked, whoever sends them', async () => {
    const phone = '212 555 0150';
    for (const n of times(PER_CONTACT, Number)) {
      const address = `203.0.113.${n}`;
      const { receipt } = await send(request(`${n}`, phone), undefined, { ...SENDER, address });
      if (n === 0 || n === PER_CONTACT - 1) {
        expect((await storedUnder(receipt)).submission.quarantined).toBe(false);
      }
    }
    for (const typed of ['+1 (212) 555-0150', '212-555-0150']) {
      const sent = { ...request('one more', typed, 'other@mail.example'), receiptByMail: true };
      const { receipt } = await send(sent);
      const { submission, events } = await storedUnder(receipt);
      expect(submission).toMatchObject(MARKED);
      expect(events.map(({ type, text }) => [type, text])).toContainEqual([
        'mark',
        'Possible spam: Many requests came with this number or address within an hour.',
      ]);
      // Coordinators are told of it like of any other, the visitor is not written to.
      expect(await messagesAbout(submission.id)).toEqual(['request-waiting']);
    }
  });

  it('by mail address as well, in whatever letters', async () => {
    for (const n of times(PER_CONTACT, Number)) {
      await send(request(`${n}`, `212 555 01${60 + n}`, 'one@mail.example'));
    }
    const { receipt } = await send(request('', '212 555 0171', 'ONE@mail.example'));
    expect((await storedUnder(receipt)).submission).toMatchObject(MARKED);
  });

  it('what is suspicious besides is told beside it', async () => {
    const phone = '212 555 0172';
    for (const n of times(PER_CONTACT, String)) await send(request(n, phone));
    const signals = { website: 'filled in by a program' };
    const { receipt } = await send({ ...request('', phone), signals });
    const { suspicions } = (await storedUnder(receipt)).submission;
    expect(suspicions).toContain('hidden-box');
    expect(suspicions?.at(-1)).toBe('many-of-contact');
  });

  it('one request is one, however often it comes, and others have their own count', async () => {
    const phone = '212 555 0180';
    const key = newKey();
    const receipts = await Promise.all(times(20, () => send(request('one', phone), key)));
    expect(new Set(receipts.map(({ receipt }) => receipt)).size).toBe(1);
    await Promise.all(times(PER_CONTACT - 1, (n) => send(request(`${n}`, phone))));
    const { receipt } = await send(request('one more', phone));
    expect((await storedUnder(receipt)).submission).toMatchObject(MARKED);
    // What was taken keeps its receipt.
    expect(await send(request('one', phone), key)).toEqual(receipts[0]);
    await storedUnder((await send(request('one', '212 555 0181'))).receipt);
  });

  it('what is not taken does not count', async () => {
    const phone = '212 555 0190';
    for (const n of times(PER_CONTACT + 5, String)) {
      const wrong = request(n, phone, 'no address');
      await expect(send(wrong)).rejects.toMatchObject({ code: 'invalid' });
    }
    const { receipt } = await send(request('right', phone));
    expect((await storedUnder(receipt)).submission.quarantined).toBe(false);
  });
});

describe('times for a call', () => {
  const slots = offeredSlots(HOURS, NOW).map((at) => at.toISOString());
  const MOST_TIMES = 10;
  let people = 0;

  const book = (slot: string | undefined, address: string) => {
    people += 1;
    const { message: _, ...contact } = request('', `212 555 01${10 + people}`).answers;
    const answers = { ...contact, slot };
    return send({ callToAction: 'schedule-call', answers }, newKey(), { ...SENDER, address });
  };

  it('nobody books more than ten in a day: one more is marked, and others can have its time', async () => {
    const address = '203.0.113.150';
    for (const slot of slots.slice(0, MOST_TIMES)) {
      const { submission } = await storedUnder((await book(slot, address)).receipt);
      expect(submission).toMatchObject({ quarantined: false, seat: `${slot}#1` });
    }
    const wanted = slots[MOST_TIMES];
    const { submission, events } = await storedUnder((await book(wanted, address)).receipt);
    expect(submission).toMatchObject({
      quarantined: true,
      suspicions: ['many-times'],
      slot: wanted,
      seat: `given back by ${submission.id}`,
    });
    expect(events.map(({ text }) => text)).toContain(
      'Possible spam: Many calls were booked from the same internet address within a day.',
    );
    const other = await storedUnder((await book(wanted, '203.0.113.151')).receipt);
    expect(other.submission).toMatchObject({ quarantined: false, seat: `${wanted}#1` });
    // What asks for no time is none of these.
    const plain = await send(request('', '212 555 0149'), newKey(), { ...SENDER, address });
    expect((await storedUnder(plain.receipt)).submission.quarantined).toBe(false);
  });
});

describe('what its address may no longer send', () => {
  const over = async () => {
    throw new SubmissionError('too-many');
  };

  it('is not kept, and takes nothing from the count of whom it names', async () => {
    const phone = '212 555 0195';
    const before = await countDocuments();
    for (const n of times(PER_CONTACT + 1, String)) {
      const sent = { request: request(n, phone), key: newKey() };
      await expect(submit(sent, SENDER, over)).rejects.toMatchObject(TOO_MANY);
    }
    expect(await countDocuments()).toEqual(before);
    const { receipt } = await send(request('right', phone));
    expect((await storedUnder(receipt)).submission.quarantined).toBe(false);
  });

  it('is asked again with its transaction where the count failed for a moment', async () => {
    const allow = vi.fn(async () => {}).mockRejectedValueOnce(goneForAMoment());
    const sent = { request: request('', '212 555 0196'), key: newKey() };
    await storedUnder((await submit(sent, SENDER, allow)).receipt);
    expect(allow).toHaveBeenCalledTimes(2);
  });
});

describe('from one address', () => {
  const counted = async (addresses: string[]) => {
    const verdicts = await Promise.allSettled(addresses.map((address) => countPost({ address })));
    return verdicts.filter(({ status }) => status === 'fulfilled').length;
  };

  it('many posts are let through, and one too many is told when to come again', async () => {
    const address = '198.51.100.1';
    expect(await counted(times(PER_ADDRESS + 10, () => address))).toBe(PER_ADDRESS);
    await expect(countPost({ address })).rejects.toMatchObject({
      ...TOO_MANY,
      retryAfterS: expect.toSatisfy((seconds: number) => seconds > 500 && seconds <= 600),
    });
    expect(await counted(['198.51.100.2'])).toBe(1);
  });

  it('a household has one count, whichever of its addresses it uses', async () => {
    const inOne = times(PER_ADDRESS + 10, (n) => `2001:db8:0:7:${n.toString(16)}::1`);
    expect(await counted(inOne)).toBe(PER_ADDRESS);
    expect(await counted(['2001:db8:0:8::1'])).toBe(1);
  });

  it('nobody is counted whom no socket names', async () => {
    await Promise.all(times(PER_ADDRESS + 10, () => countPost({ address: undefined })));
  });
});

describe('a form’s page', () => {
  const sent = 'name=Ann+%3Cb%3E&phone=212+555+0123&message=Two%0D%0Alines';
  const typed = { name: 'Ann <b>', phone: '212 555 0123', message: 'Two\r\nlines' };
  const post = (address: string) =>
    ask(form, '/requests/let-us-help', { slug: 'let-us-help' }, sent, {
      [CLIENT_ADDRESS]: address,
    });

  it('of one post too many says so, and keeps what was typed', async () => {
    const address = '198.51.100.9';
    await Promise.all(times(PER_ADDRESS, () => countPost({ address })));
    const answer = await post(address);
    expect(answer).toMatchObject({ status: 429, caching: 'private, no-store' });
    expect(Number(answer.retryAfter)).toBeGreaterThan(500);
    expect(answer.props).toMatchObject({
      view: {
        own: { typed, problems: [{ name: '', message: SUBMISSION_ERRORS['too-many'].title }] },
      },
    });
    expect((await post('198.51.100.10')).status).toBe(422);
  });

  it('keeps what was typed where nothing can be counted', async () => {
    vi.spyOn(RateLimiterMongo.prototype, 'consume').mockRejectedValue(new Error('Away.'));
    const answer = await post('198.51.100.11');
    expect(answer).toMatchObject({ status: 503, retryAfter: '30' });
    expect(answer.props).toMatchObject({ problem: 'unavailable', typed });
    expect(console.error).toHaveBeenCalledOnce();
    vi.mocked(console.error).mockClear();
  });
});

it('a request that is tried again is counted once', async () => {
  const conflict = new MongoServerError({ message: 'WriteConflict', code: 112 });
  conflict.addErrorLabel('TransientTransactionError');
  const { db } = await payload();
  vi.spyOn(db, 'commitTransaction').mockRejectedValueOnce(conflict);
  const counting = vi.spyOn(RateLimiterMongo.prototype, 'consume');
  await storedUnder((await send(request('', '212 555 0197'))).receipt);
  expect(counting).toHaveBeenCalledTimes(2);
});

it('a request whose contact cannot be counted is saved, and that is logged', async () => {
  vi.spyOn(RateLimiterMongo.prototype, 'consume').mockRejectedValue(new Error('Away.'));
  const { receipt } = await send(request('', '212 555 0199'));
  expect((await storedUnder(receipt)).submission.quarantined).toBe(false);
  expect(console.error).toHaveBeenCalledOnce();
  vi.mocked(console.error).mockClear();
});
