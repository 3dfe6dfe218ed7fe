import type { GetServerSideProps } from 'next';
import { beforeAll, expect, it } from 'vitest';
import { payload } from '#data/payload.ts';
import { FALLBACK_PATHS } from '#domain/site-paths.ts';
import { getServerSideProps as missing } from '#pages/[...path].tsx';
import { getServerSideProps as unavailable } from '#pages/unavailable.tsx';
import { getServerSideProps as unsent } from '#pages/unsent.tsx';
import { callRoute } from '#tests/helpers/call-route.ts';

// Pages do not wait for Payload to start.
beforeAll(async () => {
  await payload();
});

const PAGES: [path: string, route: GetServerSideProps, status: number][] = [
  [FALLBACK_PATHS.unavailable, unavailable, 200],
  [FALLBACK_PATHS.unsent, unsent, 200],
  [FALLBACK_PATHS.missing, missing, 404],
];

const paramsOf = (route: GetServerSideProps, path: string): Record<string, string> =>
  route === missing ? { path: path.slice(1) } : {};

it.each(PAGES)('%s is cacheable until the layout changes', async (path, route, status) => {
  const response = await callRoute(route, path, paramsOf(route, path));
  expect(response).toMatchObject({ status, caching: expect.stringContaining('s-maxage') });
  for (const part of ['site', 'header', 'footer', 'crisis-resources']) {
    expect(response.tags?.split(',')).toContain(`global:${part}`);
  }
});

it.each(PAGES)('%s does not contain the requested URL', async (path, route) => {
  const params = paramsOf(route, path);
  const { props } = await callRoute(route, `${path}?q=unseenquery`, params);
  expect(JSON.stringify(props)).toContain(path);
  expect(JSON.stringify(props)).not.toContain('unseenquery');
});
