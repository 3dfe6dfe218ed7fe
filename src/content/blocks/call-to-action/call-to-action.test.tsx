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

test.each([
  ['panel', 'Go to: https://example.org/requests/request-call'],
  ['link', 'Go to: https://example.org/editorial-policy'],
  ['phone line', 'Call us: 212-555-0123'],
] as const)('on paper, where no button is, a %s says how to take it up', (name, words) => {
  expect(render(name)).toContain(`data-paper="${words}"`);
});

test('on paper a request can be made on the phone, but a link is still an address', () => {
  const phoneLine = { label: '(212) 555-0142', href: 'tel:+12125550142' };
  const withLine = (name: 'form' | 'link') => {
    const { invitation } = fixtures[name];
    return renderToStaticMarkup(
      <CallToAction {...fixtures[name]} invitation={{ ...invitation, phoneLine }} />,
    );
  };
  expect(withLine('form')).toContain('data-paper="Call us: (212) 555-0142"');
  expect(withLine('link')).toContain('data-paper="Go to: https://example.org/editorial-policy"');
});

test('an invitation that is not published shows nothing', () => {
  expect(render('not published')).toBe('');
});

test.each(Object.entries(fixtures))('axe finds nothing: %s', async (_, fixture) => {
  expect(await axeProblems(renderToStaticMarkup(<CallToAction {...fixture} />))).toEqual([]);
});
