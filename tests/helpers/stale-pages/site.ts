import { onTestFinished } from 'vitest';
import { changed } from '#tests/helpers/admin.ts';
import type { Doc } from '#tests/helpers/answers.ts';
import { as } from '#tests/helpers/colleague.ts';
import { contentOf, type Noun, openForm, pressing, type Step } from './noun.ts';

const readSite = () => as<Doc>('admin', 'GET', '/globals/site?depth=0');

const saving = (field: string): Step => {
  const box = `#field-${field.replace('.', '__')}`;
  return {
    name: `save another ${field}`,
    prepare: (page, words) => changed(page, () => page.locator(box).fill(words)),
    press: pressing('Save'),
    typed: (page) => page.locator(box).inputValue(),
  };
};

export const SITE: Noun = {
  people: ['admin', 'admin'],
  steps: ['name', 'notice', 'home.heading'].map(saving),
  async make() {
    const { name, notice, home } = await readSite();
    onTestFinished(async () => {
      await as('admin', 'POST', '/globals/site', { name, notice, home });
    });
    return { id: 'site' };
  },
  async open(page) {
    await openForm(page, '/admin/globals/site');
    // The admin opens the tab that was open last.
    await page.getByRole('button', { name: 'Name and home page', exact: true }).click();
    await page.locator('#field-name:not([disabled])').waitFor();
  },
  stored: async () => contentOf(await readSite()),
};
