import axe from 'axe-core';
import { JSDOM, VirtualConsole } from 'jsdom';

/** Rules that apply to a whole page only: a fragment has no landmarks of its own. */
const PAGE_RULES = [
  'landmark-one-main',
  'page-has-heading-one',
  'region',
  'heading-order',
  'bypass',
];

const isPage = (html: string) => /^\s*<!doctype|^\s*<html/i.test(html);

const wrapInPage = (fragment: string) =>
  `<!doctype html><html lang="en"><title>Fragment</title><body><main>${fragment}</main></body></html>`;

/**
 * Returns the accessibility problems that axe finds in a document or fragment, each as `rule: problem (selectors)`.
 * Colors are not checked, because jsdom does not compute them.
 */
export async function axeProblems(html: string): Promise<string[]> {
  const page = isPage(html);
  const { window } = new JSDOM(page ? html : wrapInPage(html), {
    runScripts: 'outside-only',
    // Hides jsdom's warnings about layout, which axe does not need.
    virtualConsole: new VirtualConsole(),
  });
  window.eval(axe.source);
  const off = ['color-contrast', ...(page ? [] : PAGE_RULES)];
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
