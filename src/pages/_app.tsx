// Imported first, so that the CSS modules of components override them.
import '#site/styles/fonts.css';
import '#site/styles/tokens.css';
import '#site/styles/base.css';
import type { AppProps } from 'next/app';
import type { PageProps } from '#site/page-types.ts';
import { Layout } from '#site/views/layout.tsx';
import { ProblemPage } from '#site/views/problem-page.tsx';

/** Renders a page in the site's layout, or the error page in its place. */
export default function App({ Component, pageProps }: AppProps<PageProps | Record<never, never>>) {
  if ('problem' in pageProps) return <ProblemPage {...pageProps} />;
  // _error.tsx has no `getServerSideProps`, and renders its own layout.
  if (!('view' in pageProps)) return <Component {...pageProps} />;
  const { view, head, siteLayout } = pageProps;
  return (
    <Layout siteLayout={siteLayout} head={head}>
      <Component {...view} />
    </Layout>
  );
}
