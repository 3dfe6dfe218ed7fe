import type { FieldProblem } from '#domain/field-problem.ts';
import { META_FIELDS, toSubmissionPayload } from '#forms/form-values.ts';
import { findHiddenControl, setHiddenControl } from './hidden-control.ts';
import { discardProof } from './proof-of-work.ts';
import { readTyped } from './read-typed.ts';
import { showProblems } from './show-problems.ts';
import { clearTyped } from './typed-storage.ts';

/** After this time, the form says that it is still sending, so that visitors do not leave. */
const SLOW_MS = 8_000;

/** Longer than the server waits for a slow connection; after this time, the connection is lost. */
const DEADLINE_MS = 30_000;

/** The body of a response of `/api/requests`: a receipt, or problem details. */
interface SubmissionResponse {
  url?: string;
  code?: string;
  title?: string;
  errors?: FieldProblem[];
}

/** Submits a form as JSON, without a page load: the page and its input stay until there is a receipt. */
export function submitWithFetch(form: HTMLFormElement): void {
  // The first step leads to another page.
  if (form.dataset.firstStep !== undefined) return;
  const status = form.querySelector<HTMLElement>('[data-status]');
  const unsent = form.querySelector<HTMLElement>('[data-unsent]');
  const showStatus = (text = '') => {
    if (status) status.textContent = text;
  };
  let sending = false;
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    if (sending) return;
    sending = true;
    if (unsent) unsent.hidden = true;
    showStatus(status?.dataset.status);
    const slowTimer = setTimeout(() => showStatus(status?.dataset.slow), SLOW_MS);
    const response = await postSubmission(form).catch(() => undefined);
    clearTimeout(slowTimer);
    if (response?.url) {
      clearTyped();
      discardProof(form);
      // On a shared phone, Back must show an empty form, also if the browser blocks its storage.
      addEventListener('pagehide', () => form.reset(), { once: true });
      location.assign(response.url);
      return;
    }
    sending = false;
    showStatus();
    if (isSlotGone(form, response)) {
      // The form's own page shows the slots that are free now, and keeps the input.
      form.submit();
      return;
    }
    if (response?.code === 'repeated') startNewSubmission(form);
    showProblems(form, problemsOf(response));
    if (unsent) unsent.hidden = response !== undefined;
  });
  // After Back from the receipt, the form can be submitted again.
  addEventListener('pageshow', () => {
    sending = false;
    showStatus();
  });
}

/** Posts the submission; undefined if the server is unavailable. */
async function postSubmission(form: HTMLFormElement): Promise<SubmissionResponse | undefined> {
  const deadline = new AbortController();
  const timer = setTimeout(() => deadline.abort(), DEADLINE_MS);
  try {
    const response = await fetch('/api/requests', {
      method: 'POST',
      headers: {
        'Content-Type': 'application/json',
        'Idempotency-Key': idempotencyKeyControl(form).value,
      },
      body: JSON.stringify(toSubmissionPayload(readTyped(form), form.dataset.request ?? '')),
      signal: deadline.signal,
    });
    return response.status >= 500 ? undefined : ((await response.json()) as SubmissionResponse);
  } finally {
    clearTimeout(timer);
  }
}

function problemsOf(response: SubmissionResponse | undefined): readonly FieldProblem[] {
  if (!response) return [];
  return response.errors?.length ? response.errors : [{ name: '', message: response.title ?? '' }];
}

/** True if the visitor chose a time slot that is no longer free. */
const isSlotGone = (form: HTMLFormElement, response: SubmissionResponse | undefined): boolean =>
  form.querySelector('[data-slots] input:checked') !== null &&
  (response?.errors ?? []).some(({ name }) => name === 'slot');

/** The input with the idempotency key; a form in a cached page gets its key here. */
const idempotencyKeyControl = (form: HTMLFormElement): HTMLInputElement =>
  findHiddenControl(form, META_FIELDS.key) ??
  setHiddenControl(form, META_FIELDS.key, createIdempotencyKey());

/** Makes the next post of this form a new submission. */
function startNewSubmission(form: HTMLFormElement): void {
  setHiddenControl(form, META_FIELDS.key, createIdempotencyKey());
  discardProof(form);
}

const createIdempotencyKey = (): string =>
  [...crypto.getRandomValues(new Uint8Array(16))]
    .map((byte) => byte.toString(16).padStart(2, '0'))
    .join('');
