import { beforeAll, describe, expect, it } from 'vitest';
import { type Account, createAccount } from '#tests/helpers/accounts.ts';
import { documentFactory } from '#tests/helpers/document-factory.ts';
import { rest } from '#tests/helpers/rest.ts';
import type { Doc, FindResult } from '#tests/helpers/rest-result-types.ts';

const factory = await documentFactory();
let editor: Account;
let coordinator: Account;
let submission: string;

beforeAll(async () => {
  editor = await createAccount('editor', ['editor']);
  coordinator = await createAccount('coordinator', ['coordinator']);
  for (const slug of ['articles', 'pages', 'media']) {
    await factory.createDocument(slug, `Public ${slug}`, { by: editor, published: true });
  }
  submission = String((await factory.createDocument('form-submissions', 'Ada Private')).id);
});

describe('accounts are hidden from visitors', () => {
  it.each(['articles', 'pages', 'media'])('in %s, with every query parameter', async (slug) => {
    for (const query of [
      '',
      '?depth=10',
      '?select[createdBy]=true',
      '?select[createdBy]=true&depth=10&populate[users][email]=true',
      '?populate[users][email]=true&populate[users][hash]=true&depth=5',
      '?joins[createdBy]=true&showHiddenFields=true&overrideAccess=true',
    ]) {
      const { body } = await rest<FindResult>('GET', `/${slug}${query}`);
      expect(body.docs.length).toBeGreaterThan(0);
      const text = JSON.stringify(body);
      expect(text).not.toContain(editor.user.email);
      expect(text).not.toContain(editor.user.id);
      expect(text).not.toContain('createdBy');
    }
  });

  it.each(['articles', 'pages', 'media'])('by filters of %s', async (slug) => {
    const count = async (query: string) =>
      (await rest<FindResult>('GET', `/${slug}?${query}`)).body.totalDocs;
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

it('hides secrets of other accounts from an editor’s filters', async () => {
  const admin = await createAccount('admin', ['admin']);
  await factory.createDocument('articles', 'By the administrator', { by: admin, published: true });
  const query = async (params: string) => {
    const { token } = editor;
    const { status, body } = await rest<FindResult>('GET', `/articles?${params}`, { token });
    return [status, body.totalDocs];
  };
  for (const field of ['hash', 'salt', 'resetPasswordToken', 'email', 'sessions.id']) {
    const matching = await query(`where[createdBy.${field}][like]=a`);
    const nonMatching = await query(`where[createdBy.${field}][like]=%5E`);
    expect([field, matching]).toEqual([field, nonMatching]);
  }
});

describe('submissions', () => {
  const SECRETS = ['receipt', 'keys', 'fingerprint', 'repeats', 'withdrawnReceipts'];

  it.each([
    '/form-submissions',
    '/form-submissions/count',
    '/form-submissions?where[phone][exists]=true',
    '/form-submissions/versions',
    '/submission-events',
    '/consent-records',
    '/consent-records/count',
  ])('%s is hidden from visitors and editors', async (path) => {
    for (const token of [undefined, editor.token]) {
      const { status, body } = await rest<Partial<FindResult>>('GET', path, { token });
      expect(status).toBeGreaterThanOrEqual(400);
      expect(body.docs).toBeUndefined();
      expect(body.totalDocs).toBeUndefined();
    }
  });

  it('never show receipts, keys and fingerprints', async () => {
    for (const query of ['', '?showHiddenFields=true', '?select[receipt]=true&select[keys]=true']) {
      const path = `/form-submissions/${submission}${query}`;
      const { body } = await rest<Doc>('GET', path, { token: coordinator.token });
      expect(body.id).toBe(submission);
      for (const field of SECRETS) expect(body[field]).toBeUndefined();
    }
  });

  it('cannot be filtered by receipts, keys and fingerprints', async () => {
    for (const field of [...SECRETS, 'repeats.receipt', 'repeats.id']) {
      for (const path of ['/form-submissions', '/form-submissions/count']) {
        const filter = (query: string) =>
          rest('GET', `${path}?where[${field}]${query}`, { token: coordinator.token });
        const [right, wrong] = [await filter('[exists]=true'), await filter('[exists]=false')];
        expect([field, right.status, right.body]).toEqual([field, wrong.status, wrong.body]);
      }
    }
  });

  it('hide colleagues’ accounts from a coordinator', async () => {
    const path = `/form-submissions/${submission}`;
    await rest('PATCH', path, { token: coordinator.token, data: { owner: coordinator.user.id } });
    const other = await createAccount('another coordinator', ['coordinator']);
    const { body } = await rest('GET', `${path}?depth=5`, { token: other.token });
    expect(JSON.stringify(body)).not.toContain(coordinator.user.email);
  });
});
