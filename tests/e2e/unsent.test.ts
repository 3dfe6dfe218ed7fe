import { JSDOM } from 'jsdom';
import { describe, expect, it, onTestFinished } from 'vitest';
import { site, WITHOUT_SCRIPTS } from '#tests/helpers/browser.ts';
import { htmlErrors } from '#tests/helpers/html-errors.ts';
import { webOf } from '#tests/helpers/processes.ts';
import {
  expectNothingWritten,
  fill,
  openForm,
  receiptOn,
  requestsOf,
  submit,
  visitorFor,
} from '#tests/helpers/visitors.ts';

/** Whoever sent a form hears within so long that it could not be taken. */
const ANSWER_MS = 10_000;
/** The supervisor starts a web server that died again. */
const BACK_MS = 60_000;
const LINES = ['tel:911', 'tel:988', 'tel:+18006624357'];
const FORM = '/requests/let-us-help';

const back = () =>
  expect
    .poll(() => fetch(`${site.url}/readyz`).then(({ status }) => status), { timeout: BACK_MS })
    .toBe(200);

const release = async () => {
  const web = await webOf(site).catch(() => undefined);
  if (web) process.kill(web, 'SIGCONT');
};

/** Ways in which the web server does not answer: it takes what it is sent and says nothing, or it is not there. */
const AWAY = [
  ['held', 'SIGSTOP'],
  ['killed', 'SIGKILL'],
] as const;

describe.each(AWAY)('with the web server %s, a form', (_, signal) => {
  const away = async () => {
    onTestFinished(async () => {
      await release();
      await back();
    });
    process.kill(await webOf(site), signal);
  };

  it('comes back with all that was typed to a browser without scripts, and arrives once', async () => {
    const one = visitorFor('let-us-help');
    const { page, form } = await openForm('let-us-help', WITHOUT_SCRIPTS);
    await fill(form, one.fields);
    await form.locator('input[name=voicemail]').check();
    await away();
    const began = performance.now();
    await submit(form);
    await page.getByRole('heading', { name: 'We could not take your request yet' }).waitFor();
    expectInTime(began);
    const main = page.locator('main');
    for (const words of Object.values(one.fields)) {
      for (const line of words.split('\n')) await main.getByText(line).first().waitFor();
    }
    // What looks like an element in the message is none.
    expect(await main.locator('b').count()).toBe(0);
    for (const line of LINES) expect(await page.content()).toContain(`href="${line}"`);
    expect(page.url()).toBe(`${site.url}${FORM}`);
    await release();
    await back();
    await submit(page.locator(`form[action="${FORM}"]`));
    await receiptOn(page, one);
    expect(await requestsOf(one)).toMatchObject([{ ...one.stored, voicemail: true }]);
    await expectNothingWritten([one]);
  });

  it('comes back as it was posted, escaped, whatever was in it', async () => {
    const one = visitorFor('let-us-help');
    const typed = await standingOn(await (await fetch(`${site.url}${FORM}`)).text());
    const own = Object.fromEntries(OWN.map((name) => [name, String(one.stored[name])]));
    const sent: [string, string][] = [
      ...typed.filter(([name]) => !(name in ODD || OWN.includes(name))),
      ...Object.entries({ ...ODD, ...own }),
      ['again', 'one'],
      ['again', 'two'],
    ];
    await away();
    const began = performance.now();
    const answer = await post(sent);
    expectInTime(began);
    const html = await answer.text();
    expect([answer.status, answer.headers.get('retry-after')]).toEqual([503, '30']);
    expect(answer.headers.get('cache-control')).toBe('private, no-store');
    for (const line of LINES) expect(html).toContain(`href="${line}"`);
    expect(html.match(/<script/g)).toHaveLength(2);
    expect(await standingOn(html)).toEqual(sent);
    expect(await htmlErrors(html)).toEqual([]);
    await release();
    await back();
    // The site takes no field that it does not know.
    const known = (await standingOn(html)).filter(([name]) => !STRANGE.includes(name));
    const taken = await post(known);
    expect([taken.status, taken.headers.get('location')]).toEqual([
      303,
      expect.stringMatching(/^\/requests\/received\/[\w-]{22}$/),
    ]);
    const { email, message } = ODD;
    expect(await requestsOf(one)).toMatchObject([{ ...one.stored, email, message }]);
  });
});

/** What would be something else if it were not escaped. */
const ODD = {
  email: 'odd@mail.example',
  message: `"><script>alert(1)</script>\n<!-- ' & &amp; \`</form> $& $1 \u2028 𝒳 %00`,
  '"><b>': '</textarea>',
};
/** By what the visitor is told from others. */
const OWN = ['name', 'phone', 'contactWishes'];
const STRANGE = ['"><b>', 'again'];

/** What a browser would send of the form on a page. */
async function standingOn(html: string): Promise<[name: string, value: string][]> {
  const { document, FormData } = new JSDOM(html).window;
  const form = document.querySelector<HTMLFormElement>(`form[action="${FORM}"]`);
  if (!form) throw new Error('There is no form on the page.');
  return [...new FormData(form)].map(([name, value]) => [name, String(value)]);
}

const post = (fields: [string, string][]) =>
  fetch(`${site.url}${FORM}`, {
    method: 'POST',
    body: new URLSearchParams(fields),
    redirect: 'manual',
  });

function expectInTime(began: number): void {
  const tookMs = performance.now() - began;
  console.log(`Given back after ${(tookMs / 1000).toFixed(1)} s.`);
  expect(tookMs).toBeLessThan(ANSWER_MS);
}
