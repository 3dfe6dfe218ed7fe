import type { NextPageContext } from 'next';
import { CACHE_CONTROL, setSecurityHeaders } from '#platform/http/headers.ts';
import { PlainLayout } from '#site/views/layout.tsx';
import { MissingPage } from '#site/views/missing.tsx';
import { UNAVAILABLE_TITLE, UnavailableNotice } from '#site/views/unavailable.tsx';

interface ErrorProps {
  status: number;
  path: string;
}

/** Error page for failures outside of `load`: a malformed URL, or a view that throws. */
export default function ErrorPage({ status, path }: ErrorProps) {
  return status >= 500 ? (
    <PlainLayout head={{ title: UNAVAILABLE_TITLE, path }}>
      <UnavailableNotice path={path} />
    </PlainLayout>
  ) : (
    <PlainLayout head={{ title: 'Page not found', path }}>
      <MissingPage />
    </PlainLayout>
  );
}

ErrorPage.getInitialProps = ({ res, err, asPath = '/' }: NextPageContext): ErrorProps => {
  const status = res?.statusCode ?? err?.statusCode ?? 500;
  if (res && !res.headersSent) {
    setSecurityHeaders(res);
    res.setHeader('Cache-Control', CACHE_CONTROL.never);
  }
  return { status, path: asPath.split('?')[0] || '/' };
};
