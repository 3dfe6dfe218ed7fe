import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import {
  fill,
  openForm,
  receiptOn,
  requestsOf,
  standing,
  submit,
  visitorFor,
} from '#tests/helpers/visitors.ts';

const DOOR = '**/api/requests';

/** Ways in which a connection is gone as a form is sent; each gives back the way in which it comes back. */
const GONE: Record<string, (page: Page) => Promise<() => Promise<void>>> = {
  'a phone without a network': async (page) => {
    await page.context().setOffline(true);
    return () => page.context().setOffline(false);
  },
  'an answer that is lost on its way': async (page) => {
    await page.route(DOOR, async (route) => {
      expect((await route.fetch()).status()).toBe(201);
      await route.abort('internetdisconnected');
    });
    return () => page.unroute(DOOR);
  },
  'a proxy that reaches nobody': async (page) => {
    const answer = { status: 503, contentType: 'application/problem+json', body: '{}' };
    await page.route(DOOR, (route) => route.fulfill(answer));
    return () => page.unroute(DOOR);
  },
};

describe('what a visitor typed survives', () => {
  it('a slow connection, with scripts, and says so meanwhile', async () => {
    const one = visitorFor('request-call');
    const { page, form } = await openForm('request-call');
    const through = Promise.withResolvers<void>();
    await page.route(DOOR, async (route) => {
      await through.promise;
      await route.continue();
    });
    await fill(form, one.fields);
    await page.clock.install();
    await submit(form);
    await form.getByText('Sending your request').waitFor();
    await page.clock.fastForward(8_000);
    const status = form.getByRole('status');
    await expect.poll(() => status.textContent()).toContain('What you wrote is safe on this page.');
    expect(await standing(form, one.fields)).toEqual(one.fields);
    await submit(form);
    through.resolve();
    await receiptOn(page, one);
    expect(await requestsOf(one)).toHaveLength(1);
  });

  it.each(Object.entries(GONE))('%s, with scripts, and says so', async (_, goes) => {
    const one = visitorFor('request-call');
    const { page, form } = await openForm('request-call');
    await fill(form, one.fields);
    const comesBack = await goes(page);
    await submit(form);
    const told = page.getByRole('alert').filter({ hasText: 'Your request was not sent.' });
    await told.waitFor();
    expect(await told.textContent()).toContain(
      'Nothing you typed is lost. Check your connection and press the button again: it counts only once.',
    );
    expect(await standing(form, one.fields)).toEqual(one.fields);
    await comesBack();
    await submit(form);
    await receiptOn(page, one);
    expect(await requestsOf(one)).toHaveLength(1);
  });
});
