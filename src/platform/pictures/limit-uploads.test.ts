import { expect, it } from 'vitest';
import { limitUploads } from './limit-uploads.ts';

const upload = () =>
  new Request('http://site/api/media', {
    method: 'POST',
    headers: { 'Content-Type': 'multipart/form-data; boundary=x' },
    body: 'x',
  });

/** A handler of uploads, each of which waits for a call of `finishNext`. */
function pausedUploads() {
  const open: (() => void)[] = [];
  let maxOpen = 0;
  const handler = limitUploads(async () => {
    const { promise, resolve } = Promise.withResolvers<void>();
    maxOpen = Math.max(maxOpen, open.push(resolve));
    await promise;
    return Response.json({});
  });
  return {
    send: (request = upload()) => handler(request, undefined),
    finishNext: () => open.shift()?.(),
    maxOpen: () => maxOpen,
    open: () => open.length,
  };
}

it('handles three uploads at once, lets thirty wait, and answers 503 to more', async () => {
  const { send, finishNext, maxOpen, open } = pausedUploads();
  const responses = Array.from({ length: 40 }, () => send());
  const rejected = await Promise.all(responses.slice(33));
  expect(rejected.map(({ status }) => status)).toEqual(Array(7).fill(503));
  expect(rejected[0]?.headers.get('Retry-After')).toBe('60');
  expect(JSON.stringify(await rejected[0]?.json())).toContain('Many pictures are being uploaded');
  for (let done = 0; done < 33; done += 1) {
    await expect.poll(open).toBeGreaterThan(0);
    finishNext();
  }
  const accepted = await Promise.all(responses.slice(0, 33));
  expect(accepted.every(({ status }) => status === 200)).toBe(true);
  expect(maxOpen()).toBe(3);
  const last = send();
  await expect.poll(open).toBe(1);
  finishNext();
  expect((await last).status).toBe(200);
});

it('does not make other requests wait for uploads', async () => {
  const { send, finishNext, open } = pausedUploads();
  const uploads = [send(), send(), send()];
  const other = send(new Request('http://site/api/media/1', { method: 'PATCH', body: '{}' }));
  await expect.poll(open).toBe(4);
  for (let done = 0; done < 4; done += 1) finishNext();
  await Promise.all([...uploads, other]);
});
