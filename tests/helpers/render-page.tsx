import { HeadManagerContext } from 'next/dist/shared/lib/head-manager-context.shared-runtime.js';
import type { ReactElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';

/** A page as it is sent: what its views put into the head, and the body. */
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
