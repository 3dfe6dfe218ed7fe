import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, inject } from 'vitest';

export const site = inject('site');

const FLAGS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  // Pages are drawn the same on every machine.
  '--font-render-hinting=none',
  '--force-color-profile=srgb',
];

/** What a page may wait for at most: conditions are waited for, never time. */
const PATIENCE_MS = 20_000;

/** Another zone than the publisher's, and than the one the tests run under. */
const VISITOR: BrowserContextOptions = {
  baseURL: site.url,
  locale: 'en-US',
  timezoneId: 'America/Los_Angeles',
  viewport: { width: 390, height: 844 },
};

export const WITHOUT_SCRIPTS: BrowserContextOptions = { javaScriptEnabled: false };
export const DESK: BrowserContextOptions = { viewport: { width: 1280, height: 900 } };

/** What went wrong in pages of the running test, besides what it looks at itself. */
const problems: string[] = [];

let browser: Browser;

beforeAll(async () => {
  browser = await chromium.launch({ executablePath: site.chromium, args: FLAGS });
});

afterEach(async () => {
  await Promise.all(browser.contexts().map((context) => context.close()));
  expect(problems.splice(0)).toEqual([]);
});

afterAll(() => browser.close());

/**
 * Opens a page as a visitor with a browser of their own; it is closed after the test.
 * @param elsewhere the one address off the site that the page may be left for
 */
export async function newVisitor(
  options: BrowserContextOptions = {},
  elsewhere?: string,
): Promise<Page> {
  const context = await browser.newContext({ ...VISITOR, ...options });
  context.setDefaultTimeout(PATIENCE_MS);
  context.setDefaultNavigationTimeout(PATIENCE_MS);
  const page = await context.newPage();
  watch(page, new URL(options.baseURL ?? site.url).origin, elsewhere);
  return page;
}

export const OUR_SCRIPT = '**/assets/site-*.js';

/** The page gets nothing of our script, while a test's own scripts run. */
export const withoutOurScript = (page: Page) =>
  page.route(OUR_SCRIPT, (route) => route.fulfill({ contentType: 'text/javascript', body: '' }));

/**
 * Comes to a page that waits for its fonts, however late they are, and until all of it is there: a busy
 * machine is late at times, and then a page is shown without them.
 */
export async function arriveWithFonts(
  page: Page,
  arrive: (page: Page) => Promise<unknown>,
): Promise<void> {
  await page.route('**/*.css', async (route) => {
    const response = await route.fetch();
    const body = (await response.text()).replaceAll('font-display:optional', 'font-display:block');
    await route.fulfill({ response, body });
  });
  await arrive(page);
  await page.waitForLoadState();
}

/** Statuses are looked at by the tests that ask for them, and only a test takes a browser off the network. */
const MEANT = /the server responded with a status|net::ERR_INTERNET_DISCONNECTED/;

/** Notes what goes wrong in a page, and what it asks of other sites than its own. */
function watch(page: Page, own: string, elsewhere?: string): void {
  page.on('request', (request) => {
    const { protocol, origin } = new URL(request.url());
    const leaves = request.isNavigationRequest() && request.frame() === page.mainFrame();
    if (leaves && request.url() === elsewhere) return;
    if (protocol.startsWith('http') && origin !== own) problems.push(`asked ${request.url()}`);
  });
  page.on('response', (response) => {
    const kind = response.request().resourceType();
    if (['image', 'script', 'stylesheet', 'font'].includes(kind) && response.status() >= 400) {
      problems.push(`${response.status()} ${response.url()}`);
    }
  });
  page.on('pageerror', (error) => problems.push(String(error)));
  page.on('console', (message) => {
    if (message.type() === 'error' && !MEANT.test(message.text())) {
      problems.push(message.text());
    }
  });
}
