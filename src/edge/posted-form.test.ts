import type { IncomingMessage } from 'node:http';
import { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { expect, it } from 'vitest';
import { readPostedBody } from './posted-form.ts';

const FORM = 'Application/X-WWW-Form-Urlencoded; charset=utf-8';

const requestOfType = (type: string | undefined, ...pieces: string[]) => {
  const body = Readable.from(
    pieces.map((piece) => Buffer.from(piece)),
    { objectMode: false },
  );
  return Object.assign(body, { headers: { 'content-type': type } }) as unknown as IncomingMessage;
};
const formRequest = (...pieces: string[]) => requestOfType(FORM, ...pieces);
const textOf = (body: Buffer | Readable) => (Buffer.isBuffer(body) ? body.toString() : text(body));

it.each(['multipart/form-data', 'application/json', undefined])(
  'returns no form fields for the content type %s',
  async (type) => {
    const { formFields, body } = await readPostedBody(requestOfType(type, 'a=', '1'));
    expect([formFields(), await textOf(body)]).toEqual([undefined, 'a=1']);
  },
);

it('parses fields that arrive in pieces, and forwards the same bytes', async () => {
  const { formFields, body } = await readPostedBody(formRequest('name=%C3', '%9Cnal&a=1', '&a=2'));
  expect(formFields()).toEqual([
    ['name', 'Ünal'],
    ['a', '1'],
    ['a', '2'],
  ]);
  expect(await textOf(body)).toBe('name=%C3%9Cnal&a=1&a=2');
});

it('forwards all of a body that is too long to be buffered', async () => {
  const pieces = Array.from({ length: 40 }, (_, n) => `&a${n}=${'x'.repeat(10_000)}`);
  const { body } = await readPostedBody(formRequest(...pieces));
  expect(await textOf(body)).toBe(pieces.join(''));
});

it('rejects when the client disconnects', async () => {
  const request = formRequest('name=A');
  request.destroy(new Error('aborted'));
  await expect(readPostedBody(request)).rejects.toThrow('aborted');
});
