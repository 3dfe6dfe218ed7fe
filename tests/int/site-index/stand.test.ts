import type { GetServerSideProps } from 'next';
import { beforeAll, expect, it } from 'vitest';
import { payload } from '#data/payload.ts';
import { STAND } from '#domain/addresses.ts';
import { getServerSideProps as missing } from '#pages/[...path].tsx';
import { getServerSideProps as unavailable } from '#pages/unavailable.tsx';
import { getServerSideProps as unsent } from '#pages/unsent.tsx';
import { ask } from '#tests/helpers/route.ts';

// A page does not wait for a start.
beforeAll(async () => {
  await payload();
});

const PAGES: [path: string, route: GetServerSideProps, status: number][] = [
  [STAND.unavailable, unavailable, 200],
  [STAND.unsent, unsent, 200],
  [STAND.missing, missing, 404],
];

const paramsOf = (route: GetServerSideProps, path: string): Record<string, string> =>
  route === missing ? { path: path.slice(1) } : {};

it.each(PAGES)('a cache can keep %s', async (path, route, status) => {
  const answer = await ask(route, path, paramsOf(route, path));
  expect(answer).toMatchObject({ status, caching: expect.stringContaining('s-maxage') });
  for (const part of ['site', 'header', 'footer', 'crisis-resources']) {
    expect(answer.tags?.split(',')).toContain(`global:${part}`);
  }
});

it.each(PAGES)('%s knows of no address but its own', async (path, route) => {
  const params = paramsOf(route, path);
  const { props } = await ask(route, `${path}?q=unseenquery`, params);
  expect(JSON.stringify(props)).toContain(path);
  expect(JSON.stringify(props)).not.toContain('unseenquery');
});
