import type { IncomingMessage } from 'node:http';
import { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { expect, it } from 'vitest';
import { readPosted } from './posted.ts';

const FORM = 'Application/X-WWW-Form-Urlencoded; charset=utf-8';

const sentAs = (type: string | undefined, ...pieces: string[]) => {
  const body = Readable.from(
    pieces.map((piece) => Buffer.from(piece)),
    { objectMode: false },
  );
  return Object.assign(body, { headers: { 'content-type': type } }) as unknown as IncomingMessage;
};
const sent = (...pieces: string[]) => sentAs(FORM, ...pieces);
const all = (body: Buffer | Readable) => (Buffer.isBuffer(body) ? body.toString() : text(body));

it.each(['multipart/form-data', 'application/json', undefined])(
  'has no fields of what is no form, but %s',
  async (type) => {
    const { fields, body } = await readPosted(sentAs(type, 'a=', '1'));
    expect([fields(), await all(body)]).toEqual([undefined, 'a=1']);
  },
);

it('reads fields that come in pieces, and passes on the very same', async () => {
  const { fields, body } = await readPosted(sent('name=%C3', '%9Cnal&a=1', '&a=2'));
  expect(fields()).toEqual([
    ['name', 'Ünal'],
    ['a', '1'],
    ['a', '2'],
  ]);
  expect(await all(body)).toBe('name=%C3%9Cnal&a=1&a=2');
});

it('passes on all of what is too long to be kept', async () => {
  const pieces = Array.from({ length: 40 }, (_, n) => `&a${n}=${'x'.repeat(10_000)}`);
  const { body } = await readPosted(sent(...pieces));
  expect(await all(body)).toBe(pieces.join(''));
});

it('says so when the sender goes away', async () => {
  const gone = sent('name=A');
  gone.destroy(new Error('aborted'));
  await expect(readPosted(gone)).rejects.toThrow('aborted');
});
