import { HeadManagerContext } from 'next/dist/shared/lib/head-manager-context.shared-runtime.js';
import type { ReactElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';

/** Renders a page to an HTML document, including the elements that its views put into `<Head>`. */
export function renderPage(page: ReactElement): string {
  let head: ReactElement[] | undefined;
  const body = renderToStaticMarkup(
    <HeadManagerContext
      value={{
        updateHead: (state: ReactElement[]) => {
          head = state;
        },
        mountedInstances: new Set(),
      }}
    >
      {page}
    </HeadManagerContext>,
  );
  return `<!doctype html><html lang="en"><head>${renderToStaticMarkup(head)}</head><body>${body}</body></html>`;
}
