import { beforeAll, describe, expect, it } from 'vitest';
import { fixtures as questions } from '#forms/editor-questions.fixtures.ts';
import { newIdempotencyKey } from '#submissions/pipeline/idempotency-keys.ts';
import { newChallenge } from '#submissions/pipeline/proof-of-work.ts';
import { newRenderedAtToken } from '#submissions/pipeline/rendered-at-token.ts';
import { solveProofOfWork } from '#tests/helpers/solve-proof-of-work.ts';
import {
  CLIENT,
  loadSubmission,
  NOW,
  seedForms,
  sendSubmission,
  WITH_QUESTIONS,
} from '#tests/helpers/submissions.ts';

beforeAll(seedForms);

const ANSWERS = { name: 'Ann', phone: '(212) 555-0123' };

const createSubmission = (signals?: object, answers: object = ANSWERS) => ({
  callToAction: 'request-call',
  answers,
  signals,
});

const tokenFrom = (msAgo: number) => newRenderedAtToken(new Date(NOW.getTime() - msAgo));
const createProof = async () => solveProofOfWork(await newChallenge(new Date()));
const UNKNOWN_ORIGIN = { ...CLIENT, isFromOwnPage: false };

/** Submits, and loads what was stored. */
async function submitAndLoad(
  body: Record<string, unknown>,
  { key = newIdempotencyKey(), client = CLIENT } = {},
) {
  const receipt = await sendSubmission(body, key, client);
  return { receipt, ...(await loadSubmission(receipt.receipt)) };
}

/** Valid answers to all custom questions, one of them with markup. */
const withMarkupIn = (name: string) => ({
  callToAction: WITH_QUESTIONS,
  answers: { ...(questions.accepted[0]?.answers as object), [name]: 'See <a href="//x.example">' },
});

const FAST = ['too-fast', 'no-proof', 'no-origin'];

describe('spam is accepted like any submission, and marked', () => {
  it.each<[string, Record<string, unknown>, string[]]>([
    [
      'a hidden box that is filled in',
      createSubmission({ website: 'https://x.example' }),
      ['hidden-box'],
    ],
    ['a link in the name', createSubmission({}, { ...ANSWERS, name: 'x.top/1' }), ['link-in-name']],
    ['sent at once, not by a browser', createSubmission({ rendered: tokenFrom(1999) }), FAST],
    ['markup in the answer to a custom question', withMarkupIn('question-state'), ['markup']],
  ])('%s', async (_, submitted, signals) => {
    const { submission, events, receipt } = await submitAndLoad(submitted, {
      client: UNKNOWN_ORIGIN,
    });
    expect(Object.keys(receipt).sort()).toEqual(['receipt', 'reference']);
    expect(submission).toMatchObject({
      status: 'new',
      quarantined: true,
      dueAt: '2026-11-24T23:00:00.000Z',
    });
    expect(submission.suspicions).toEqual(expect.arrayContaining(signals));
    expect(events).toMatchObject([
      { type: 'received', text: 'The request came in, and was marked as possible spam.' },
    ]);
  });
});

describe('weak signals do not mark a submission', () => {
  it.each<[string, object | undefined]>([
    ['no signals at all', undefined],
    ['a token of two seconds ago', { rendered: tokenFrom(2000) }],
    ['a forged token', { rendered: 'yesterday' }],
    ['a forged proof', { proof: 'none' }],
    ['an empty hidden box', { website: ' ' }],
  ])('%s', async (_, signals) => {
    const { submission, events } = await submitAndLoad(createSubmission(signals), {
      client: UNKNOWN_ORIGIN,
    });
    expect(submission).toMatchObject({ quarantined: false, suspicions: [] });
    expect(events).toMatchObject([{ type: 'received', text: 'The request came in.' }]);
  });

  it('fast, but with a proof of work', async () => {
    const signals = { rendered: tokenFrom(900), proof: await createProof() };
    const { submission } = await submitAndLoad(createSubmission(signals), {
      client: UNKNOWN_ORIGIN,
    });
    expect(submission.quarantined).toBe(false);
  });
});

describe('a proof of work counts once', () => {
  it('marks a second submission with the same proof', async () => {
    const signals = { proof: await createProof() };
    expect((await submitAndLoad(createSubmission(signals))).submission.quarantined).toBe(false);
    const { submission } = await submitAndLoad(
      createSubmission(signals, { ...ANSWERS, name: 'Bob' }),
    );
    expect(submission).toMatchObject({ quarantined: true, suspicions: ['proof-used'] });
  });

  it('leaves one of twenty concurrent submissions unmarked', async () => {
    const signals = { proof: await createProof() };
    const submissions = Array.from({ length: 20 }, () => submitAndLoad(createSubmission(signals)));
    const marks = (await Promise.all(submissions)).map(({ submission }) => submission.quarantined);
    expect(marks.filter((marked) => !marked)).toHaveLength(1);
    expect(marks).toHaveLength(20);
  });

  it('gives a replay its own receipt, also with other signals', async () => {
    const key = newIdempotencyKey();
    const signals = { proof: await createProof() };
    const first = await sendSubmission(createSubmission(signals), key);
    expect(await sendSubmission(createSubmission(signals), key)).toEqual(first);
    // Spam signals are no part of the content.
    expect(await sendSubmission(createSubmission({ website: 'x' }), key)).toEqual(first);
    expect(await sendSubmission(createSubmission(), key)).toEqual(first);
    expect((await loadSubmission(first.receipt)).submission.quarantined).toBe(false);
    await expect(
      sendSubmission(createSubmission(signals, { ...ANSWERS, name: 'Bob' }), key),
    ).rejects.toMatchObject({
      code: 'repeated',
    });
  });
});

it('rejects signals of another shape, and names them', async () => {
  for (const signals of [{ other: 'x' }, { proof: 1 }, { website: ['x'] }, [], 'x', null]) {
    await expect(sendSubmission({ ...createSubmission(), signals })).rejects.toMatchObject({
      code: 'invalid',
      problems: [{ name: 'signals', message: 'Send what the form asks for, and nothing else.' }],
    });
  }
});
