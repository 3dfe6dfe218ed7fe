import { beforeAll, expect, it } from 'vitest';
import { payload } from '#data/payload.ts';
import { getServerSideProps as form } from '#pages/requests/[slug].tsx';
import { getServerSideProps as receipt } from '#pages/requests/received/[receipt].tsx';
import { callRoute } from '#tests/helpers/call-route.ts';

// Pages do not wait for Payload to start.
beforeAll(async () => {
  await payload();
});

const UNCACHED_404 = { status: 404, caching: 'private, no-store', tags: null };

it('a missing receipt is not cacheable: it may exist a moment later', async () => {
  expect(await callRoute(receipt, '/requests/received/x', { receipt: 'x' })).toMatchObject(
    UNCACHED_404,
  );
});

it('the response to a posted form is not cacheable', async () => {
  expect(await callRoute(form, '/requests/x', { slug: 'x' }, 'name=Ann')).toMatchObject(
    UNCACHED_404,
  );
  expect(await callRoute(form, '/requests/x', { slug: 'x' })).toMatchObject(UNCACHED_404);
});

it('a form that no longer exists returns what was typed', async () => {
  const { props } = await callRoute(form, '/requests/x', { slug: 'x' }, 'name=Ann&phone=212');
  expect(props).toMatchObject({ problem: 'missing', typed: { name: 'Ann', phone: '212' } });
});
