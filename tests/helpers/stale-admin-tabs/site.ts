import { onTestFinished } from 'vitest';
import { changeForm } from '#tests/helpers/admin-pages.ts';
import { restAs } from '#tests/helpers/rest-as-role.ts';
import type { Doc } from '#tests/helpers/rest-result-types.ts';
import {
  type DocumentKind,
  openForm,
  pressButton,
  type UserAction,
  withoutSaveMetadata,
} from './document-kind.ts';

const readSite = () => restAs<Doc>('admin', 'GET', '/globals/site?depth=0');

const saveField = (field: string): UserAction => {
  const input = `#field-${field.replace('.', '__')}`;
  return {
    name: `save another ${field}`,
    prepare: (page, words) => changeForm(page, () => page.locator(input).fill(words)),
    press: pressButton('Save'),
    readInput: (page) => page.locator(input).inputValue(),
  };
};

export const SITE: DocumentKind = {
  people: ['admin', 'admin'],
  actions: ['name', 'notice', 'home.heading'].map(saveField),
  async make() {
    const { name, notice, home } = await readSite();
    onTestFinished(async () => {
      await restAs('admin', 'POST', '/globals/site', { name, notice, home });
    });
    return { id: 'site' };
  },
  async open(page) {
    await openForm(page, '/admin/globals/site');
    // The admin remembers the last open tab.
    await page.getByRole('button', { name: 'Name and home page', exact: true }).click();
    await page.locator('#field-name:not([disabled])').waitFor();
  },
  readStored: async () => withoutSaveMetadata(await readSite()),
};
