import axe from 'axe-core';
import { JSDOM, VirtualConsole } from 'jsdom';

/** What only a whole page can be asked for: a fragment has the landmarks of the page around it. */
const OF_PAGES = ['landmark-one-main', 'page-has-heading-one', 'region', 'heading-order', 'bypass'];

const isPage = (html: string) => /^\s*<!doctype|^\s*<html/i.test(html);

const around = (fragment: string) =>
  `<!doctype html><html lang="en"><title>Fragment</title><body><main>${fragment}</main></body></html>`;

/**
 * What axe finds in a whole document or a piece of one, each finding as `rule: what is wrong (where)`;
 * empty if nothing. Colors are not looked at: without a browser there are none.
 */
export async function axeProblems(html: string): Promise<string[]> {
  const page = isPage(html);
  const { window } = new JSDOM(page ? html : around(html), {
    runScripts: 'outside-only',
    // jsdom says what it cannot draw; axe does not need it.
    virtualConsole: new VirtualConsole(),
  });
  window.eval(axe.source);
  const off = ['color-contrast', ...(page ? [] : OF_PAGES)];
  const { violations } = await (window as unknown as { axe: typeof axe }).axe.run(
    window.document as unknown as Document,
    { rules: Object.fromEntries(off.map((rule) => [rule, { enabled: false }])) },
  );
  window.close();
  return violations.map(
    ({ id, help, nodes }) =>
      `${id}: ${help} (${nodes.map(({ target }) => target.join(' ')).join(', ')})`,
  );
}
