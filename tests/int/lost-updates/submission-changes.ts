import { expect } from 'vitest';
import { payload } from '#data/payload.ts';
import { runInRetriedTransaction } from '#platform/database/transaction.ts';
import { withdrawByReceipt } from '#submissions/withdrawal/withdraw-by-receipt.ts';
import { withdrawContact } from '#submissions/withdrawal/withdraw-contact.ts';
import { rest } from '#tests/helpers/rest.ts';
import { type Change, fieldChange } from './change-pairs.ts';

const fieldsChange = (name: string, values: Record<string, unknown>) =>
  fieldChange(name, 'PATCH', ({ id }) => `/form-submissions/${id}?depth=0`, values);

const WITHDRAWN = { status: 'closed', closedReason: 'withdrawn' };

const takeOver: Change = {
  name: 'take it',
  values: { owner: expect.any(String) },
  send: ({ id }, { token, user }, updatedAt) =>
    rest('PATCH', `/form-submissions/${id}`, { token, data: { owner: user.id, updatedAt } }),
};

const record: Change = {
  name: 'record a withdrawal',
  values: WITHDRAWN,
  ignoresBase: true,
  closesOpen: true,
  send: ({ id }, { token }) => rest('POST', `/form-submissions/${id}/withdraw`, { token }),
};

const okAfter = async (work: Promise<unknown>) => {
  await work;
  return { status: 200, body: {} };
};

const byReceipt: Change = {
  name: 'the visitor withdraws',
  values: WITHDRAWN,
  ignoresBase: true,
  send: ({ doc }) => okAfter(withdrawByReceipt(String(doc.receipt), new Date())),
};

const byText: Change = {
  name: 'the visitor sends STOP',
  values: WITHDRAWN,
  ignoresBase: true,
  closesOpen: true,
  send: ({ doc: { phoneE164 } }) =>
    okAfter(
      runInRetriedTransaction(payload, (req) =>
        withdrawContact({ phoneE164: String(phoneE164) }, { source: 'text' }, new Date(), req),
      ),
    ),
};

/** All kinds of changes to a submission; other ways to answer or close it work like these. */
export const SUBMISSION_CHANGES: Change[] = [
  takeOver,
  fieldsChange('give it back', { owner: null }),
  fieldsChange('to new', { status: 'new' }),
  fieldsChange('contacted', { status: 'contacted' }),
  fieldsChange('closed: helped', { status: 'closed', closedReason: 'helped' }),
  fieldsChange('closed by hand: withdrawn', WITHDRAWN),
  fieldsChange('a note', { note: 'They called.' }),
  fieldsChange('mark as spam', { quarantined: true }),
  fieldsChange('a real request', { quarantined: false }),
  record,
  byReceipt,
  byText,
];
