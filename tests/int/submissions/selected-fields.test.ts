import { beforeAll, expect, it } from 'vitest';
import { newIdempotencyKey } from '#submissions/pipeline/idempotency-keys.ts';
import { createAccount } from '#tests/helpers/accounts.ts';
import { readOutbox } from '#tests/helpers/outbox.ts';
import { rest } from '#tests/helpers/rest.ts';
import { loadSubmission, seedForms, sendSubmission } from '#tests/helpers/submissions.ts';

beforeAll(seedForms);

it.each([
  'select[reference]=true',
  'select[kind]=true',
  'select[status]=true&select[owner]=true',
  'select[quarantined]=false',
])('a change whose response has only %s changes nothing else', async (select) => {
  const lead = await createAccount(`Lead ${select}`, ['lead']);
  const body = {
    callToAction: 'request-call',
    answers: { name: 'Ann', phone: '(212) 555-0123' },
    signals: { website: 'https://x.example' },
  };
  const { receipt } = await sendSubmission(body, newIdempotencyKey());
  const { submission } = await loadSubmission(receipt);
  const queuedBefore = await readOutbox();
  const { status } = await rest('PATCH', `/form-submissions/${submission.id}?${select}`, {
    token: lead.token,
    data: { status: 'contacted' },
  });
  expect(status).toBe(200);
  const after = await loadSubmission(receipt);
  expect(after.submission).toMatchObject({ status: 'contacted', quarantined: true });
  expect(after.events.map(({ type }) => type)).toEqual(['received', 'status']);
  expect(await readOutbox()).toEqual(queuedBefore);
});
