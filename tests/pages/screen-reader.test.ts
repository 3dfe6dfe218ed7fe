import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { SUBMISSION_KINDS } from '#domain/submission-kinds.ts';
import { namesOf, readAccessibilityTree } from '#tests/helpers/accessibility-tree.ts';
import { newPage } from '#tests/helpers/browser.ts';
import { FORM_PAGE_KINDS } from '#tests/helpers/page-kinds.ts';

const findCurrent = (page: Page, scope: string): Promise<string[]> =>
  page.locator(`${scope} [aria-current]`).evaluateAll((all) =>
    all.map((element) => {
      const title = element.querySelector('span + * a, summary span, a') ?? element;
      return `${element.getAttribute('aria-current')}: ${title.textContent}`;
    }),
  );

it('marks the current stage and page for screen readers', async () => {
  const page = await newPage();
  await page.goto('/stages/supervised-detox');
  expect(await findCurrent(page, 'main')).toEqual(['step: Supervised detox']);
  expect(await findCurrent(page, 'header')).toEqual(['true: The way']);
  await page.goto('/articles');
  expect(await findCurrent(page, 'header')).toEqual(['page: Articles']);
  await page.goto('/articles/understanding-intensive-outpatient-treatment');
  expect(await findCurrent(page, 'main')).toEqual(['step: Intensive outpatient program']);
});

describe('a form announces its status and errors', () => {
  it.each(SUBMISSION_KINDS)('%s', async (kind) => {
    const page = await newPage();
    await page.goto(`/requests/${kind}`);
    // Live regions have to exist before their text appears.
    expect(namesOf(await readAccessibilityTree(page), 'status')).toHaveLength(1);
    const form = page.locator(`form[data-request=${kind}]`);
    expect(await form.locator('[role=alert][hidden]').count()).toBe(2);

    await FORM_PAGE_KINDS[`${kind}-errors`]?.(page);
    const nodes = await readAccessibilityTree(page);
    expect(namesOf(nodes, 'alert')).toEqual(['There is a problem']);
    const messages = await form.locator('[data-error-for]:visible').allTextContents();
    expect(messages.length).toBeGreaterThan(0);
    for (const message of messages) {
      const described = nodes.filter(({ description }) => description.endsWith(message));
      expect(described).toHaveLength(1);
      // `aria-invalid` is not allowed on a group.
      expect(described[0]?.invalid || described[0]?.role === 'group').toBe(true);
      expect(nodes).toContainEqual(expect.objectContaining({ role: 'link', name: message }));
    }
  });
});
