import { beforeAll, describe, expect, inject, it } from 'vitest';
import type { Doc, Found } from '#tests/helpers/answers.ts';
import { as, tokenOf } from '#tests/helpers/colleague.ts';

const { url } = inject('site');

/** What the admin's pages call functions of the server by. */
let action = '';
let submission: Doc | undefined;

beforeAll(async () => {
  const page = await (await fetch(`${url}/admin/login`)).text();
  const key = /serverFunction\\":\\"\$h([0-9a-f]+)/.exec(page)?.[1];
  action = new RegExp(`n${key}:{\\\\"id\\\\":\\\\"([0-9a-f]+)`).exec(page)?.[1] ?? '';
  expect(action).toMatch(/^[0-9a-f]{40,}$/);
  const found = await as<Found>('coordinator', 'GET', '/form-submissions?limit=1');
  submission = found.docs[0];
});

/** Calls as the admin does; what comes back is React's, read here as text. */
async function call(body: string, token?: string) {
  const answer = await fetch(`${url}/admin`, {
    method: 'POST',
    headers: {
      'Content-Type': 'text/plain;charset=UTF-8',
      'Next-Action': action,
      Origin: new URL(url).origin,
      ...(token && { Cookie: `payload-token=${token}` }),
    },
    body,
  });
  return { status: answer.status, text: await answer.text() };
}

const CALLS = [
  '[{"name":"constructor"}]',
  '[{"name":"constructor","args":{}}]',
  '[{"name":"__proto__","args":{}}]',
  '[{"name":"hasOwnProperty","args":{"collectionSlug":"articles"}}]',
  '[{"name":"form-state","args":{"collectionSlug":"articles"}}]',
  '[{"name":"schedule-publish","args":{}}]',
  '[{}]',
  '[null]',
  '[]',
  '["x"]',
];

it.each(CALLS)('nobody is answered by a server function: %s', async (body) => {
  const { status, text } = await call(body);
  expect(status).toBeLessThan(500);
  expect(text).toContain('You cannot do this.');
  expect(text).not.toMatch(/headers|payload-token|stack/);
});

describe('the form of a request', () => {
  const args = () => ({
    collectionSlug: 'form-submissions',
    id: submission?.id,
    schemaPath: 'form-submissions',
    data: { id: submission?.id },
    operation: 'update',
    docPermissions: { fields: true },
    docPreferences: { fields: {} },
    renderAllFields: true,
    returnLockStatus: true,
  });
  const form = () => JSON.stringify([{ name: 'form-state', args: args() }]);

  it('is for coordinators', async () => {
    const { text } = await call(form(), await tokenOf('coordinator'));
    expect(text).toContain('quarantined');
    expect(text).not.toContain('You cannot do this.');
  });

  it('is not for editors, and shows them no name', async () => {
    const { text } = await call(form(), await tokenOf('editor'));
    expect(text).toContain('You cannot do this.');
    expect(text).not.toContain('quarantined');
  });
});

it('arguments that a function cannot work with are refused in words', async () => {
  const token = await tokenOf('editor');
  for (const args of [
    { collectionSlug: 'articles', schemaPath: 'nothing' },
    { collectionSlug: 'articles', data: 'x', formState: 1 },
    { collectionSlug: 'articles', data: { body: 'x' } },
  ]) {
    const { status } = await call(JSON.stringify([{ name: 'form-state', args }]), token);
    expect(status).toBeLessThan(500);
  }
  for (const name of ['render-list', 'table-state', 'render-document', 'render-field']) {
    const broken = { collectionSlug: 'articles', schemaPath: 'collection.articles.x', query: 'x' };
    const { status } = await call(JSON.stringify([{ name, args: broken }]), token);
    expect([name, status < 500]).toEqual([name, true]);
  }
});
