import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import {
  clickSubmit,
  createVisitor,
  fillFields,
  findSubmissions,
  openForm,
  readFields,
  readReference,
} from '#tests/helpers/visitors.ts';

const SUBMISSIONS_URL = '**/api/requests';

/** Breaks a page's connection while it sends a form. Each returns a function that restores the connection. */
const CONNECTION_LOSSES: Record<string, (page: Page) => Promise<() => Promise<void>>> = {
  'while the phone is offline': async (page) => {
    await page.context().setOffline(true);
    return () => page.context().setOffline(false);
  },
  'when the response is lost': async (page) => {
    await page.route(SUBMISSIONS_URL, async (route) => {
      expect((await route.fetch()).status()).toBe(201);
      await route.abort('internetdisconnected');
    });
    return () => page.unroute(SUBMISSIONS_URL);
  },
  'when a proxy cannot reach the site': async (page) => {
    const response = { status: 503, contentType: 'application/problem+json', body: '{}' };
    await page.route(SUBMISSIONS_URL, (route) => route.fulfill(response));
    return () => page.unroute(SUBMISSIONS_URL);
  },
};

describe('a form with scripts', () => {
  it('keeps what was typed on a slow connection, and shows that it is sending', async () => {
    const visitor = createVisitor('request-call');
    const { page, form } = await openForm('request-call');
    const release = Promise.withResolvers<void>();
    await page.route(SUBMISSIONS_URL, async (route) => {
      await release.promise;
      await route.continue();
    });
    await fillFields(form, visitor.fields);
    await page.clock.install();
    await clickSubmit(form);
    await form.getByText('Sending your request').waitFor();
    await page.clock.fastForward(8_000);
    const status = form.getByRole('status');
    await expect.poll(() => status.textContent()).toContain('What you wrote is safe on this page.');
    expect(await readFields(form, visitor.fields)).toEqual(visitor.fields);
    await clickSubmit(form);
    release.resolve();
    await readReference(page, visitor);
    expect(await findSubmissions(visitor)).toHaveLength(1);
  });

  it.each(Object.entries(CONNECTION_LOSSES))(
    'keeps what was typed %s, and shows that it was not sent',
    async (_, breakConnection) => {
      const visitor = createVisitor('request-call');
      const { page, form } = await openForm('request-call');
      await fillFields(form, visitor.fields);
      const restoreConnection = await breakConnection(page);
      await clickSubmit(form);
      const alert = page.getByRole('alert').filter({ hasText: 'Your request was not sent.' });
      await alert.waitFor();
      expect(await alert.textContent()).toContain(
        'Nothing you typed is lost. Check your connection and press the button again: it counts only once.',
      );
      expect(await readFields(form, visitor.fields)).toEqual(visitor.fields);
      await restoreConnection();
      await clickSubmit(form);
      await readReference(page, visitor);
      expect(await findSubmissions(visitor)).toHaveLength(1);
    },
  );
});
