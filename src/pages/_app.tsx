// First, so that what a part says of itself counts.
import '#styles/fonts.css';
import '#styles/tokens.css';
import '#styles/base.css';
import type { AppProps } from 'next/app';
import type { PageProps } from '#page.ts';
import { Layout } from '#views/layout.tsx';
import { ProblemPage } from '#views/problem-page.tsx';

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
