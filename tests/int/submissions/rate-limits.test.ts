import { MongoServerError } from 'mongodb';
import { RateLimiterMongo } from 'rate-limiter-flexible';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { payload } from '#data/payload.ts';
import { offeredSlots } from '#domain/slots.ts';
import { SUBMISSION_ERRORS, SubmissionError } from '#domain/submission-error.ts';
import { getServerSideProps as form } from '#pages/requests/[slug].tsx';
import { CLIENT_ADDRESS_HEADER } from '#platform/http/client-address.ts';
import { submissionIdOf } from '#submissions/messages/admin/message-state.ts';
import { newIdempotencyKey } from '#submissions/pipeline/idempotency-keys.ts';
import { countPost } from '#submissions/pipeline/rate-limits.ts';
import { submit } from '#submissions/pipeline/submit.ts';
import { callRoute } from '#tests/helpers/call-route.ts';
import { countDocuments } from '#tests/helpers/count-documents.ts';
import { readOutbox } from '#tests/helpers/outbox.ts';
import {
  CLIENT,
  HOURS,
  loadSubmission,
  NOW,
  seedForms,
  sendSubmission,
} from '#tests/helpers/submissions.ts';

// Tests run with raised rate limits by default; these need the real ones.
vi.hoisted(() => Object.assign(process.env, { RATE_LIMIT_FACTOR: '1' }));

beforeAll(seedForms);

const TOO_MANY = { code: 'too-many', status: 429 };
const PER_CONTACT = 10;
const PER_ADDRESS = 120;

const createSubmission = (
  message: string,
  phone: string,
  email = `${phone.replace(/\D/g, '')}@mail.example`,
) => ({
  callToAction: 'let-us-help',
  answers: { name: 'Ann', email, phone, message },
});

const messagesAbout = async (id: string) =>
  (await readOutbox()).filter((job) => submissionIdOf(job) === id).map(({ taskSlug }) => taskSlug);

const createTransientError = () => {
  const error = new MongoServerError({ message: 'NotWritablePrimary', code: 10107 });
  error.addErrorLabel('RetryableWriteError');
  return error;
};

const times = <T>(count: number, make: (n: number) => T): T[] =>
  Array.from({ length: count }, (_, n) => make(n));

describe('the limit of one contact', () => {
  const MARKED = { quarantined: true, suspicions: ['many-of-contact'], status: 'new' };

  it('accepts ten new submissions an hour; more are saved and marked as spam, from any address', async () => {
    const phone = '212 555 0150';
    for (const n of times(PER_CONTACT, Number)) {
      const address = `203.0.113.${n}`;
      const { receipt } = await sendSubmission(createSubmission(`${n}`, phone), undefined, {
        ...CLIENT,
        address,
      });
      if (n === 0 || n === PER_CONTACT - 1) {
        expect((await loadSubmission(receipt)).submission.quarantined).toBe(false);
      }
    }
    for (const phoneAsTyped of ['+1 (212) 555-0150', '212-555-0150']) {
      const submitted = {
        ...createSubmission('one more', phoneAsTyped, 'other@mail.example'),
        receiptByMail: true,
      };
      const { receipt } = await sendSubmission(submitted);
      const { submission, events } = await loadSubmission(receipt);
      expect(submission).toMatchObject(MARKED);
      expect(events.map(({ type, text }) => [type, text])).toContainEqual([
        'mark',
        'Possible spam: Many requests came with this number or address within an hour.',
      ]);
      // Coordinators get their mail as usual; the visitor gets no message.
      expect(await messagesAbout(submission.id)).toEqual(['request-waiting']);
    }
  });

  it('counts email addresses too, in any case', async () => {
    for (const n of times(PER_CONTACT, Number)) {
      await sendSubmission(createSubmission(`${n}`, `212 555 01${60 + n}`, 'one@mail.example'));
    }
    const { receipt } = await sendSubmission(
      createSubmission('', '212 555 0171', 'ONE@mail.example'),
    );
    expect((await loadSubmission(receipt)).submission).toMatchObject(MARKED);
  });

  it('adds its signal to the other spam signals', async () => {
    const phone = '212 555 0172';
    for (const n of times(PER_CONTACT, String)) await sendSubmission(createSubmission(n, phone));
    const signals = { website: 'filled in by a program' };
    const { receipt } = await sendSubmission({ ...createSubmission('', phone), signals });
    const { suspicions } = (await loadSubmission(receipt)).submission;
    expect(suspicions).toContain('hidden-box');
    expect(suspicions?.at(-1)).toBe('many-of-contact');
  });

  it('counts replays once, and counts each contact apart', async () => {
    const phone = '212 555 0180';
    const key = newIdempotencyKey();
    const receipts = await Promise.all(
      times(20, () => sendSubmission(createSubmission('one', phone), key)),
    );
    expect(new Set(receipts.map(({ receipt }) => receipt)).size).toBe(1);
    await Promise.all(
      times(PER_CONTACT - 1, (n) => sendSubmission(createSubmission(`${n}`, phone))),
    );
    const { receipt } = await sendSubmission(createSubmission('one more', phone));
    expect((await loadSubmission(receipt)).submission).toMatchObject(MARKED);
    // A replay still gets its receipt.
    expect(await sendSubmission(createSubmission('one', phone), key)).toEqual(receipts[0]);
    await loadSubmission((await sendSubmission(createSubmission('one', '212 555 0181'))).receipt);
  });

  it('does not count rejected submissions', async () => {
    const phone = '212 555 0190';
    for (const n of times(PER_CONTACT + 5, String)) {
      const wrong = createSubmission(n, phone, 'no address');
      await expect(sendSubmission(wrong)).rejects.toMatchObject({ code: 'invalid' });
    }
    const { receipt } = await sendSubmission(createSubmission('right', phone));
    expect((await loadSubmission(receipt)).submission.quarantined).toBe(false);
  });
});

describe('the limit of booked times', () => {
  const slots = offeredSlots(HOURS, NOW).map((at) => at.toISOString());
  const MAX_TIMES = 10;
  let visitors = 0;

  const book = (slot: string | undefined, address: string) => {
    visitors += 1;
    const { message: _, ...contact } = createSubmission('', `212 555 01${10 + visitors}`).answers;
    const answers = { ...contact, slot };
    return sendSubmission({ callToAction: 'schedule-call', answers }, newIdempotencyKey(), {
      ...CLIENT,
      address,
    });
  };

  it('marks the eleventh time that an address books in a day as spam, and leaves that time to others', async () => {
    const address = '203.0.113.150';
    for (const slot of slots.slice(0, MAX_TIMES)) {
      const { submission } = await loadSubmission((await book(slot, address)).receipt);
      expect(submission).toMatchObject({ quarantined: false, seat: `${slot}#1` });
    }
    const wanted = slots[MAX_TIMES];
    const { submission, events } = await loadSubmission((await book(wanted, address)).receipt);
    expect(submission).toMatchObject({
      quarantined: true,
      suspicions: ['many-times'],
      slot: wanted,
      seat: `given back by ${submission.id}`,
    });
    expect(events.map(({ text }) => text)).toContain(
      'Possible spam: Many calls were booked from the same internet address within a day.',
    );
    const other = await loadSubmission((await book(wanted, '203.0.113.151')).receipt);
    expect(other.submission).toMatchObject({ quarantined: false, seat: `${wanted}#1` });
    // A submission without a time does not count.
    const plain = await sendSubmission(createSubmission('', '212 555 0149'), newIdempotencyKey(), {
      ...CLIENT,
      address,
    });
    expect((await loadSubmission(plain.receipt)).submission.quarantined).toBe(false);
  });
});

describe('a submission over the limit of its address', () => {
  const rejectPost = async () => {
    throw new SubmissionError('too-many');
  };

  it('is not stored, and does not count for its contact', async () => {
    const phone = '212 555 0195';
    const before = await countDocuments();
    for (const n of times(PER_CONTACT + 1, String)) {
      const submission = { body: createSubmission(n, phone), idempotencyKey: newIdempotencyKey() };
      await expect(submit(submission, CLIENT, rejectPost)).rejects.toMatchObject(TOO_MANY);
    }
    expect(await countDocuments()).toEqual(before);
    const { receipt } = await sendSubmission(createSubmission('right', phone));
    expect((await loadSubmission(receipt)).submission.quarantined).toBe(false);
  });

  it('is counted again when its transaction is retried after a transient failure of the count', async () => {
    const countPost = vi.fn(async () => {}).mockRejectedValueOnce(createTransientError());
    const submission = {
      body: createSubmission('', '212 555 0196'),
      idempotencyKey: newIdempotencyKey(),
    };
    await loadSubmission((await submit(submission, CLIENT, countPost)).receipt);
    expect(countPost).toHaveBeenCalledTimes(2);
  });
});

describe('the limit of one address', () => {
  const countAccepted = async (addresses: string[]) => {
    const verdicts = await Promise.allSettled(addresses.map((address) => countPost({ address })));
    return verdicts.filter(({ status }) => status === 'fulfilled').length;
  };

  it('accepts many posts, and says for one too many when to retry', async () => {
    const address = '198.51.100.1';
    expect(await countAccepted(times(PER_ADDRESS + 10, () => address))).toBe(PER_ADDRESS);
    await expect(countPost({ address })).rejects.toMatchObject({
      ...TOO_MANY,
      retryAfterS: expect.toSatisfy((seconds: number) => seconds > 500 && seconds <= 600),
    });
    expect(await countAccepted(['198.51.100.2'])).toBe(1);
  });

  it('counts the IPv6 addresses of a household together', async () => {
    const household = times(PER_ADDRESS + 10, (n) => `2001:db8:0:7:${n.toString(16)}::1`);
    expect(await countAccepted(household)).toBe(PER_ADDRESS);
    expect(await countAccepted(['2001:db8:0:8::1'])).toBe(1);
  });

  it('does not count clients without an address', async () => {
    await Promise.all(times(PER_ADDRESS + 10, () => countPost({ address: undefined })));
  });
});

describe('a form’s page', () => {
  const body = 'name=Ann+%3Cb%3E&phone=212+555+0123&message=Two%0D%0Alines';
  const typed = { name: 'Ann <b>', phone: '212 555 0123', message: 'Two\r\nlines' };
  const post = (address: string) =>
    callRoute(form, '/requests/let-us-help', { slug: 'let-us-help' }, body, {
      [CLIENT_ADDRESS_HEADER]: address,
    });

  it('says that there were too many posts, and keeps what was typed', async () => {
    const address = '198.51.100.9';
    await Promise.all(times(PER_ADDRESS, () => countPost({ address })));
    const response = await post(address);
    expect(response).toMatchObject({ status: 429, caching: 'private, no-store' });
    expect(Number(response.retryAfter)).toBeGreaterThan(500);
    expect(response.props).toMatchObject({
      view: {
        pageState: {
          values: typed,
          problems: [{ name: '', message: SUBMISSION_ERRORS['too-many'].title }],
        },
      },
    });
    expect((await post('198.51.100.10')).status).toBe(422);
  });

  it('keeps what was typed if counting fails', async () => {
    vi.spyOn(RateLimiterMongo.prototype, 'consume').mockRejectedValue(new Error('Away.'));
    const response = await post('198.51.100.11');
    expect(response).toMatchObject({ status: 503, retryAfter: '30' });
    expect(response.props).toMatchObject({ problem: 'unavailable', typed });
    expect(console.error).toHaveBeenCalledOnce();
    vi.mocked(console.error).mockClear();
  });
});

it('a submission whose transaction is retried is counted once', async () => {
  const conflict = new MongoServerError({ message: 'WriteConflict', code: 112 });
  conflict.addErrorLabel('TransientTransactionError');
  const { db } = await payload();
  vi.spyOn(db, 'commitTransaction').mockRejectedValueOnce(conflict);
  const counting = vi.spyOn(RateLimiterMongo.prototype, 'consume');
  await loadSubmission((await sendSubmission(createSubmission('', '212 555 0197'))).receipt);
  expect(counting).toHaveBeenCalledTimes(2);
});

it('a submission whose contact cannot be counted is saved, and the failure logged', async () => {
  vi.spyOn(RateLimiterMongo.prototype, 'consume').mockRejectedValue(new Error('Away.'));
  const { receipt } = await sendSubmission(createSubmission('', '212 555 0199'));
  expect((await loadSubmission(receipt)).submission.quarantined).toBe(false);
  expect(console.error).toHaveBeenCalledOnce();
  vi.mocked(console.error).mockClear();
});
