import type { Page } from 'playwright-core';
import { onTestFinished } from 'vitest';
import { editArticle } from '#tests/helpers/article-editor.ts';
import { restAs } from '#tests/helpers/rest-as-role.ts';
import type { Doc, FindResult, SaveResult } from '#tests/helpers/rest-result-types.ts';
import {
  type DocumentKind,
  type OpenDocument,
  type UserAction,
  waitForWrite,
  withoutSaveMetadata,
} from './document-kind.ts';

/** Creates a published article with a newer draft. No other test uses it. */
async function makeArticle(): Promise<OpenDocument> {
  const where = 'where[_status][equals]=published';
  const published = await restAs<FindResult>('editor', 'GET', `/articles?${where}&limit=1&depth=0`);
  const { doc } = await restAs<SaveResult>(
    'editor',
    'POST',
    `/articles/${published.docs[0]?.id}/duplicate`,
  );
  const { id } = doc;
  onTestFinished(async () => {
    await restAs('admin', 'DELETE', `/articles/${id}`);
  });
  await restAs('editor', 'PATCH', `/articles/${id}`, { title: 'A copy', _status: 'published' });
  await restAs('editor', 'PATCH', `/articles/${id}?draft=true`, { title: 'A copy with a draft' });
  return { id };
}

/** Types into a field; autosave writes it. */
const typeInto = (field: string): UserAction => ({
  name: `write in the ${field}`,
  press: (page, _, words) => waitForWrite(page, () => page.locator(`#field-${field}`).fill(words)),
  readInput: (page) => page.locator(`#field-${field}`).inputValue(),
});

const confirmDialog = (page: Page, open: () => Promise<unknown>) => {
  return waitForWrite(page, async () => {
    await open();
    await page.locator('#confirm-action').click();
  });
};

export const ARTICLE: DocumentKind = {
  people: ['editor', 'admin'],
  actions: [
    typeInto('title'),
    typeInto('summary'),
    {
      name: 'publish it',
      press: (page) => waitForWrite(page, () => page.locator('#action-save').click()),
      writesSameValues: true,
    },
    {
      name: 'go back to what is published',
      press: (page) =>
        confirmDialog(page, () => page.locator('#action-revert-to-published').click()),
      writesSameValues: true,
    },
    {
      name: 'unpublish it',
      press: (page) =>
        confirmDialog(page, async () => {
          await page.locator('.doc-controls__popup button').first().click();
          await page.locator('#action-unpublish').click();
        }),
      writesSameValues: true,
    },
  ],
  make: makeArticle,
  open: (page, { id }) => editArticle(page, id),
  readStored: async ({ id }) => {
    const [newest, shown] = await Promise.all(
      [true, false].map((draft) =>
        restAs<Doc>('editor', 'GET', `/articles/${id}?draft=${draft}&depth=0`),
      ),
    );
    return {
      newest: newest && withoutSaveMetadata(newest),
      shown: shown && withoutSaveMetadata(shown),
    };
  },
};
