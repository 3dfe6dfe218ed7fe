import type { NextPageContext } from 'next';
import { CACHE, setSecurityHeaders } from '#platform/http/headers.ts';
import { PlainLayout } from '#site/views/layout.tsx';
import { Missing } from '#site/views/missing.tsx';
import { NOT_SHOWN, NotShown } from '#site/views/unavailable.tsx';

interface ErrorProps {
  status: number;
  path: string;
}

/** For what fails before or behind every loader: an address that cannot be read, a view that breaks. */
export default function ErrorPage({ status, path }: ErrorProps) {
  return status >= 500 ? (
    <PlainLayout head={{ title: NOT_SHOWN, path }}>
      <NotShown path={path} />
    </PlainLayout>
  ) : (
    <PlainLayout head={{ title: 'Page not found', path }}>
      <Missing />
    </PlainLayout>
  );
}

ErrorPage.getInitialProps = ({ res, err, asPath = '/' }: NextPageContext): ErrorProps => {
  const status = res?.statusCode ?? err?.statusCode ?? 500;
  if (res && !res.headersSent) {
    setSecurityHeaders(res);
    res.setHeader('Cache-Control', CACHE.never);
  }
  return { status, path: asPath.split('?')[0] || '/' };
};
