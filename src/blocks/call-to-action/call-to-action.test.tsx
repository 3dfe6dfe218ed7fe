import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { axeProblems } from '#tests/helpers/axe.ts';
import { CallToAction } from './component.tsx';
import { fixtures } from './fixtures.ts';

const render = (name: keyof typeof fixtures) =>
  renderToStaticMarkup(<CallToAction {...fixtures[name]} />);

test('a panel says who will call, whom to call instead, and has one button', () => {
  const html = render('panel');
  expect(html).toContain('The call costs nothing.');
  expect(html).toContain('Example Care, an information service, not a treatment provider');
  expect(html).toContain('not paid');
  for (const href of ['tel:911', 'tel:988', 'tel:+18006624357']) {
    expect(html).toContain(`href="${href}"`);
  }
  // The form is told where the visitor met it.
  const from = encodeURIComponent(fixtures.panel.from);
  expect(html).toMatch(
    new RegExp(`<a[^>]*href="/requests/request-call\\?from=${from}"[^>]*>Ask for a call</a>`),
  );
  expect(html).not.toContain('<form');
});

test('a form stands in the same panel, posts to its own page and says where it was sent from', () => {
  const html = render('form');
  expect(html).toContain('Not ready to talk?');
  expect(html).toMatch(/<form[^>]*action="\/requests\/text-info" method="post"/);
  expect(html).toContain(`value="${fixtures.form.from}"`);
  expect(html).toMatch(/<button[^>]*type="submit"[^>]*>Get information by text<\/button>/);
});

test.each([
  ['link', '/editorial-policy'],
  ['phone line', 'tel:+12125550123'],
] as const)('a %s asks for nothing: it has a button alone', (name, href) => {
  const html = render(name);
  expect([...html.matchAll(/href="([^"]+)"/g)].map(([, to]) => to)).toEqual([href]);
  expect(html).not.toContain('<form');
  expect(html).not.toContain('Who will contact you');
});

test('an invitation that is not published shows nothing', () => {
  expect(render('not published')).toBe('');
});

test.each(Object.entries(fixtures))('axe finds nothing: %s', async (_, fixture) => {
  expect(await axeProblems(renderToStaticMarkup(<CallToAction {...fixture} />))).toEqual([]);
});
