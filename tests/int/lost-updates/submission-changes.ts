import { expect } from 'vitest';
import { inTransaction } from '#submissions/pipeline/transaction.ts';
import { withdrawByReceipt } from '#submissions/withdrawal/by-receipt.ts';
import { withdrawContact } from '#submissions/withdrawal/withdraw.ts';
import { rest } from '#tests/helpers/rest.ts';
import { type Change, named } from './pairs.ts';

const change = (name: string, values: Record<string, unknown>) =>
  named(name, 'PATCH', ({ id }) => `/form-submissions/${id}?depth=0`, values);

const WITHDRAWN = { status: 'closed', closedReason: 'withdrawn' };

const take: Change = {
  name: 'take it',
  values: { owner: expect.any(String) },
  send: ({ id }, { token, user }, updatedAt) =>
    rest('PATCH', `/form-submissions/${id}`, { token, data: { owner: user.id, updatedAt } }),
};

const record: Change = {
  name: 'record a withdrawal',
  values: WITHDRAWN,
  always: true,
  closesOpen: true,
  send: ({ id }, { token }) => rest('POST', `/form-submissions/${id}/withdraw`, { token }),
};

const done = async (work: Promise<unknown>) => {
  await work;
  return { status: 200, body: {} };
};

const byReceipt: Change = {
  name: 'the visitor withdraws',
  values: WITHDRAWN,
  always: true,
  send: ({ doc }) => done(withdrawByReceipt(String(doc.receipt), new Date())),
};

const byText: Change = {
  name: 'the visitor sends STOP',
  values: WITHDRAWN,
  always: true,
  closesOpen: true,
  send: ({ doc: { phoneE164 } }) =>
    done(
      inTransaction((req) =>
        withdrawContact({ phoneE164: String(phoneE164) }, { source: 'text' }, new Date(), req),
      ),
    ),
};

/** What happens to a request; another way to answer or to close it is no other kind of change. */
export const SUBMISSION_CHANGES: Change[] = [
  take,
  change('give it back', { owner: null }),
  change('to new', { status: 'new' }),
  change('contacted', { status: 'contacted' }),
  change('closed: helped', { status: 'closed', closedReason: 'helped' }),
  change('closed by hand: withdrawn', WITHDRAWN),
  change('a note', { note: 'They called.' }),
  change('mark as spam', { quarantined: true }),
  change('a real request', { quarantined: false }),
  record,
  byReceipt,
  byText,
];
