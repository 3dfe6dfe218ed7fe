import { expect, it } from 'vitest';
import { entityTagOf } from './cache-entry.ts';
import { decodeEntry, encodeEntry } from './cache-file.ts';

const BODY = Buffer.from('page');
const HEAD = {
  key: '/page',
  status: 200,
  headers: [['content-type', 'text/html']],
  tags: ['articles'],
  began: 1,
  confirmed: 2,
  freshS: 60,
  standInS: 86_400,
  immutable: false,
  etag: entityTagOf(BODY),
};

const headOf = (file: Buffer) => JSON.parse(file.toString('utf8', 4, 4 + file.readUInt32BE(0)));

it('reads and writes the head as earlier versions did', () => {
  const json = Buffer.from(JSON.stringify(HEAD));
  const length = Buffer.alloc(4);
  length.writeUInt32BE(json.length);
  const entry = decodeEntry(Buffer.concat([length, json, BODY]));
  expect(entry).toMatchObject({
    requestedAt: 1,
    validatedAt: 0,
    freshnessLifetimeS: 60,
    staleIfErrorS: 86_400,
  });
  if (!entry) throw new Error('It is not decoded.');
  expect(headOf(encodeEntry(entry))).toEqual({ ...HEAD, confirmed: 0 });
});
