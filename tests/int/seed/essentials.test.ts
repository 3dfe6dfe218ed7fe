import { beforeAll, expect, it } from 'vitest';
import { payload as open } from '#data/payload.ts';
import { CRISIS_LINES } from '#domain/crisis-lines.ts';
import type { CrisisResource } from '#payload-types.ts';
import { isEmpty, seedEssentials } from '#seed/seed.ts';
import type { Found } from '#tests/helpers/answers.ts';
import { countDocuments } from '#tests/helpers/count-documents.ts';
import { rest } from '#tests/helpers/rest.ts';

const payload = await open();

/** Works until it is to say `line`, as a run does that is cut off. */
const cutOffAt = (line: RegExp) => (said: string) => {
  if (line.test(said)) throw new Error('cut off');
};

beforeAll(async () => {
  // Twice cut off: in the middle of the pictures, and between the pictures and the stages.
  for (const line of [/3 of 5/, /Stages/]) {
    await expect(seedEssentials(payload, cutOffAt(line))).rejects.toThrow('cut off');
    expect(await isEmpty(payload)).toBe(true);
  }
  await seedEssentials(payload, () => {});
  expect(await isEmpty(payload)).toBe(false);
}, 120_000);

it('brings neither articles nor accounts, and nothing twice', async () => {
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

it('keeps the legal pages from visitors until somebody publishes them', async () => {
  expect((await rest<Found>('GET', '/pages')).body.docs).toEqual([]);
  const { docs } = await payload.find({
    collection: 'pages',
    draft: true,
    depth: 0,
    // System: visitors must not see them, the test must.
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

it('shows visitors the stages, the crisis lines and a site that says it is being set up', async () => {
  const stages = (await rest<Found>('GET', '/treatment-stages')).body.docs;
  expect(stages.map(({ position }) => position)).toEqual([1, 2, 3, 4, 5]);
  const crisis = await rest<CrisisResource>('GET', '/globals/crisis-resources');
  expect(crisis.body.lines).toMatchObject(CRISIS_LINES);
  expect((await rest('GET', '/globals/site')).body).toMatchObject({
    notice: expect.stringContaining('being set up'),
    legalEntity: { name: expect.stringMatching(/^\[.+\]$/) },
  });
});

it('leaves the wording of the consent to its first version', async () => {
  expect((await rest<Found>('GET', '/consent-texts')).body.docs).toMatchObject([
    { purpose: 'text-messages', version: 1, earlier: [] },
  ]);
});
