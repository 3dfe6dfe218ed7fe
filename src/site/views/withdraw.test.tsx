import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { CRISIS_LINES } from '#domain/crisis-lines.ts';
import { axeProblems } from '#tests/helpers/axe.ts';
import { WithdrawPage, type WithdrawPageProps } from './withdraw.tsx';

const view = (given: Partial<WithdrawPageProps> = {}) =>
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
      {...given}
    />,
  );

test('a button does it, a link leads back, and nothing is asked', () => {
  const html = view();
  expect(html).toContain('<form class="answers" action="/withdraw/abc" method="post">');
  expect(html).toContain('href="/requests/received/abc"');
  expect(html).not.toContain('<input');
  expect(html).not.toContain('role="alert"');
});

test('the crisis lines come before the question is answered', () => {
  const beforeForm = view().split('<form')[0];
  for (const { tel } of CRISIS_LINES) expect(beforeForm).toContain(`href="tel:${tel}"`);
});

test('what did not arrive is said, with the phone line', () => {
  expect(view({ failed: true })).toMatch(/role="alert".*tel:\+12125550142/);
  expect(view({ failed: true, phoneLine: undefined })).toContain('once more.');
});

test('who has taken it back is asked no more', () => {
  for (const phoneLine of [undefined, { label: 'x', href: 'tel:1' }]) {
    const html = view({ withdrawn: true, phoneLine });
    expect(html).not.toContain('<form');
    expect(html).toContain('TC-7K4M-92Q');
    expect(html).toContain('a new request: then we may answer');
  }
});

test('a receipt takes back its own request alone, and says how all contact is stopped', () => {
  for (const withdrawn of [false, true]) {
    const html = view({ withdrawn });
    expect(html).toContain('reply STOP to a text from us');
    expect(html).toContain('href="tel:+12125550142"');
    expect(html).not.toContain('every open request');
    expect(view({ withdrawn, phoneLine: undefined })).toContain('tell the person who calls you');
  }
});

test.each([
  ['phone', 'every open request with this phone number', 'call or text it'],
  ['email', 'every open request with this email address', 'write to it'],
] as const)('a link that came by %s says how far it reaches', (scope, closed, stopped) => {
  const html = view({ scope });
  expect(html).toContain(closed);
  expect(html).toContain(stopped);
  expect(html).toContain('Yes, do not contact me');
  expect(html).not.toContain('STOP');
  expect(view({ scope, withdrawn: true })).toContain('We will not contact you');
});

test('axe finds nothing', async () => {
  expect(await axeProblems(view({ failed: true }))).toEqual([]);
  expect(await axeProblems(view({ withdrawn: true }))).toEqual([]);
  expect(await axeProblems(view({ scope: 'phone' }))).toEqual([]);
}, 30_000);
