import { beforeAll, describe, expect, it } from 'vitest';
import { eachNode } from '#domain/lexical.ts';
import { body, p } from '#seed/rich-text-markup.ts';
import { type Account, createAccount } from '#tests/helpers/accounts.ts';
import { DISGUISED_URLS } from '#tests/helpers/hostile/addresses.ts';
import { rest } from '#tests/helpers/rest.ts';
import type { SaveResult } from '#tests/helpers/rest-result-types.ts';

let editor: Account;

beforeAll(async () => {
  editor = await createAccount('editor', ['editor']);
});

const send = (method: string, path: string, data: object) =>
  rest<SaveResult & { errors?: { data: { errors: { path: string; message: string }[] } }[] }>(
    method,
    `/redirects${path}`,
    { token: editor.token, data },
  );

const to = (address: string) => ({ type: 'address', address });

const create = (from: string, address: string) => send('POST', '', { from, to: to(address) });

/** Returns status, field and message of a validation error. */
const validationError = async (response: ReturnType<typeof send>) => {
  const { status, body } = await response;
  const [error] = body.errors?.[0]?.data.errors ?? [];
  return [status, error?.path, error?.message];
};

/** Those that reach the validation: not empty, and accepted by the REST guard. */
const DISGUISED_INPUTS = DISGUISED_URLS.filter(
  (address) => address.trim() && !address.includes('\u0000'),
);

describe.each(DISGUISED_INPUTS)('rejects %j', (address) => {
  it('as the destination of a redirect', async () => {
    expect(await validationError(create('/away', address))).toEqual([
      400,
      'to.address',
      expect.any(String),
    ]);
  });

  it('as a link in the header or in a rich text', async () => {
    const { token } = editor;
    const link = to(address);
    const biography = body(p('[away](https://example.org)'));
    for (const { fields } of eachNode(biography)) if (fields?.url) fields.url = address;
    const person = { name: 'A', role: 'Writer', biography, _status: 'published' };
    const responses = [
      await rest('POST', '/globals/header', { token, data: { links: [{ label: 'Away', link }] } }),
      await rest('POST', '/people', { token, data: person }),
    ];
    expect(responses.map(({ status }) => status)).toEqual([400, 400]);
  });
});

describe('the source of a redirect', () => {
  it('is stored as a normalized path', async () => {
    const { status, body } = await create(' throughcare.test/', '/articles');
    expect([status, body.doc.from]).toEqual([201, '/throughcare.test']);
    const fromUrl = await create('http://throughcare.test//Old/%C3%89t%C3%A9/', '/articles');
    expect(fromUrl.body.doc.from).toBe('/Old/Été');
  });

  it.each(['/admin', '/api/redirects', '/', '/articles', '/iop?a=1', '/requests/x'])(
    'cannot be %s',
    async (from) => {
      expect(await validationError(create(from, '/stages'))).toEqual([
        400,
        'from',
        expect.any(String),
      ]);
    },
  );

  it('is unique', async () => {
    await create('/twice', '/articles');
    expect(await validationError(create('/twice/', '/stages'))).toEqual([
      400,
      'from',
      'This is taken already. Choose another.',
    ]);
    expect((await create('/Twice', '/stages')).status).toBe(201);
  });

  it.each(['tel:911', 'mailto:a@example.org', '#top', 'articles', '//x.example', '/\\x.example'])(
    'cannot lead to %s',
    async (address) => {
      const message = expect.stringContaining('begins with https://');
      expect(await validationError(create('/lost', address))).toEqual([400, 'to.address', message]);
    },
  );
});

it.each([
  { from: 5, to: to('/articles') },
  { from: { a: 1 }, to: { type: 'address', address: 5 } },
  { from: ['/a'], to: { type: 'address', address: { a: 1 } } },
  { from: '/x', to: { type: 'address', address: ['/'] } },
  { from: '/x', to: { type: 'document', document: '/x' } },
  { from: '/x', to: 'x' },
  { from: '/x' },
  {},
])('answers 400 to the malformed redirect %j', async (data) => {
  expect((await send('POST', '', data)).status).toBe(400);
});

describe('rejects', () => {
  const loopMessage = (path: string) => `This leads back to “${path}”. Choose another destination.`;

  it('a redirect to itself', async () => {
    for (const address of ['/self', '/self/?a=1#b', 'http://throughcare.test/self']) {
      expect(await validationError(create('/self', address))).toEqual([
        400,
        'to.address',
        loopMessage('/self'),
      ]);
    }
  });

  it('a loop of three, whichever is saved last', async () => {
    const first = await create('/one', '/two');
    await create('/two', 'http://throughcare.test/three');
    expect(await validationError(create('/three', '/one#part'))).toEqual([
      400,
      'to.address',
      loopMessage('/three'),
    ]);
    await create('/three', '/four');
    const last = send('PATCH', `/${first.body.doc.id}`, { from: '/four' });
    expect(await validationError(last)).toEqual([400, 'to.address', loopMessage('/four')]);
    expect((await send('PATCH', `/${first.body.doc.id}`, { from: '/zero' })).status).toBe(200);
  });

  it('a chain of more redirects than the site follows', async () => {
    for (let n = 10; n > 0; n--) await create(`/chain-${n}`, `/chain-${n + 1}`);
    expect(await validationError(create('/chain-0', '/chain-1'))).toEqual([
      400,
      'to.address',
      'Too many redirects lead on from there. Choose the last address.',
    ]);
    expect((await create('/chain-0', '/chain-2')).status).toBe(201);
  });
});
