import { beforeAll, describe, expect, it } from 'vitest';
import { fixtures as questions } from '#forms/questions.fixtures.ts';
import { newKey } from '#submissions/pipeline/keys.ts';
import { newChallenge } from '#submissions/pipeline/proof.ts';
import { newRenderedAtToken } from '#submissions/pipeline/rendered-at-token.ts';
import { NOW, openDoors, SENDER, send, storedUnder, WITH_QUESTIONS } from '#tests/helpers/door.ts';
import { solve } from '#tests/helpers/solve.ts';

beforeAll(openDoors);

const ANSWERS = { name: 'Ann', phone: '(212) 555-0123' };

const request = (signals?: object, answers: object = ANSWERS) => ({
  callToAction: 'request-call',
  answers,
  signals,
});

const opened = (msAgo: number) => newRenderedAtToken(new Date(NOW.getTime() - msAgo));
const proof = async () => solve(await newChallenge(new Date()));
const FROM_NOWHERE = { ...SENDER, trusted: false };

/** What is stored of a request that is sent now. */
async function taken(sent: Record<string, unknown>, { key = newKey(), sender = SENDER } = {}) {
  const receipt = await send(sent, key, sender);
  return { receipt, ...(await storedUnder(receipt.receipt)) };
}

/** A good answer to all questions of an editor, but for one. */
const answered = (name: string) => ({
  callToAction: WITH_QUESTIONS,
  answers: { ...(questions.accepted[0]?.answers as object), [name]: 'See <a href="//x.example">' },
});

const FAST = ['too-fast', 'no-proof', 'no-origin'];

describe('a suspect is taken like any other, only marked', () => {
  it.each<[string, Record<string, unknown>, string[]]>([
    ['a box that nobody sees', request({ website: 'https://x.example' }), ['hidden-box']],
    ['a link in the name', request({}, { ...ANSWERS, name: 'x.top/1' }), ['link-in-name']],
    ['in no time, by no browser', request({ rendered: opened(1999) }), FAST],
    ['markup in an answer to a question of an editor', answered('question-state'), ['markup']],
  ])('%s', async (_, sent, reasons) => {
    const { submission, events, receipt } = await taken(sent, { sender: FROM_NOWHERE });
    expect(Object.keys(receipt).sort()).toEqual(['receipt', 'reference']);
    expect(submission).toMatchObject({
      status: 'new',
      quarantined: true,
      dueAt: '2026-11-24T23:00:00.000Z',
    });
    expect(submission.suspicions).toEqual(expect.arrayContaining(reasons));
    expect(events).toMatchObject([
      { type: 'received', text: 'The request came in, and was marked as possible spam.' },
    ]);
  });
});

describe('what only lowers the trust marks nothing', () => {
  it.each<[string, object | undefined]>([
    ['no signals at all', undefined],
    ['a stamp of a moment ago', { rendered: opened(2000) }],
    ['a stamp that is none of ours', { rendered: 'yesterday' }],
    ['a proof that is none', { proof: 'none' }],
    ['an empty box', { website: ' ' }],
  ])('%s', async (_, signals) => {
    const { submission, events } = await taken(request(signals), { sender: FROM_NOWHERE });
    expect(submission).toMatchObject({ quarantined: false, suspicions: [] });
    expect(events).toMatchObject([{ type: 'received', text: 'The request came in.' }]);
  });

  it('nor does a quick hand with a proof', async () => {
    const signals = { rendered: opened(900), proof: await proof() };
    const { submission } = await taken(request(signals), { sender: FROM_NOWHERE });
    expect(submission.quarantined).toBe(false);
  });
});

describe('a proof of work counts once', () => {
  it('the second request with it is taken, and marked', async () => {
    const signals = { proof: await proof() };
    expect((await taken(request(signals))).submission.quarantined).toBe(false);
    const { submission } = await taken(request(signals, { ...ANSWERS, name: 'Bob' }));
    expect(submission).toMatchObject({ quarantined: true, suspicions: ['proof-used'] });
  });

  it('of twenty at once, one is not marked', async () => {
    const signals = { proof: await proof() };
    const sent = Array.from({ length: 20 }, () => taken(request(signals)));
    const marks = (await Promise.all(sent)).map(({ submission }) => submission.quarantined);
    expect(marks.filter((marked) => !marked)).toHaveLength(1);
    expect(marks).toHaveLength(20);
  });

  it('the same request sent again gets its own receipt', async () => {
    const key = newKey();
    const signals = { proof: await proof() };
    const first = await send(request(signals), key);
    expect(await send(request(signals), key)).toEqual(first);
    // What speaks for a request is no part of it.
    expect(await send(request({ website: 'x' }), key)).toEqual(first);
    expect(await send(request(), key)).toEqual(first);
    expect((await storedUnder(first.receipt)).submission.quarantined).toBe(false);
    await expect(send(request(signals, { ...ANSWERS, name: 'Bob' }), key)).rejects.toMatchObject({
      code: 'repeated',
    });
  });
});

it('signals of another shape are refused, by their name', async () => {
  for (const signals of [{ other: 'x' }, { proof: 1 }, { website: ['x'] }, [], 'x', null]) {
    await expect(send({ ...request(), signals })).rejects.toMatchObject({
      code: 'invalid',
      problems: [{ name: 'signals', message: 'Send what the form asks for, and nothing else.' }],
    });
  }
});
