import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { SUBMISSION_KINDS } from '#domain/submission-kinds.ts';
import { FORM_KINDS } from '#forms/kinds.ts';
import { axeProblems } from '#tests/helpers/axe.ts';
import { ReceiptPage } from './receipt.tsx';

const PHONE = { label: '(212) 555-0142', href: 'tel:+12125550142' };

const receipt = (kind: (typeof SUBMISSION_KINDS)[number], phoneLine?: typeof PHONE) =>
  renderToStaticMarkup(
    <ReceiptPage
      reference="TC-7K4M-92Q"
      received="Tuesday, November 24, 2026, 9:15 AM Eastern Time"
      promise={FORM_KINDS[kind].copy.promise('today, before 6:00 PM Eastern Time')}
      next={FORM_KINDS[kind].copy.nextSteps}
      phoneLine={phoneLine}
      withdrawPath="/withdraw/abc"
    />,
  );

test.each(SUBMISSION_KINDS)(
  'shows the promise, the next steps and how to withdraw, for %s',
  (kind) => {
    const html = receipt(kind, PHONE);
    expect(html).toContain('TC-7K4M-92Q');
    expect(html).toContain('today, before 6:00 PM Eastern Time.');
    expect(html.match(/<li/g)).toHaveLength(1 + FORM_KINDS[kind].copy.nextSteps.length);
    expect(html).toContain('tel:+12125550142');
    expect(html).toContain('href="/withdraw/abc"');
  },
);

test('refers to the caller if there is no phone line', () => {
  expect(receipt('request-call')).toContain('tell the person who calls you');
});

test('warns about the back button where scripts do not run, because a script clears the input', () => {
  const html = receipt('request-call', PHONE);
  expect(html).toContain('<noscript>The back button may still show what you typed. </noscript>');
});

test('has no accessibility problems', async () => {
  expect(await axeProblems(receipt('schedule-call', PHONE))).toEqual([]);
}, 30_000);
