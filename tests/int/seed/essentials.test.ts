import { beforeAll, expect, it } from 'vitest';
import { payload as startPayload } from '#data/payload.ts';
import { CRISIS_LINES } from '#domain/crisis-lines.ts';
import type { CrisisResource } from '#payload-types.ts';
import { isUnseeded, seedEssentials } from '#seed/seed.ts';
import { countDocuments } from '#tests/helpers/count-documents.ts';
import { rest } from '#tests/helpers/rest.ts';
import type { FindResult } from '#tests/helpers/rest-result-types.ts';

const payload = await startPayload();

/** A log function that interrupts the run at a matching message. */
const interruptAt = (pattern: RegExp) => (message: string) => {
  if (pattern.test(message)) throw new Error('interrupted');
};

beforeAll(async () => {
  // Interrupted twice: in the middle of the pictures, and between the pictures and the stages.
  for (const pattern of [/3 of 5/, /Stages/]) {
    await expect(seedEssentials(payload, interruptAt(pattern))).rejects.toThrow('interrupted');
    expect(await isUnseeded(payload)).toBe(true);
  }
  await seedEssentials(payload, () => {});
  expect(await isUnseeded(payload)).toBe(false);
}, 120_000);

it('creates neither articles nor accounts, and no duplicates after interrupted runs', async () => {
  expect(await countDocuments()).toMatchObject({
    articles: 0,
    users: 0,
    peoples: 0,
    topics: 0,
    'calls-to-actions': 0,
    pages: 2,
    'treatment-stages': 5,
    media: 5,
    'consent-texts': 1,
    globals: 4,
  });
});

it('creates the legal pages as drafts', async () => {
  expect((await rest<FindResult>('GET', '/pages')).body.docs).toEqual([]);
  const { docs } = await payload.find({
    collection: 'pages',
    draft: true,
    depth: 0,
    // System: the test reads drafts that visitors must not see.
    overrideAccess: true,
  });
  expect(docs.map(({ slug, _status }) => [slug, _status]).sort()).toEqual([
    ['privacy', 'draft'],
    ['terms', 'draft'],
  ]);
  for (const { body, summary } of docs) {
    expect(summary).not.toBe('');
    expect(JSON.stringify(body)).toContain('This is a template');
  }
});

it('publishes the stages, the crisis lines and a notice that the site is being set up', async () => {
  const stages = (await rest<FindResult>('GET', '/treatment-stages')).body.docs;
  expect(stages.map(({ position }) => position)).toEqual([1, 2, 3, 4, 5]);
  const crisis = await rest<CrisisResource>('GET', '/globals/crisis-resources');
  expect(crisis.body.lines).toMatchObject(CRISIS_LINES);
  expect((await rest('GET', '/globals/site')).body).toMatchObject({
    notice: expect.stringContaining('being set up'),
    legalEntity: { name: expect.stringMatching(/^\[.+\]$/) },
  });
});

it('creates one version of the consent wording', async () => {
  expect((await rest<FindResult>('GET', '/consent-texts')).body.docs).toMatchObject([
    { purpose: 'text-messages', version: 1, earlier: [] },
  ]);
});
