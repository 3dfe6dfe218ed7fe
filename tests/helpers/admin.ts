import type { FrameLocator, Locator, Page } from 'playwright-core';

/** Compiling a page of the admin for the first time takes its time in development. */
const PATIENCE_MS = 90_000;

/** Signs in as a person would, and waits for the first screen. */
export async function signIn(page: Page, email: string, password: string): Promise<void> {
  await page.goto('/admin/login');
  await page.locator('#field-email').fill(email);
  await page.locator('#field-password').fill(password);
  await page.locator('form.login__form button[type="submit"]').click();
  await page.waitForURL(/\/admin\/?$/, { timeout: PATIENCE_MS });
}

/** Opens a new article with this title, and returns its id. The admin saves the draft by itself. */
export async function newArticle(page: Page, title: string): Promise<string> {
  await page.goto('/admin/collections/articles/create');
  await page.waitForURL(/\/articles\/[0-9a-f]{24}/, { timeout: PATIENCE_MS });
  await ready(page);
  await page.locator('#field-title').fill(title);
  const id = /articles\/([0-9a-f]{24})/.exec(page.url())?.[1];
  if (!id) throw new Error('The new article has no id.');
  return id;
}

/** Opens an article to edit it. */
export async function editArticle(page: Page, id: string): Promise<void> {
  await page.goto(`/admin/collections/articles/${id}`);
  await ready(page);
}

/** The form of a document can be typed into. */
async function ready(page: Page): Promise<void> {
  await page.locator('#field-title:not([disabled])').waitFor({ timeout: PATIENCE_MS });
  await body(page).waitFor({ timeout: PATIENCE_MS });
}

/** The summary below the title. */
export const fillSummary = (page: Page, words: string): Promise<void> =>
  page.locator('#field-summary').fill(words);

/** Chooses a document in a field like `authors`, by its title. */
export async function choose(within: Page | Locator, field: string, title: string): Promise<void> {
  const box = within.locator(`#field-${field}`);
  await box.locator('.rs__control').click();
  await box.locator('.rs__input').fill(title);
  await box.locator('.rs__option', { hasText: title }).first().click();
}

/** The text of an article: the first editor of the page; those of callouts and answers stand in it. */
export const body = (page: Page): Locator =>
  page.locator('.rich-text-lexical [data-lexical-editor="true"]').first();

/** Puts the caret behind all that the text has so far. */
export async function goToEnd(page: Page): Promise<void> {
  const last = body(page).locator(':scope > p').last();
  await last.click();
  await page.keyboard.press('End');
}

/** Adds a main heading at the end of the text, by the slash menu. */
export async function typeHeading(page: Page, words: string): Promise<void> {
  await pick(page, 'Heading 2');
  await page.keyboard.insertText(words);
  await page.keyboard.press('Enter');
}

/** Adds a paragraph at the end of the text. */
export async function typeParagraph(page: Page, words: string): Promise<void> {
  await goToEnd(page);
  await page.keyboard.insertText(words);
  await page.keyboard.press('Enter');
}

/** Adds a block at the end of the text, by its name in the slash menu, and returns it to be filled in. */
export async function insertBlock(page: Page, name: string, slug: string): Promise<Locator> {
  const blocks = body(page).locator(`.LexicalEditorTheme__block-${slug}`);
  const before = await blocks.count();
  await pick(page, name);
  const block = blocks.nth(before);
  await block.locator('.render-fields').waitFor({ timeout: PATIENCE_MS });
  return block;
}

/** Types a slash and the first word of an entry, and chooses it: a space would close the menu. */
async function pick(page: Page, name: string): Promise<void> {
  await goToEnd(page);
  await page.keyboard.type(`/${name.split(' ')[0]}`);
  await page.locator('.slash-menu-popup__item').getByText(name, { exact: true }).click();
}

/**
 * Fills in a callout that was just inserted. Its text comes all at once, as pasted: who types fast while the
 * server is slow can see Payload put a text within a block back by some letters.
 */
export async function fillCallout(
  block: Locator,
  { tone, heading, text }: { tone?: string; heading: string; text: string },
): Promise<void> {
  if (tone) await choose(block, 'tone', tone);
  await block.locator('#field-heading').fill(heading);
  const editor = block.locator('[data-lexical-editor="true"]');
  await editor.click();
  await block.page().keyboard.insertText(text);
  await editor.getByText(text).waitFor({ timeout: PATIENCE_MS });
}

/** Fills in a call to action that was just inserted. */
export async function fillCallToAction(
  block: Locator,
  { heading, show }: { heading: string; show: 'panel' | 'form' },
): Promise<void> {
  await choose(block, 'callToAction', heading);
  await block.locator(`label[for^="field-show-${show}"]`).click();
}

/** Publishes what was written, and waits for the answer. */
export async function publish(page: Page): Promise<void> {
  await page.locator('#action-save').click();
  await page.locator('.payload-toast-item.toast-success').first().waitFor({ timeout: PATIENCE_MS });
}

/** Opens the preview beside the editor, and returns what stands in it. */
export async function livePreview(page: Page): Promise<FrameLocator> {
  await page.locator('#live-preview-toggler').click();
  const frame = page.frameLocator('#live-preview-iframe');
  await frame.locator('live-preview').waitFor({ timeout: PATIENCE_MS });
  return frame;
}

/** The addresses of requests in the admin. */
export const REQUESTS = '/admin/collections/form-submissions';

/** Opens a request by its reference. */
export async function openRequest(page: Page, reference: string): Promise<void> {
  await page.goto(REQUESTS);
  // A click can be lost while the list is still being made alive.
  const href = await page.getByRole('link', { name: reference }).getAttribute('href');
  await page.goto(String(href));
  await page.locator('#field-note:not([disabled])').waitFor({ timeout: PATIENCE_MS });
}

/** What the summary of an open request says behind a label like `Phone`; its lines apart. */
export const said = (page: Page, label: string): Locator =>
  page
    .locator('dl > div', { has: page.locator('dt', { hasText: new RegExp(`^${label}$`) }) })
    .locator('dd');

/** Opens the list of messages that have not gone yet, the newest first. */
export const openMessages = async (page: Page): Promise<void> => {
  await page.goto('/admin/collections/payload-jobs?sort=-createdAt');
};

/** The row of a message about the request with this reference. */
export const messageOf = (page: Page, reference: string, label: string): Locator =>
  page.locator('tbody tr', { hasText: reference }).filter({ hasText: label });

/**
 * Changes a form, and waits until the server has answered what the form asks it after each change: that
 * answer would take away what is said of a save that comes meanwhile, and tells by a dialog of newer data.
 */
export async function changed(page: Page, change: () => Promise<unknown>): Promise<void> {
  await Promise.all([
    page.waitForResponse((response) => response.request().headers()['next-action'] !== undefined),
    change(),
  ]);
}
