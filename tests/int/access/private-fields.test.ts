import { beforeAll, describe, expect, it } from 'vitest';
import { type Account, account } from '#tests/helpers/accounts.ts';
import type { Doc, Found } from '#tests/helpers/answers.ts';
import { rest } from '#tests/helpers/rest.ts';
import { cabinet } from '#tests/helpers/specimens.ts';

const made = await cabinet();
let editor: Account;
let coordinator: Account;
let submission: string;

beforeAll(async () => {
  editor = await account('editor', ['editor']);
  coordinator = await account('coordinator', ['coordinator']);
  for (const slug of ['articles', 'pages', 'media']) {
    await made.specimen(slug, `Public ${slug}`, { by: editor, published: true });
  }
  submission = String((await made.specimen('form-submissions', 'Ada Private')).id);
});

describe('a visitor learns nothing of accounts', () => {
  it.each(['articles', 'pages', 'media'])('from %s, however it is asked', async (slug) => {
    for (const query of [
      '',
      '?depth=10',
      '?select[createdBy]=true',
      '?select[createdBy]=true&depth=10&populate[users][email]=true',
      '?populate[users][email]=true&populate[users][hash]=true&depth=5',
      '?joins[createdBy]=true&showHiddenFields=true&overrideAccess=true',
    ]) {
      const { body } = await rest<Found>('GET', `/${slug}${query}`);
      expect(body.docs.length).toBeGreaterThan(0);
      const text = JSON.stringify(body);
      expect(text).not.toContain(editor.user.email);
      expect(text).not.toContain(editor.user.id);
      expect(text).not.toContain('createdBy');
    }
  });

  it.each(['articles', 'pages', 'media'])('by a filter or an order of %s', async (slug) => {
    const count = async (query: string) =>
      (await rest<Found>('GET', `/${slug}?${query}`)).body.totalDocs;
    for (const field of [
      'createdBy',
      'createdBy.email',
      'createdBy.name',
      'createdBy.hash',
      'createdBy.resetPasswordToken',
      'createdBy.roles',
    ]) {
      for (const [right, wrong] of [
        [
          `where[${field}][equals]=${editor.user.id}`,
          `where[${field}][equals]=0123456789abcdef01234567`,
        ],
        [`where[${field}][like]=e`, `where[${field}][like]=%5B`],
        [`where[${field}][exists]=true`, `where[${field}][exists]=false`],
        [`where[or][0][${field}][equals]=${editor.user.email}`, `where[or][0][${field}][equals]=x`],
        [`where[and][0][${field}][in]=${editor.user.email}`, `where[and][0][${field}][in]=x`],
      ]) {
        expect([field, await count(String(right))]).toEqual([field, await count(String(wrong))]);
      }
    }
  });
});

it('an editor learns nothing secret of other accounts by a filter', async () => {
  const admin = await account('admin', ['admin']);
  await made.specimen('articles', 'By the administrator', { by: admin, published: true });
  const asked = async (query: string) => {
    const { token } = editor;
    const { status, body } = await rest<Found>('GET', `/articles?${query}`, { token });
    return [status, body.totalDocs];
  };
  for (const field of ['hash', 'salt', 'resetPasswordToken', 'email', 'sessions.id']) {
    const found = await asked(`where[createdBy.${field}][like]=a`);
    const missed = await asked(`where[createdBy.${field}][like]=%5E`);
    expect([field, found]).toEqual([field, missed]);
  }
});

describe('requests', () => {
  const SECRETS = ['receipt', 'keys', 'fingerprint', 'repeats', 'withdrawnReceipts'];

  it.each([
    '/form-submissions',
    '/form-submissions/count',
    '/form-submissions?where[phone][exists]=true',
    '/form-submissions/versions',
    '/submission-events',
    '/consent-records',
    '/consent-records/count',
  ])('%s tells visitors and editors nothing', async (path) => {
    for (const token of [undefined, editor.token]) {
      const { status, body } = await rest<Partial<Found>>('GET', path, { token });
      expect(status).toBeGreaterThanOrEqual(400);
      expect(body.docs).toBeUndefined();
      expect(body.totalDocs).toBeUndefined();
    }
  });

  it('show nobody what finds them again', async () => {
    for (const query of ['', '?showHiddenFields=true', '?select[receipt]=true&select[keys]=true']) {
      const path = `/form-submissions/${submission}${query}`;
      const { body } = await rest<Doc>('GET', path, { token: coordinator.token });
      expect(body.id).toBe(submission);
      for (const field of SECRETS) expect(body[field]).toBeUndefined();
    }
  });

  it('are found by nothing of that', async () => {
    for (const field of [...SECRETS, 'repeats.receipt', 'repeats.id']) {
      for (const path of ['/form-submissions', '/form-submissions/count']) {
        const asked = (query: string) =>
          rest('GET', `${path}?where[${field}]${query}`, { token: coordinator.token });
        const [right, wrong] = [await asked('[exists]=true'), await asked('[exists]=false')];
        expect([field, right.status, right.body]).toEqual([field, wrong.status, wrong.body]);
      }
    }
  });

  it('show a coordinator no account of a colleague', async () => {
    const path = `/form-submissions/${submission}`;
    await rest('PATCH', path, { token: coordinator.token, data: { owner: coordinator.user.id } });
    const other = await account('another coordinator', ['coordinator']);
    const { body } = await rest('GET', `${path}?depth=5`, { token: other.token });
    expect(JSON.stringify(body)).not.toContain(coordinator.user.email);
  });
});
