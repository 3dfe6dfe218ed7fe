import type { FieldProblem } from '#domain/field-problem.ts';
import { BESIDE, submissionIn } from '#forms/typed.ts';
import { typedInForm } from './form-typed.ts';
import { hiddenControl, setHidden } from './hidden-control.ts';
import { forgetTyped } from './kept.ts';
import { showProblems } from './problems.ts';
import { dropProof } from './proof.ts';

/** Who waits so long is told that it goes on, and does not leave. */
const SLOW_MS = 8_000;

/** Longer than the server takes over a slow connection; past it, the connection is gone. */
const DEADLINE_MS = 30_000;

/** What the JSON door answers. */
interface Answer {
  url?: string;
  code?: string;
  title?: string;
  errors?: FieldProblem[];
}

/** Sends a form through the JSON door; the page stays, with all that is in it, until there is a receipt. */
export function sendWithoutReload(form: HTMLFormElement): void {
  // The first step leads to another page.
  if (form.dataset.firstStep !== undefined) return;
  const status = form.querySelector<HTMLElement>('[data-status]');
  const unsent = form.querySelector<HTMLElement>('[data-unsent]');
  const say = (words = '') => {
    if (status) status.textContent = words;
  };
  let sending = false;
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    if (sending) return;
    sending = true;
    if (unsent) unsent.hidden = true;
    say(status?.dataset.status);
    const slow = setTimeout(() => say(status?.dataset.slow), SLOW_MS);
    const answer = await post(form).catch(() => undefined);
    clearTimeout(slow);
    if (answer?.url) {
      forgetTyped();
      dropProof(form);
      // Who goes back on a shared phone finds an empty form, also where nothing is kept in the tab.
      addEventListener('pagehide', () => form.reset(), { once: true });
      location.assign(answer.url);
      return;
    }
    sending = false;
    say();
    if (isTimeGone(form, answer)) {
      // The form's own page knows which times are free now, and keeps what was typed.
      form.submit();
      return;
    }
    if (answer?.code === 'repeated') begin(form);
    showProblems(form, problemsIn(answer));
    if (unsent) unsent.hidden = answer !== undefined;
  });
  // Back from the receipt, the form can be sent again.
  addEventListener('pageshow', () => {
    sending = false;
    say();
  });
}

/** The door's answer; undefined if it could not take the request for now. */
async function post(form: HTMLFormElement): Promise<Answer | undefined> {
  const deadline = new AbortController();
  const timer = setTimeout(() => deadline.abort(), DEADLINE_MS);
  try {
    const response = await fetch('/api/requests', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', 'Idempotency-Key': keyOf(form).value },
      body: JSON.stringify(submissionIn(typedInForm(form), form.dataset.request ?? '')),
      signal: deadline.signal,
    });
    return response.status >= 500 ? undefined : ((await response.json()) as Answer);
  } finally {
    clearTimeout(timer);
  }
}

function problemsIn(answer: Answer | undefined): readonly FieldProblem[] {
  if (!answer) return [];
  return answer.errors?.length ? answer.errors : [{ name: '', message: answer.title ?? '' }];
}

/** A time was chosen that is not to be had any more. */
const isTimeGone = (form: HTMLFormElement, answer: Answer | undefined): boolean =>
  form.querySelector('[data-slots] input:checked') !== null &&
  (answer?.errors ?? []).some(({ name }) => name === 'slot');

/** The key under which this form is one request; a form in a kept page gets its own here. */
const keyOf = (form: HTMLFormElement): HTMLInputElement =>
  hiddenControl(form, BESIDE.key) ?? setHidden(form, BESIDE.key, newKey());

/** What is sent from now on is another request. */
function begin(form: HTMLFormElement): void {
  setHidden(form, BESIDE.key, newKey());
  dropProof(form);
}

const newKey = (): string =>
  [...crypto.getRandomValues(new Uint8Array(16))]
    .map((byte) => byte.toString(16).padStart(2, '0'))
    .join('');
