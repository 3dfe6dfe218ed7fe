import { expect, it } from 'vitest';
import { inTurns } from './upload-turns.ts';

const upload = () =>
  new Request('http://site/api/media', {
    method: 'POST',
    headers: { 'Content-Type': 'multipart/form-data; boundary=x' },
    body: 'x',
  });

/** What takes pictures, and keeps them until it is told to go on. */
function slow() {
  const open: (() => void)[] = [];
  let most = 0;
  const handler = inTurns(async () => {
    const { promise, resolve } = Promise.withResolvers<void>();
    most = Math.max(most, open.push(resolve));
    await promise;
    return Response.json({});
  });
  return {
    send: (request = upload()) => handler(request, undefined),
    goOn: () => open.shift()?.(),
    most: () => most,
    open: () => open.length,
  };
}

it('pictures are taken a few at a time, others wait, and more than those are told to come later', async () => {
  const { send, goOn, most, open } = slow();
  const answers = Array.from({ length: 40 }, () => send());
  const told = await Promise.all(answers.slice(33));
  expect(told.map(({ status }) => status)).toEqual(Array(7).fill(503));
  expect(told[0]?.headers.get('Retry-After')).toBe('60');
  expect(JSON.stringify(await told[0]?.json())).toContain('Many pictures are being uploaded');
  for (let done = 0; done < 33; done += 1) {
    await expect.poll(open).toBeGreaterThan(0);
    goOn();
  }
  const taken = await Promise.all(answers.slice(0, 33));
  expect(taken.every(({ status }) => status === 200)).toBe(true);
  expect(most()).toBe(3);
  const last = send();
  await expect.poll(open).toBe(1);
  goOn();
  expect((await last).status).toBe(200);
});

it('what is no picture waits for none', async () => {
  const { send, goOn, open } = slow();
  const uploads = [send(), send(), send()];
  const other = send(new Request('http://site/api/media/1', { method: 'PATCH', body: '{}' }));
  await expect.poll(open).toBe(4);
  for (let done = 0; done < 4; done += 1) goOn();
  await Promise.all([...uploads, other]);
});
