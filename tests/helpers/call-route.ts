import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import type { GetServerSideProps, Redirect } from 'next';

const FORM = { 'content-type': 'application/x-www-form-urlencoded' };

/**
 * Calls the `getServerSideProps` of a route as Next does: with POST if there is a body, else with GET.
 * @param body a form, URL-encoded
 */
export async function callRoute(
  route: GetServerSideProps,
  path: string,
  params: Record<string, string>,
  body?: string,
  headers: IncomingHttpHeaders = {},
) {
  const req = Object.assign(Readable.from(body ? [Buffer.from(body)] : []), {
    method: body ? 'POST' : 'GET',
    headers: { ...(body && FORM), ...headers },
    socket: {},
  }) as unknown as IncomingMessage;
  const responseHeaders = new Headers();
  const res = {
    statusCode: 200,
    setHeader: (name: string, value: string) => responseHeaders.set(name, value),
    setHeaders: (all: Map<string, string>) => {
      for (const [name, value] of all) responseHeaders.set(name, value);
    },
  };
  const context = { req, res: res as unknown as ServerResponse, query: {}, params };
  const result = await route({ ...context, resolvedUrl: path } as never);
  return {
    props: 'props' in result ? ((await result.props) as unknown) : undefined,
    redirect: 'redirect' in result ? result.redirect.destination : undefined,
    status: 'redirect' in result ? statusOf(result.redirect) : res.statusCode,
    caching: responseHeaders.get('Cache-Control'),
    tags: responseHeaders.get('Cache-Tag'),
    retryAfter: responseHeaders.get('Retry-After'),
  };
}

const statusOf = (redirect: Redirect): number | undefined =>
  'statusCode' in redirect ? redirect.statusCode : undefined;
