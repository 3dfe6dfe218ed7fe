import type { IncomingMessage } from 'node:http';
import { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { expect, it } from 'vitest';
import { isForm, readForm } from './posted.ts';

const sent = (...pieces: string[]) =>
  Readable.from(
    pieces.map((piece) => Buffer.from(piece)),
    { objectMode: false },
  ) as IncomingMessage;
const all = (body: Buffer | Readable) => (Buffer.isBuffer(body) ? body.toString() : text(body));
const typed = (type?: string) => ({ headers: { 'content-type': type } }) as IncomingMessage;

it('knows a form by what it calls itself', () => {
  expect(isForm(typed('Application/X-WWW-Form-Urlencoded; charset=utf-8'))).toBe(true);
  for (const type of ['multipart/form-data', 'application/json', undefined]) {
    expect(isForm(typed(type))).toBe(false);
  }
});

it('reads fields that come in pieces, and passes on the very same', async () => {
  const { fields, body } = await readForm(sent('name=%C3', '%9Cnal&a=1', '&a=2'));
  expect(fields()).toEqual([
    ['name', 'Ünal'],
    ['a', '1'],
    ['a', '2'],
  ]);
  expect(await all(body)).toBe('name=%C3%9Cnal&a=1&a=2');
});

it('passes on all of what is too long to be kept', async () => {
  const pieces = Array.from({ length: 40 }, (_, n) => `&a${n}=${'x'.repeat(10_000)}`);
  const { body } = await readForm(sent(...pieces));
  expect(await all(body)).toBe(pieces.join(''));
});

it('says so when the sender goes away', async () => {
  const gone = sent('name=A');
  gone.destroy(new Error('aborted'));
  await expect(readForm(gone)).rejects.toThrow('aborted');
});
