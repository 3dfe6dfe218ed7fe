import { body, p } from '#seed/compose.ts';
import { rest } from '#tests/helpers/rest.ts';
import { based, type Change, named } from './pairs.ts';

const DRAFT = 'depth=0&draft=true';

/** The whole form with one change in it, as the admin sends it. */
const form = (name: string, query: string, values: Record<string, unknown>): Change => ({
  name,
  values,
  send: ({ id, doc }, { token }, base) =>
    rest('PATCH', `/articles/${id}?${query}`, {
      token,
      // Without a base, a form would name all that it shows.
      data: base ? based({ ...doc, ...values }, base) : values,
    }),
});

const bulk = (name: string, query: string, values: Record<string, unknown>): Change =>
  named(name, 'PATCH', ({ id }) => `/articles?where[id][in][0]=${id}&${query}`, values);

const restore = (name: string, query: string): Change => ({
  ...named(name, 'POST', ({ version }) => `/articles/versions/${version}?${query}`, {}),
  overwrites: true,
});

/** All that happens to an article. */
export const ARTICLE_CHANGES: Change[] = [
  form('autosave of the title', `${DRAFT}&autosave=true`, { title: 'A new title' }),
  form('autosave of the text', `${DRAFT}&autosave=true`, { body: body(p('New words.')) }),
  form('a draft of the summary', DRAFT, { summary: 'A new summary.' }),
  named('topics alone', 'PATCH', ({ id }) => `/articles/${id}?${DRAFT}`, { topics: [] }),
  form('publish', 'depth=0', { exitLink: false, _status: 'published' }),
  named('unpublish', 'PATCH', ({ id }) => `/articles/${id}?depth=0`, { _status: 'draft' }),
  restore('restore a version', 'depth=0'),
  restore('restore as a draft', DRAFT),
  bulk('bulk: a summary', DRAFT, { summary: 'A summary for several.' }),
  bulk('bulk: publish', DRAFT, { _status: 'published' }),
];
