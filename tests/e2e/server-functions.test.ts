import { beforeAll, describe, expect, inject, it } from 'vitest';
import { restAs, sessionToken } from '#tests/helpers/rest-as-role.ts';
import type { Doc, FindResult } from '#tests/helpers/rest-result-types.ts';

const { url } = inject('site');

/** Id of the server action through which the admin calls server functions. */
let actionId = '';
let submission: Doc | undefined;

beforeAll(async () => {
  const page = await (await fetch(`${url}/admin/login`)).text();
  const key = /serverFunction\\":\\"\$h([0-9a-f]+)/.exec(page)?.[1];
  actionId = new RegExp(`n${key}:{\\\\"id\\\\":\\\\"([0-9a-f]+)`).exec(page)?.[1] ?? '';
  expect(actionId).toMatch(/^[0-9a-f]{40,}$/);
  const { docs } = await restAs<FindResult>('coordinator', 'GET', '/form-submissions?limit=1');
  submission = docs[0];
});

/** Calls a server function as the admin does; returns the serialized React response as text. */
async function callServerFunction(body: string, token?: string) {
  const response = await fetch(`${url}/admin`, {
    method: 'POST',
    headers: {
      'Content-Type': 'text/plain;charset=UTF-8',
      'Next-Action': actionId,
      Origin: new URL(url).origin,
      ...(token && { Cookie: `payload-token=${token}` }),
    },
    body,
  });
  return { status: response.status, text: await response.text() };
}

const FORBIDDEN_CALLS = [
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

it.each(FORBIDDEN_CALLS)('denies anonymous calls of server functions: %s', async (body) => {
  const { status, text } = await callServerFunction(body);
  expect(status).toBeLessThan(500);
  expect(text).toContain('You cannot do this.');
  expect(text).not.toMatch(/headers|payload-token|stack/);
});

describe('the form state of a submission', () => {
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
  const formStateCall = () => JSON.stringify([{ name: 'form-state', args: args() }]);

  it('is returned to coordinators', async () => {
    const { text } = await callServerFunction(formStateCall(), await sessionToken('coordinator'));
    expect(text).toContain('quarantined');
    expect(text).not.toContain('You cannot do this.');
  });

  it('is denied to editors, without field names', async () => {
    const { text } = await callServerFunction(formStateCall(), await sessionToken('editor'));
    expect(text).toContain('You cannot do this.');
    expect(text).not.toContain('quarantined');
  });
});

it('handles invalid arguments without a server error', async () => {
  const token = await sessionToken('editor');
  for (const args of [
    { collectionSlug: 'articles', schemaPath: 'nothing' },
    { collectionSlug: 'articles', data: 'x', formState: 1 },
    { collectionSlug: 'articles', data: { body: 'x' } },
  ]) {
    const { status } = await callServerFunction(
      JSON.stringify([{ name: 'form-state', args }]),
      token,
    );
    expect(status).toBeLessThan(500);
  }
  for (const name of ['render-list', 'table-state', 'render-document', 'render-field']) {
    const args = { collectionSlug: 'articles', schemaPath: 'collection.articles.x', query: 'x' };
    const { status } = await callServerFunction(JSON.stringify([{ name, args }]), token);
    expect([name, status < 500]).toEqual([name, true]);
  }
});
