import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { axeProblems } from '#tests/helpers/axe.ts';
import { CallToAction } from './component.tsx';
import { fixtures } from './fixtures.ts';

const render = (name: keyof typeof fixtures) =>
  renderToStaticMarkup(<CallToAction {...fixtures[name]} />);

test('a panel names the responder, lists the crisis lines, and has one button', () => {
  const html = render('panel');
  expect(html).toContain('The call costs nothing.');
  expect(html).toContain('Example Care, an information service, not a treatment provider');
  expect(html).toContain('not paid');
  for (const href of ['tel:911', 'tel:988', 'tel:+18006624357']) {
    expect(html).toContain(`href="${href}"`);
  }
  // The form receives the page that the visitor came from.
  const from = encodeURIComponent(fixtures.panel.fromPath);
  expect(html).toMatch(
    new RegExp(`<a[^>]*href="/requests/request-call\\?from=${from}"[^>]*>Ask for a call</a>`),
  );
  expect(html).not.toContain('<form');
});

test('a form in the panel posts to its own page and sends the page it is on', () => {
  const html = render('form');
  expect(html).toContain('Not ready to talk?');
  expect(html).toMatch(/<form[^>]*action="\/requests\/text-info" method="post"/);
  expect(html).toContain(`value="${fixtures.form.fromPath}"`);
  expect(html).toMatch(/<button[^>]*type="submit"[^>]*>Get information by text<\/button>/);
});

test.each([
  ['link', '/editorial-policy'],
  ['phone line', 'tel:+12125550123'],
] as const)('a %s has a button and no form', (name, href) => {
  const html = render(name);
  expect([...html.matchAll(/href="([^"]+)"/g)].map(([, to]) => to)).toEqual([href]);
  expect(html).not.toContain('<form');
  expect(html).not.toContain('Who will contact you');
});

test.each([
  ['panel', 'Go to: https://example.org/requests/request-call'],
  ['link', 'Go to: https://example.org/editorial-policy'],
  ['phone line', 'Call us: 212-555-0123'],
] as const)('a printed %s says in words how to follow it', (name, words) => {
  expect(render(name)).toContain(`data-paper="${words}"`);
});

test('a printed form gives the phone line, a printed link its address', () => {
  const phoneLine = { label: '(212) 555-0142', href: 'tel:+12125550142' };
  const withLine = (name: 'form' | 'link') => {
    const { callToActionView } = fixtures[name];
    return renderToStaticMarkup(
      <CallToAction {...fixtures[name]} callToActionView={{ ...callToActionView, phoneLine }} />,
    );
  };
  expect(withLine('form')).toContain('data-paper="Call us: (212) 555-0142"');
  expect(withLine('link')).toContain('data-paper="Go to: https://example.org/editorial-policy"');
});

test('a call to action that is not published renders nothing', () => {
  expect(render('not published')).toBe('');
});

test.each(Object.entries(fixtures))('axe finds nothing: %s', async (_, fixture) => {
  expect(await axeProblems(renderToStaticMarkup(<CallToAction {...fixture} />))).toEqual([]);
});
