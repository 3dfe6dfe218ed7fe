import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { CRISIS_LINES } from '#domain/crisis-lines.ts';
import { axeProblems } from '#tests/helpers/axe.ts';
import { WithdrawPage, type WithdrawPageProps } from './withdraw.tsx';

const render = (overrides: Partial<WithdrawPageProps> = {}) =>
  renderToStaticMarkup(
    <WithdrawPage
      reference="TC-7K4M-92Q"
      scope="request"
      withdrawn={false}
      path="/withdraw/abc"
      receiptPath="/requests/received/abc"
      failed={false}
      crisisLines={CRISIS_LINES}
      phoneLine={{ label: '(212) 555-0142', href: 'tel:+12125550142' }}
      {...overrides}
    />,
  );

test('has a button to withdraw, a link back to the receipt, and no fields', () => {
  const html = render();
  expect(html).toContain('<form class="answers" action="/withdraw/abc" method="post">');
  expect(html).toContain('href="/requests/received/abc"');
  expect(html).not.toContain('<input');
  expect(html).not.toContain('role="alert"');
});

test('shows the crisis lines before the form', () => {
  const beforeForm = render().split('<form')[0];
  for (const { tel } of CRISIS_LINES) expect(beforeForm).toContain(`href="tel:${tel}"`);
});

test('says that the withdrawal failed, with the phone line if there is one', () => {
  expect(render({ failed: true })).toMatch(/role="alert".*tel:\+12125550142/);
  expect(render({ failed: true, phoneLine: undefined })).toContain('once more.');
});

test('has no form after the withdrawal', () => {
  for (const phoneLine of [undefined, { label: 'x', href: 'tel:1' }]) {
    const html = render({ withdrawn: true, phoneLine });
    expect(html).not.toContain('<form');
    expect(html).toContain('TC-7K4M-92Q');
    expect(html).toContain('a new request: then we may answer');
  }
});

test('withdraws one submission from its receipt, and says how to stop all contact', () => {
  for (const withdrawn of [false, true]) {
    const html = render({ withdrawn });
    expect(html).toContain('reply STOP to a text from us');
    expect(html).toContain('href="tel:+12125550142"');
    expect(html).not.toContain('every open request');
    expect(render({ withdrawn, phoneLine: undefined })).toContain('tell the person who calls you');
  }
});

test.each([
  ['phone', 'every open request with this phone number', 'call or text it'],
  ['email', 'every open request with this email address', 'write to it'],
] as const)('a link sent by %s says that it stops all contact there', (scope, closed, stopped) => {
  const html = render({ scope });
  expect(html).toContain(closed);
  expect(html).toContain(stopped);
  expect(html).toContain('Yes, do not contact me');
  expect(html).not.toContain('STOP');
  expect(render({ scope, withdrawn: true })).toContain('We will not contact you');
});

test('has no accessibility problems', async () => {
  expect(await axeProblems(render({ failed: true }))).toEqual([]);
  expect(await axeProblems(render({ withdrawn: true }))).toEqual([]);
  expect(await axeProblems(render({ scope: 'phone' }))).toEqual([]);
}, 30_000);
