import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import type { GetServerSideProps, Redirect } from 'next';

const FORM = { 'content-type': 'application/x-www-form-urlencoded' };

/** What a route says about its answer, asked as Next does; posted to, if something is sent. */
export async function ask(
  route: GetServerSideProps,
  path: string,
  params: Record<string, string>,
  sent?: string,
  headers: IncomingHttpHeaders = {},
) {
  const req = Object.assign(Readable.from(sent ? [Buffer.from(sent)] : []), {
    method: sent ? 'POST' : 'GET',
    headers: { ...(sent && FORM), ...headers },
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
  const answer = await route({ ...context, resolvedUrl: path } as never);
  return {
    props: 'props' in answer ? ((await answer.props) as unknown) : undefined,
    redirect: 'redirect' in answer ? answer.redirect.destination : undefined,
    status: 'redirect' in answer ? statusOf(answer.redirect) : res.statusCode,
    caching: said.get('Cache-Control'),
    tags: said.get('Cache-Tag'),
    retryAfter: said.get('Retry-After'),
  };
}

const statusOf = (redirect: Redirect): number | undefined =>
  'statusCode' in redirect ? redirect.statusCode : undefined;
