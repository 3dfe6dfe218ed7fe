import { JSDOM } from 'jsdom';
import { describe, expect, it, onTestFinished } from 'vitest';
import { site, WITHOUT_SCRIPTS } from '#tests/helpers/browser.ts';
import { htmlErrors } from '#tests/helpers/html-errors.ts';
import { findWebPid } from '#tests/helpers/processes.ts';
import {
  clickSubmit,
  createVisitor,
  expectNothingLogged,
  fillFields,
  findSubmissions,
  openForm,
  readReference,
} from '#tests/helpers/visitors.ts';

/** Longest wait for the page that returns a form which the web server did not accept. */
const RESPONSE_DEADLINE_MS = 10_000;
/** Time for the supervisor to restart the web server. */
const READY_TIMEOUT_MS = 60_000;
const CRISIS_LINKS = ['tel:911', 'tel:988', 'tel:+18006624357'];
const FORM_PATH = '/requests/let-us-help';

const waitUntilReady = () =>
  expect
    .poll(() => fetch(`${site.url}/readyz`).then(({ status }) => status), {
      timeout: READY_TIMEOUT_MS,
    })
    .toBe(200);

const resumeWeb = async () => {
  const web = await findWebPid(site).catch(() => undefined);
  if (web) process.kill(web, 'SIGCONT');
};

/** The web server accepts a request but does not respond, or refuses connections. */
const FAILURES = [
  ['suspended', 'SIGSTOP'],
  ['killed', 'SIGKILL'],
] as const;

describe.each(FAILURES)('with the web server %s, a form', (_, signal) => {
  const stopWeb = async () => {
    onTestFinished(async () => {
      await resumeWeb();
      await waitUntilReady();
    });
    process.kill(await findWebPid(site), signal);
  };

  it('is returned with what was typed to a browser without scripts, and stored once', async () => {
    const visitor = createVisitor('let-us-help');
    const { page, form } = await openForm('let-us-help', WITHOUT_SCRIPTS);
    await fillFields(form, visitor.fields);
    await form.locator('input[name=voicemail]').check();
    await stopWeb();
    const began = performance.now();
    await clickSubmit(form);
    await page.getByRole('heading', { name: 'We could not take your request yet' }).waitFor();
    expectWithinDeadline(began);
    const main = page.locator('main');
    for (const text of Object.values(visitor.fields)) {
      for (const line of text.split('\n')) await main.getByText(line).first().waitFor();
    }
    // HTML in the message is escaped.
    expect(await main.locator('b').count()).toBe(0);
    for (const line of CRISIS_LINKS) expect(await page.content()).toContain(`href="${line}"`);
    expect(page.url()).toBe(`${site.url}${FORM_PATH}`);
    await resumeWeb();
    await waitUntilReady();
    await clickSubmit(page.locator(`form[action="${FORM_PATH}"]`));
    await readReference(page, visitor);
    expect(await findSubmissions(visitor)).toMatchObject([{ ...visitor.stored, voicemail: true }]);
    await expectNothingLogged([visitor]);
  });

  it('is returned as it was posted, escaped, with unusual and repeated fields', async () => {
    const visitor = createVisitor('let-us-help');
    const typed = await readFormEntries(await (await fetch(`${site.url}${FORM_PATH}`)).text());
    const own = Object.fromEntries(
      IDENTIFYING_FIELDS.map((name) => [name, String(visitor.stored[name])]),
    );
    const sent: [string, string][] = [
      ...typed.filter(([name]) => !(name in UNUSUAL_FIELDS || IDENTIFYING_FIELDS.includes(name))),
      ...Object.entries({ ...UNUSUAL_FIELDS, ...own }),
      ['again', 'one'],
      ['again', 'two'],
    ];
    await stopWeb();
    const began = performance.now();
    const response = await postForm(sent);
    expectWithinDeadline(began);
    const html = await response.text();
    expect([response.status, response.headers.get('retry-after')]).toEqual([503, '30']);
    expect(response.headers.get('cache-control')).toBe('private, no-store');
    for (const line of CRISIS_LINKS) expect(html).toContain(`href="${line}"`);
    expect(html.match(/<script/g)).toHaveLength(2);
    expect(await readFormEntries(html)).toEqual(sent);
    expect(await htmlErrors(html)).toEqual([]);
    await resumeWeb();
    await waitUntilReady();
    // The site rejects unknown fields.
    const known = (await readFormEntries(html)).filter(([name]) => !UNKNOWN_FIELDS.includes(name));
    const taken = await postForm(known);
    expect([taken.status, taken.headers.get('location')]).toEqual([
      303,
      expect.stringMatching(/^\/requests\/received\/[\w-]{22}$/),
    ]);
    const { email, message } = UNUSUAL_FIELDS;
    expect(await findSubmissions(visitor)).toMatchObject([{ ...visitor.stored, email, message }]);
  });
});

/** Names and values that would change the page if they were not escaped. */
const UNUSUAL_FIELDS = {
  email: 'odd@mail.example',
  message: `"><script>alert(1)</script>\n<!-- ' & &amp; \`</form> $& $1 \u2028 𝒳 %00`,
  '"><b>': '</textarea>',
};
/** Fields whose values identify the visitor of this test. */
const IDENTIFYING_FIELDS = ['name', 'phone', 'contactWishes'];
const UNKNOWN_FIELDS = ['"><b>', 'again'];

/** Returns the entries that a browser would send from the form on a page. */
async function readFormEntries(html: string): Promise<[name: string, value: string][]> {
  const { document, FormData } = new JSDOM(html).window;
  const form = document.querySelector<HTMLFormElement>(`form[action="${FORM_PATH}"]`);
  if (!form) throw new Error('There is no form on the page.');
  return [...new FormData(form)].map(([name, value]) => [name, String(value)]);
}

const postForm = (fields: [string, string][]) =>
  fetch(`${site.url}${FORM_PATH}`, {
    method: 'POST',
    body: new URLSearchParams(fields),
    redirect: 'manual',
  });

function expectWithinDeadline(began: number): void {
  const tookMs = performance.now() - began;
  console.log(`Returned after ${(tookMs / 1000).toFixed(1)} s.`);
  expect(tookMs).toBeLessThan(RESPONSE_DEADLINE_MS);
}
