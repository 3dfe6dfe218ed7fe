import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { SUBMISSION_KINDS } from '#domain/submission-kinds.ts';
import { COPY } from '#forms/copy.ts';
import { axeProblems } from '#tests/helpers/axe.ts';
import { ReceiptPage } from './receipt.tsx';

const PHONE = { label: '(212) 555-0142', href: 'tel:+12125550142' };

const receipt = (kind: (typeof SUBMISSION_KINDS)[number], phoneLine?: typeof PHONE) =>
  renderToStaticMarkup(
    <ReceiptPage
      reference="TC-7K4M-92Q"
      received="Tuesday, November 24, 2026, 9:15 AM Eastern Time"
      promise={COPY[kind].promise('today, before 6:00 PM Eastern Time')}
      next={COPY[kind].next}
      phoneLine={phoneLine}
      withdrawPath="/withdraw/abc"
    />,
  );

test.each(SUBMISSION_KINDS)(
  'tells of %s what was promised, what comes next and how to take it back',
  (kind) => {
    const html = receipt(kind, PHONE);
    expect(html).toContain('TC-7K4M-92Q');
    expect(html).toContain('today, before 6:00 PM Eastern Time.');
    expect(html.match(/<li/g)).toHaveLength(1 + COPY[kind].next.length);
    expect(html).toContain('tel:+12125550142');
    expect(html).toContain('href="/withdraw/abc"');
  },
);

test('without a phone line there is still a person to tell', () => {
  expect(receipt('request-call')).toContain('tell the person who calls you');
});

test('what was typed is cleared by a script: where none runs, the receipt says so', () => {
  const html = receipt('request-call', PHONE);
  expect(html).toContain('<noscript>The back button may still show what you typed. </noscript>');
});

test('axe finds nothing', async () => {
  expect(await axeProblems(receipt('schedule-call', PHONE))).toEqual([]);
}, 30_000);
