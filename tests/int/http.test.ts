import type { IncomingMessage, ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import type { GetServerSideProps } from 'next';
import { beforeAll, expect, it } from 'vitest';
import { payload } from '#data/payload.ts';
import { getServerSideProps as form } from '#pages/requests/[slug].tsx';
import { getServerSideProps as receipt } from '#pages/requests/received/[receipt].tsx';

// A page does not wait for a start.
beforeAll(async () => {
  await payload();
});

/** What a route says about its answer, asked as Next does. */
async function ask(
  route: GetServerSideProps,
  path: string,
  params: Record<string, string>,
  sent?: string,
) {
  const headers = { 'content-type': 'application/x-www-form-urlencoded' };
  const req = Object.assign(Readable.from(sent ? [Buffer.from(sent)] : []), {
    method: sent ? 'POST' : 'GET',
    headers: sent ? headers : {},
    socket: {},
  }) as unknown as IncomingMessage;
  const said = new Headers();
  const res = {
    statusCode: 200,
    setHeader: (name: string, value: string) => said.set(name, value),
    setHeaders: (all: Map<string, string>) => {
      for (const [name, value] of all) said.set(name, value);
    },
  };
  const context = { req, res: res as unknown as ServerResponse, query: {}, params };
  const { props } = (await route({ ...context, resolvedUrl: path } as never)) as { props: unknown };
  return {
    props,
    status: res.statusCode,
    caching: said.get('Cache-Control'),
    tags: said.get('Cache-Tag'),
  };
}

const NOWHERE = { status: 404, caching: 'private, no-store', tags: null };

it('no cache keeps that there is no receipt: in a moment there may be', async () => {
  expect(await ask(receipt, '/requests/received/x', { receipt: 'x' })).toMatchObject(NOWHERE);
});

it('no cache keeps what was said about a form that was sent', async () => {
  expect(await ask(form, '/requests/x', { slug: 'x' }, 'name=Ann')).toMatchObject(NOWHERE);
  expect(await ask(form, '/requests/x', { slug: 'x' })).toMatchObject({
    status: 404,
    caching: expect.stringContaining('s-maxage'),
  });
});

it('what was typed into a form that is gone is given back', async () => {
  const { props } = await ask(form, '/requests/x', { slug: 'x' }, 'name=Ann&phone=212');
  expect(props).toMatchObject({ problem: 'missing', typed: { name: 'Ann', phone: '212' } });
});
