import { describe, expect, it } from 'vitest';
import { COLLECTIONS_WITH_DRAFTS, DRAFT_MARKER } from '#tests/helpers/draft-constants.ts';
import { rest } from '#tests/helpers/rest.ts';
import type { FindResult } from '#tests/helpers/rest-result-types.ts';
import { makeDrafts } from './make-drafts.ts';

const { api, drafts, changed } = await makeDrafts();

describe.each(COLLECTIONS_WITH_DRAFTS)('drafts of %s do not leak to visitors', (slug) => {
  it('through lists, ids, counts or versions', async () => {
    const { body: list } = await rest<FindResult>('GET', `/${slug}?limit=100&depth=3`);
    expect(list.docs.map(({ id }) => id)).toContain(changed[slug]);
    for (const path of [
      `/${slug}?limit=100&depth=3`,
      `/${slug}?limit=100&draft=true&depth=3`,
      `/${slug}?where[_status][equals]=draft`,
      `/${slug}?where[_status][not_equals]=published&draft=true`,
      `/${slug}?where[or][0][_status][equals]=draft&where[or][1][id][exists]=true`,
      `/${slug}?where[slug][like]=${DRAFT_MARKER}`,
      `/${slug}?where[slug][like]=${DRAFT_MARKER}&draft=true`,
      `/${slug}?trash=true&draft=true&locale=all`,
      `/${slug}/${drafts[slug]}`,
      `/${slug}/${drafts[slug]}?draft=true`,
      `/${slug}/${changed[slug]}?draft=true&depth=3`,
      `/${slug}/versions`,
      `/${slug}/versions?where[version.slug][like]=${DRAFT_MARKER}`,
    ]) {
      const { body } = await rest('GET', path);
      expect([path, JSON.stringify(body).toLowerCase().includes(DRAFT_MARKER)]).toEqual([
        path,
        false,
      ]);
    }
    const { body: count } = await rest<Pick<FindResult, 'totalDocs'>>(
      'GET',
      `/${slug}/count?draft=true`,
    );
    expect(count.totalDocs).toBe(list.totalDocs);
  });

  it('through populated relationships', async () => {
    for (const path of [
      '/articles?depth=3',
      '/articles?depth=3&draft=true',
      '/globals/header?depth=3',
      '/globals/footer?depth=3&draft=true',
      '/globals/site?depth=3',
      '/redirects?depth=3&limit=100',
      '/redirects?depth=3&draft=true&populate[articles][title]=true',
    ]) {
      const { status, body } = await rest('GET', path);
      expect(status).toBe(200);
      expect([path, JSON.stringify(body).toLowerCase().includes(DRAFT_MARKER)]).toEqual([
        path,
        false,
      ]);
    }
  });

  it('through the id of a version', async () => {
    const { docs } = await api.findVersions({ collection: slug, limit: 0, overrideAccess: true });
    expect(JSON.stringify(docs)).toContain(DRAFT_MARKER);
    for (const { id } of docs) {
      expect(await rest('GET', `/${slug}/versions/${id}`)).toMatchObject({ status: 403 });
    }
  });
});
