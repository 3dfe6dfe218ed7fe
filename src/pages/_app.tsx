// First, so that what a part says of itself counts.
import '#site/styles/fonts.css';
import '#site/styles/tokens.css';
import '#site/styles/base.css';
import type { AppProps } from 'next/app';
import type { PageProps } from '#site/page.ts';
import { Layout } from '#site/views/layout.tsx';
import { ProblemPage } from '#site/views/problem-page.tsx';

/** Puts a page, or what has to be said instead of it, into its surroundings. */
export default function App({ Component, pageProps }: AppProps<PageProps | Record<never, never>>) {
  if ('problem' in pageProps) return <ProblemPage {...pageProps} />;
  // Next's own error page has no loader, and brings its surroundings along.
  if (!('view' in pageProps)) return <Component {...pageProps} />;
  const { view, head, frame } = pageProps;
  return (
    <Layout frame={frame} head={head}>
      <Component {...view} />
    </Layout>
  );
}
