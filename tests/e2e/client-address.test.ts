import autocannon from 'autocannon';
import { describe, expect, inject, it } from 'vitest';
import { LIMITS } from '#submissions/pipeline/rate-limits.ts';
import {
  createAnswers,
  createSubmission,
  ESCAPED_NAME,
  findSubmissions,
  SLUG,
} from '#tests/helpers/let-us-help-submission.ts';
import { postForm, postJson, postJsonFrom, randomAddress } from '#tests/helpers/post-submission.ts';
import { restAs } from '#tests/helpers/rest-as-role.ts';
import type { FindResult } from '#tests/helpers/rest-result-types.ts';
import { expectErrorPage, expectProblem } from '#tests/helpers/submission-errors.ts';

const { url } = inject('site');

/** A setting of the shared site, from tests/helpers/site.setup.ts. */
const RATE_LIMIT_FACTOR = 100;
const POSTS_PER_ADDRESS = LIMITS.byAddress.points * RATE_LIMIT_FACTOR;
/** The flood takes 12 s on two idle cores, and much longer on a busy machine. */
const FLOOD_TIMEOUT_MS = 300_000;

describe('the client address', () => {
  it('comes from trusted proxies, never from a header that the client wrote', async () => {
    const answers = createAnswers();
    const address = randomAddress();
    const consent = { text: 'text-messages', version: 1, given: true };
    const response = await postJson(
      { ...createSubmission(answers), consent },
      { 'X-Forwarded-For': `192.0.2.1, ${address}`, 'X-Client-Address': '192.0.2.2' },
    );
    expect(response.status).toBe(201);
    const [stored] = await findSubmissions(answers);
    const { docs } = await restAs<FindResult>(
      'coordinator',
      'GET',
      `/consent-records?where[submission][equals]=${stored?.id}&depth=0`,
    );
    expect(docs).toMatchObject([{ address }]);
  });

  it('is the address of the socket without a proxy', async () => {
    const answers = createAnswers();
    const submission = {
      ...createSubmission(answers),
      consent: { text: 'text-messages', version: 1, given: true },
    };
    const from = '127.0.0.66';
    expect(await postJsonFrom(from, submission)).toBe(201);
    const [stored] = await findSubmissions(answers);
    const { docs } = await restAs<FindResult>(
      'coordinator',
      'GET',
      `/consent-records?where[submission][equals]=${stored?.id}&depth=0`,
    );
    expect(docs).toMatchObject([{ address: from }]);
  });

  it(
    'is rate limited with 429 at both endpoints when it floods; other addresses are not',
    async () => {
      const headers = { 'X-Forwarded-For': randomAddress() };
      const flood = await autocannon({
        url: `${url}/api/requests`,
        method: 'POST',
        headers: { ...headers, 'Content-Type': 'application/json' },
        body: '{}',
        connections: 16,
        amount: POSTS_PER_ADDRESS + 100,
      });
      expect(flood.statusCodeStats).toMatchObject({
        422: { count: POSTS_PER_ADDRESS },
        429: { count: 100 },
      });
      const byJson = await postJson(createSubmission(), headers);
      const byForm = await postForm(SLUG, createAnswers(), headers);
      expect([byJson.status, byForm.status]).toEqual([429, 429]);
      expectProblem(byJson, 'too-many');
      await expectErrorPage(byForm, ESCAPED_NAME);
      for (const response of [byJson, byForm]) {
        expect(Number(response.headers.get('retry-after'))).toBeGreaterThan(0);
      }
      expect((await postJson(createSubmission())).status).toBe(201);
    },
    FLOOD_TIMEOUT_MS,
  );
});
