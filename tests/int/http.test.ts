import { beforeAll, expect, it } from 'vitest';
import { payload } from '#data/payload.ts';
import { getServerSideProps as form } from '#pages/requests/[slug].tsx';
import { getServerSideProps as receipt } from '#pages/requests/received/[receipt].tsx';
import { ask } from '#tests/helpers/route.ts';

// A page does not wait for a start.
beforeAll(async () => {
  await payload();
});

const NOWHERE = { status: 404, caching: 'private, no-store', tags: null };

it('no cache keeps that there is no receipt: in a moment there may be', async () => {
  expect(await ask(receipt, '/requests/received/x', { receipt: 'x' })).toMatchObject(NOWHERE);
});

it('no cache keeps what was said about a form that was sent', async () => {
  expect(await ask(form, '/requests/x', { slug: 'x' }, 'name=Ann')).toMatchObject(NOWHERE);
  expect(await ask(form, '/requests/x', { slug: 'x' })).toMatchObject(NOWHERE);
});

it('what was typed into a form that is gone is given back', async () => {
  const { props } = await ask(form, '/requests/x', { slug: 'x' }, 'name=Ann&phone=212');
  expect(props).toMatchObject({ problem: 'missing', typed: { name: 'Ann', phone: '212' } });
});
