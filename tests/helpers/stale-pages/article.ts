import type { Page } from 'playwright-core';
import { onTestFinished } from 'vitest';
import { editArticle } from '#tests/helpers/admin.ts';
import type { Doc, Found, Saved } from '#tests/helpers/answers.ts';
import { as } from '#tests/helpers/colleague.ts';
import { contentOf, type Noun, type Opened, type Step, writing } from './noun.ts';

/** An article that readers see, with a newer draft; nobody else has it. */
async function makeArticle(): Promise<Opened> {
  const where = 'where[_status][equals]=published';
  const found = await as<Found>('editor', 'GET', `/articles?${where}&limit=1&depth=0`);
  const { doc } = await as<Saved>('editor', 'POST', `/articles/${found.docs[0]?.id}/duplicate`);
  const { id } = doc;
  onTestFinished(async () => {
    await as('admin', 'DELETE', `/articles/${id}`);
  });
  await as('editor', 'PATCH', `/articles/${id}`, { title: 'A copy', _status: 'published' });
  await as('editor', 'PATCH', `/articles/${id}?draft=true`, { title: 'A copy with a draft' });
  return { id };
}

/** Typing saves by itself. */
const typing = (field: string): Step => ({
  name: `write in the ${field}`,
  press: (page, _, words) => writing(page, () => page.locator(`#field-${field}`).fill(words)),
  typed: (page) => page.locator(`#field-${field}`).inputValue(),
});

const confirming = (page: Page, open: () => Promise<unknown>) => {
  return writing(page, async () => {
    await open();
    await page.locator('#confirm-action').click();
  });
};

export const ARTICLE: Noun = {
  people: ['editor', 'admin'],
  steps: [
    typing('title'),
    typing('summary'),
    {
      name: 'publish it',
      press: (page) => writing(page, () => page.locator('#action-save').click()),
      same: true,
    },
    {
      name: 'go back to what is published',
      press: (page) => confirming(page, () => page.locator('#action-revert-to-published').click()),
      same: true,
    },
    {
      name: 'unpublish it',
      press: (page) =>
        confirming(page, async () => {
          await page.locator('.doc-controls__popup button').first().click();
          await page.locator('#action-unpublish').click();
        }),
      same: true,
    },
  ],
  make: makeArticle,
  open: (page, { id }) => editArticle(page, id),
  stored: async ({ id }) => {
    const [newest, shown] = await Promise.all(
      [true, false].map((draft) =>
        as<Doc>('editor', 'GET', `/articles/${id}?draft=${draft}&depth=0`),
      ),
    );
    return { newest: newest && contentOf(newest), shown: shown && contentOf(shown) };
  },
};
