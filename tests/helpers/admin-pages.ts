import type { FrameLocator, Locator, Page } from 'playwright-core';

/** Long, because the development server compiles a page of the admin at its first request. */
const PATIENCE_MS = 90_000;

/** Signs in by the form, and waits for the dashboard. */
export async function signIn(page: Page, email: string, password: string): Promise<void> {
  await page.goto('/admin/login');
  await page.locator('#field-email').fill(email);
  await page.locator('#field-password').fill(password);
  await page.locator('form.login__form button[type="submit"]').click();
  await page.waitForURL(/\/admin\/?$/, { timeout: PATIENCE_MS });
}

/** Creates an article with this title in the admin, which autosaves the draft; returns its id. */
export async function createArticle(page: Page, title: string): Promise<string> {
  await page.goto('/admin/collections/articles/create');
  await page.waitForURL(/\/articles\/[0-9a-f]{24}/, { timeout: PATIENCE_MS });
  await waitUntilEditable(page);
  await page.locator('#field-title').fill(title);
  const id = /articles\/([0-9a-f]{24})/.exec(page.url())?.[1];
  if (!id) throw new Error('The new article has no id.');
  return id;
}

/** Opens an article in the editor. */
export async function editArticle(page: Page, id: string): Promise<void> {
  await page.goto(`/admin/collections/articles/${id}`);
  await waitUntilEditable(page);
}

/** Waits until the form of an article is editable. */
async function waitUntilEditable(page: Page): Promise<void> {
  await page.locator('#field-title:not([disabled])').waitFor({ timeout: PATIENCE_MS });
  await bodyEditor(page).waitFor({ timeout: PATIENCE_MS });
}

/** Fills in the summary. */
export const fillSummary = (page: Page, words: string): Promise<void> =>
  page.locator('#field-summary').fill(words);

/** Selects a document by its title in a relationship field like `authors`, or an option by its label. */
export async function selectOption(
  within: Page | Locator,
  field: string,
  title: string,
): Promise<void> {
  const box = within.locator(`#field-${field}`);
  await box.locator('.rs__control').click();
  await box.locator('.rs__input').fill(title);
  await box.locator('.rs__option', { hasText: title }).first().click();
}

/** Locates the editor of the body: the first one of the page, which contains the editors of its blocks. */
export const bodyEditor = (page: Page): Locator =>
  page.locator('.rich-text-lexical [data-lexical-editor="true"]').first();

/** Moves the caret to the end of the body. */
export async function moveCaretToEnd(page: Page): Promise<void> {
  const last = bodyEditor(page).locator(':scope > p').last();
  await last.click();
  await page.keyboard.press('End');
}

/** Adds a main heading at the end of the body, by the slash menu. */
export async function typeHeading(page: Page, words: string): Promise<void> {
  await chooseFromSlashMenu(page, 'Heading 2');
  await page.keyboard.insertText(words);
  await page.keyboard.press('Enter');
}

/** Adds a paragraph at the end of the body. */
export async function typeParagraph(page: Page, words: string): Promise<void> {
  await moveCaretToEnd(page);
  await page.keyboard.insertText(words);
  await page.keyboard.press('Enter');
}

/** Adds a block at the end of the body by its name in the slash menu, and waits until it is saved; returns its locator. */
export async function insertBlock(page: Page, name: string, slug: string): Promise<Locator> {
  const blocks = bodyEditor(page).locator(`.LexicalEditorTheme__block-${slug}`);
  const before = await blocks.count();
  const inserted = (draft: string) => draft.split(`"blockType":"${slug}"`).length - 1 > before;
  await saveDraft(page, inserted, () => chooseFromSlashMenu(page, name));
  const block = blocks.nth(before);
  await block.locator('.render-fields').waitFor({ timeout: PATIENCE_MS });
  return block;
}

/** Opens the slash menu, filters it by the first word of an entry (a space would close it), and clicks the entry. */
async function chooseFromSlashMenu(page: Page, name: string): Promise<void> {
  await moveCaretToEnd(page);
  await page.keyboard.type(`/${name.split(' ')[0]}`);
  await page.locator('.slash-menu-popup__item').getByText(name, { exact: true }).click();
}

/** Fills in a new callout. Inserts the text in one piece, like a paste. */
export async function fillCallout(
  block: Locator,
  { tone, heading, text }: { tone?: string; heading: string; text: string },
): Promise<void> {
  const page = block.page();
  if (tone) await selectOption(block, 'tone', tone);
  await saveDraft(
    page,
    (draft) => draft.includes(heading),
    () => block.locator('#field-heading').fill(heading),
  );
  await block.locator('[data-lexical-editor="true"]').click();
  await saveDraft(
    page,
    (draft) => draft.includes(text),
    () => page.keyboard.insertText(text),
  );
}

/** Fills in a new call-to-action block, the last one of its kind. */
export async function fillCallToAction(
  block: Locator,
  { heading, show }: { heading: string; show: 'panel' | 'form' },
): Promise<void> {
  const page = block.page();
  const blocks = await bodyEditor(page)
    .locator('.LexicalEditorTheme__block-call-to-action')
    .count();
  await saveDraft(
    page,
    (draft) => draft.match(/"callToAction":"\w+"/g)?.length === blocks,
    () => selectOption(block, 'callToAction', heading),
  );
  await block.locator(`label[for^="field-show-${show}"]`).click();
}

/**
 * Makes a change, and waits until the draft is saved with it. Payload resets what is changed in a block while an earlier
 * state of it is being saved, so a test that goes on at once loses it on a busy machine.
 * @param isSaved whether the draft that is sent, as JSON, has the change
 */
async function saveDraft(
  page: Page,
  isSaved: (draft: string) => boolean,
  change: () => Promise<unknown>,
): Promise<void> {
  const [response] = await Promise.all([
    page.waitForResponse(
      (response) =>
        response.request().method() === 'PATCH' && isSaved(response.request().postData() ?? ''),
      { timeout: PATIENCE_MS },
    ),
    change(),
  ]);
  await response.finished();
  await page.locator('.autosave', { hasText: 'Last saved' }).waitFor({ timeout: PATIENCE_MS });
}

/** Publishes the open document, and waits for the success message. */
export async function publishDocument(page: Page): Promise<void> {
  await page.locator('#action-save').click();
  await page.locator('.payload-toast-item.toast-success').first().waitFor({ timeout: PATIENCE_MS });
}

/** Opens the live preview, unless it is open because this person left it open; returns a locator of its frame. */
export async function openLivePreview(page: Page): Promise<FrameLocator> {
  const toggler = page.locator('#live-preview-toggler');
  if ((await page.locator('.live-preview-toggler--active').count()) === 0) await toggler.click();
  const frame = page.frameLocator('#live-preview-iframe');
  await frame.locator('live-preview').waitFor({ timeout: PATIENCE_MS });
  return frame;
}

/** Path of the list of submissions in the admin. */
export const SUBMISSIONS_PATH = '/admin/collections/form-submissions';

/** Opens a submission by its reference. */
export async function openSubmission(page: Page, reference: string): Promise<void> {
  await page.goto(SUBMISSIONS_PATH);
  // Navigate instead of clicking: a click can be lost before hydration.
  const href = await page.getByRole('link', { name: reference }).getAttribute('href');
  await page.goto(String(href));
  await page.locator('#field-note:not([disabled])').waitFor({ timeout: PATIENCE_MS });
}

/** Locates the value of a label like `Phone` in the summary of the open submission. */
export const summaryValue = (page: Page, label: string): Locator =>
  page
    .locator('dl > div', { has: page.locator('dt', { hasText: new RegExp(`^${label}$`) }) })
    .locator('dd');

/** Opens the outbox, newest messages first. */
export const openMessages = async (page: Page): Promise<void> => {
  await page.goto('/admin/collections/payload-jobs?sort=-createdAt');
};

/** Locates the row of a message about the submission with this reference. */
export const messageRow = (page: Page, reference: string, label: string): Locator =>
  page.locator('tbody tr', { hasText: reference }).filter({ hasText: label });

/**
 * Changes a form and waits for the form-state response that follows each change. A response that arrives
 * during a save would remove the save's messages and open a dialog about newer data.
 */
export async function changeForm(page: Page, change: () => Promise<unknown>): Promise<void> {
  await Promise.all([
    page.waitForResponse((response) => response.request().headers()['next-action'] !== undefined),
    change(),
  ]);
}
