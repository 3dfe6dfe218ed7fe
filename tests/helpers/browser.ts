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
  // Renders pages alike on every machine: the headless shell takes this flag, Chromium hints like this without it.
  '--font-render-hinting=slight',
  '--force-color-profile=srgb',
];

/** Longest wait for a condition. Tests wait for conditions, never for a fixed time. */
const TIMEOUT_MS = 20_000;

/** A phone whose time zone is neither the publisher's nor that of the test process. */
const VISITOR_OPTIONS: BrowserContextOptions = {
  baseURL: site.url,
  locale: 'en-US',
  timezoneId: 'America/Los_Angeles',
  viewport: { width: 390, height: 844 },
};

export const WITHOUT_SCRIPTS: BrowserContextOptions = { javaScriptEnabled: false };
export const DESKTOP: BrowserContextOptions = { viewport: { width: 1280, height: 900 } };

/** Problems of the running test's pages. They fail the test. */
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
 * Opens an empty page in a browser context of its own, which is closed after the test. The test fails if the page
 * logs an error, fails to load a file, or sends a request to another origin.
 * @param exitUrl the only URL on another origin that the page may navigate to
 */
export async function newPage(
  options: BrowserContextOptions = {},
  exitUrl?: string,
): Promise<Page> {
  const context = await browser.newContext({ ...VISITOR_OPTIONS, ...options });
  context.setDefaultTimeout(TIMEOUT_MS);
  context.setDefaultNavigationTimeout(TIMEOUT_MS);
  const page = await context.newPage();
  watchForProblems(page, new URL(options.baseURL ?? site.url).origin, exitUrl);
  return page;
}

export const SITE_SCRIPT = '**/assets/site-*.js';

/** Replaces the site's script with an empty one. Scripts that the test evaluates still run. */
export const blockSiteScript = (page: Page) =>
  page.route(SITE_SCRIPT, (route) => route.fulfill({ contentType: 'text/javascript', body: '' }));

/**
 * Opens a page that waits for its fonts, and waits until it has loaded. With `font-display: optional`, a page on a
 * busy machine would sometimes render without them.
 */
export async function openWithFonts(
  page: Page,
  openPage: (page: Page) => Promise<unknown>,
): Promise<void> {
  await page.route('**/*.css', async (route) => {
    const response = await route.fetch();
    const body = (await response.text()).replaceAll('font-display:optional', 'font-display:block');
    await route.fulfill({ response, body });
  });
  await openPage(page);
  await page.waitForLoadState();
}

/** Errors that tests cause on purpose: error statuses, and a browser that a test set offline. */
const EXPECTED_ERRORS = /the server responded with a status|net::ERR_INTERNET_DISCONNECTED/;

/** Records errors of a page, failed files, and requests to other origins. */
function watchForProblems(page: Page, siteOrigin: string, exitUrl?: string): void {
  page.on('request', (request) => {
    const { protocol, origin } = new URL(request.url());
    const navigates = request.isNavigationRequest() && request.frame() === page.mainFrame();
    if (navigates && request.url() === exitUrl) return;
    if (protocol.startsWith('http') && origin !== siteOrigin)
      problems.push(`requested ${request.url()}`);
  });
  page.on('response', (response) => {
    const kind = response.request().resourceType();
    if (['image', 'script', 'stylesheet', 'font'].includes(kind) && response.status() >= 400) {
      problems.push(`${response.status()} ${response.url()}`);
    }
  });
  page.on('pageerror', (error) => problems.push(String(error)));
  page.on('console', (message) => {
    if (message.type() === 'error' && !EXPECTED_ERRORS.test(message.text())) {
      problems.push(message.text());
    }
  });
}
