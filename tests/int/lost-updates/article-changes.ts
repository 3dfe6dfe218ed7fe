import { body, p } from '#seed/rich-text-markup.ts';
import { rest } from '#tests/helpers/rest.ts';
import { type Change, fieldChange, withBase } from './change-pairs.ts';

const DRAFT = 'depth=0&draft=true';

/** A save of the whole form with one change, as the admin sends it. */
const formChange = (name: string, query: string, values: Record<string, unknown>): Change => ({
  name,
  values,
  send: ({ id, doc }, { token }, base) =>
    rest('PATCH', `/articles/${id}?${query}`, {
      token,
      // Without a base, all other fields of a form would overwrite newer values.
      data: base ? withBase({ ...doc, ...values }, base) : values,
    }),
});

const bulkChange = (name: string, query: string, values: Record<string, unknown>): Change =>
  fieldChange(name, 'PATCH', ({ id }) => `/articles?where[id][in][0]=${id}&${query}`, values);

const restoreChange = (name: string, query: string): Change => ({
  ...fieldChange(name, 'POST', ({ version }) => `/articles/versions/${version}?${query}`, {}),
  overwrites: true,
});

/** All kinds of changes to an article. */
export const ARTICLE_CHANGES: Change[] = [
  formChange('autosave of the title', `${DRAFT}&autosave=true`, { title: 'A new title' }),
  formChange('autosave of the text', `${DRAFT}&autosave=true`, { body: body(p('New words.')) }),
  formChange('a draft of the summary', DRAFT, { summary: 'A new summary.' }),
  fieldChange('topics alone', 'PATCH', ({ id }) => `/articles/${id}?${DRAFT}`, { topics: [] }),
  formChange('publish', 'depth=0', { exitLink: false, _status: 'published' }),
  fieldChange('unpublish', 'PATCH', ({ id }) => `/articles/${id}?depth=0`, { _status: 'draft' }),
  restoreChange('restore a version', 'depth=0'),
  restoreChange('restore as a draft', DRAFT),
  bulkChange('bulk: a summary', DRAFT, { summary: 'A summary for several.' }),
  bulkChange('bulk: publish', DRAFT, { _status: 'published' }),
];
