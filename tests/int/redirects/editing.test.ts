import { beforeAll, describe, expect, it } from 'vitest';
import { eachNode } from '#domain/lexical.ts';
import { body, p } from '#seed/compose.ts';
import { type Account, account } from '#tests/helpers/accounts.ts';
import type { Saved } from '#tests/helpers/answers.ts';
import { DISGUISED } from '#tests/helpers/hostile/addresses.ts';
import { rest } from '#tests/helpers/rest.ts';

let editor: Account;

beforeAll(async () => {
  editor = await account('editor', ['editor']);
});

const send = (method: string, path: string, data: object) =>
  rest<Saved & { errors?: { data: { errors: { path: string; message: string }[] } }[] }>(
    method,
    `/redirects${path}`,
    { token: editor.token, data },
  );

const to = (address: string) => ({ type: 'address', address });

const create = (from: string, address: string) => send('POST', '', { from, to: to(address) });

/** Where and why it was refused. */
const refusal = async (answer: ReturnType<typeof send>) => {
  const { status, body } = await answer;
  const [error] = body.errors?.[0]?.data.errors ?? [];
  return [status, error?.path, error?.message];
};

/** Those that the guard before REST lets through, and that are not missing. */
const SENT = DISGUISED.filter((address) => address.trim() && !address.includes('\u0000'));

describe.each(SENT)('%j is kept nowhere', (address) => {
  it('as the end of a redirect', async () => {
    expect(await refusal(create('/away', address))).toEqual([
      400,
      'to.address',
      expect.any(String),
    ]);
  });

  it('as a link of the header or in a text', async () => {
    const { token } = editor;
    const link = to(address);
    const biography = body(p('[away](https://example.org)'));
    for (const { fields } of eachNode(biography)) if (fields?.url) fields.url = address;
    const person = { name: 'A', role: 'Writer', biography, _status: 'published' };
    const answers = [
      await rest('POST', '/globals/header', { token, data: { links: [{ label: 'Away', link }] } }),
      await rest('POST', '/people', { token, data: person }),
    ];
    expect(answers.map(({ status }) => status)).toEqual([400, 400]);
  });
});

describe('an address that leads elsewhere', () => {
  it('is kept as a path, however it was typed', async () => {
    const { status, body } = await create(' throughcare.test/', '/articles');
    expect([status, body.doc.from]).toEqual([201, '/throughcare.test']);
    const whole = await create('http://throughcare.test//Old/%C3%89t%C3%A9/', '/articles');
    expect(whole.body.doc.from).toBe('/Old/Été');
  });

  it.each(['/admin', '/api/redirects', '/', '/articles', '/iop?a=1', '/requests/x'])(
    'is not %s',
    async (from) => {
      expect(await refusal(create(from, '/stages'))).toEqual([400, 'from', expect.any(String)]);
    },
  );

  it('leads to one place', async () => {
    await create('/twice', '/articles');
    expect(await refusal(create('/twice/', '/stages'))).toEqual([
      400,
      'from',
      'This is taken already. Choose another.',
    ]);
    expect((await create('/Twice', '/stages')).status).toBe(201);
  });

  it.each(['tel:911', 'mailto:a@example.org', '#top', 'articles', '//x.example', '/\\x.example'])(
    'does not lead to %s',
    async (address) => {
      const why = expect.stringContaining('begins with https://');
      expect(await refusal(create('/lost', address))).toEqual([400, 'to.address', why]);
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
])('%j is told to be wrong, and is not our error', async (data) => {
  expect((await send('POST', '', data)).status).toBe(400);
});

describe('a circle is refused', () => {
  const why = (path: string) => `This leads back to “${path}”. Choose another destination.`;

  it('of one', async () => {
    for (const address of ['/self', '/self/?a=1#b', 'http://throughcare.test/self']) {
      expect(await refusal(create('/self', address))).toEqual([400, 'to.address', why('/self')]);
    }
  });

  it('of three, whichever is saved last', async () => {
    const first = await create('/one', '/two');
    await create('/two', 'http://throughcare.test/three');
    expect(await refusal(create('/three', '/one#part'))).toEqual([
      400,
      'to.address',
      why('/three'),
    ]);
    await create('/three', '/four');
    const last = send('PATCH', `/${first.body.doc.id}`, { from: '/four' });
    expect(await refusal(last)).toEqual([400, 'to.address', why('/four')]);
    expect((await send('PATCH', `/${first.body.doc.id}`, { from: '/zero' })).status).toBe(200);
  });

  it('and a chain that nobody would follow to its end', async () => {
    for (let n = 10; n > 0; n--) await create(`/chain-${n}`, `/chain-${n + 1}`);
    expect(await refusal(create('/chain-0', '/chain-1'))).toEqual([
      400,
      'to.address',
      'Too many redirects lead on from there. Choose the last address.',
    ]);
    expect((await create('/chain-0', '/chain-2')).status).toBe(201);
  });
});
