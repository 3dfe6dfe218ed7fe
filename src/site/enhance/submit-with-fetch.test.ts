// @vitest-environment jsdom
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { fetchMock, jsonResponse, neverResponds, sentRequest } from '#tests/helpers/fetch-mock.ts';
import { findControl, renderForm } from '#tests/helpers/render-form.tsx';
import { submitWithFetch } from './submit-with-fetch.ts';

beforeEach(() => {
  fetchMock.mockReset();
  vi.stubGlobal('fetch', fetchMock);
});

const submit = async (form: HTMLFormElement) => {
  const event = new Event('submit', { cancelable: true });
  form.dispatchEvent(event);
  await new Promise((done) => setTimeout(done));
  return event;
};

const isVisible = (form: HTMLFormElement, attribute: string) =>
  form.querySelector<HTMLElement>(`[${attribute}]`)?.hidden === false;

test('posts the documented JSON with the idempotency key of the page', async () => {
  const form = renderForm('request-call');
  submitWithFetch(form);
  findControl(form, 'name').value = 'Ann';
  fetchMock.mockResolvedValue(jsonResponse(422, { errors: [] }));
  const { defaultPrevented } = await submit(form);
  expect(defaultPrevented).toBe(true);
  expect(sentRequest().key).toBe('a-key-of-this-rendering');
  expect(sentRequest().body).toEqual({
    callToAction: 'request-call',
    answers: { name: 'Ann', bestTime: 'any' },
    consent: { text: 'text-messages', version: 1, given: false },
    voicemail: false,
    receiptByMail: false,
    page: '/articles/a',
    locale: 'en',
    signals: { rendered: 'a-token-of-this-rendering' },
  });
});

test('shows validation errors in place', async () => {
  const form = renderForm('request-call');
  submitWithFetch(form);
  fetchMock.mockResolvedValue(
    jsonResponse(422, { errors: [{ name: 'phone', message: 'Enter a phone number' }] }),
  );
  await submit(form);
  expect(document.getElementById('request-call-phone-error')?.textContent).toBe(
    'Enter a phone number',
  );
  expect(isVisible(form, 'data-unsent')).toBe(false);
});

test('says that nothing was sent if the connection or the server is down', async () => {
  const form = renderForm('request-call');
  submitWithFetch(form);
  fetchMock.mockRejectedValueOnce(new TypeError('Failed to fetch'));
  await submit(form);
  expect(isVisible(form, 'data-unsent')).toBe(true);
  fetchMock.mockResolvedValueOnce(jsonResponse(503, {}));
  await submit(form);
  expect(isVisible(form, 'data-unsent')).toBe(true);
  fetchMock.mockResolvedValueOnce(new Response('<html>', { status: 200 }));
  await submit(form);
  expect(isVisible(form, 'data-unsent')).toBe(true);
  expect([0, 1, 2].map((call) => sentRequest(call).key)).toEqual(
    Array(3).fill('a-key-of-this-rendering'),
  );
});

describe('over a slow connection', () => {
  beforeEach(() => {
    vi.useFakeTimers();
    return () => vi.useRealTimers();
  });

  const statusOf = (form: HTMLFormElement) => form.querySelector('[role=status]')?.textContent;

  function startSending() {
    const form = renderForm('request-call');
    submitWithFetch(form);
    findControl(form, 'name').value = 'Ann';
    form.dispatchEvent(new Event('submit', { cancelable: true }));
    return form;
  }

  test('says after eight seconds that it is still sending, and that the input is safe', async () => {
    fetchMock.mockImplementation(neverResponds);
    const form = startSending();
    await vi.advanceTimersByTimeAsync(7_999);
    expect(statusOf(form)).toBe('Sending your request');
    await vi.advanceTimersByTimeAsync(1);
    expect(statusOf(form)).toMatch(/^Still sending: .* What you wrote is safe on this page\.$/);
    expect(isVisible(form, 'data-unsent')).toBe(false);
  });

  test('says after the timeout that nothing was sent, and keeps the input', async () => {
    fetchMock.mockImplementation(neverResponds);
    const form = startSending();
    await vi.advanceTimersByTimeAsync(30_000);
    expect(statusOf(form)).toBe('');
    expect(isVisible(form, 'data-unsent')).toBe(true);
    for (const line of ['tel:988', 'tel:911']) {
      expect(form.querySelector(`[data-unsent] a[href="${line}"]`)).not.toBeNull();
    }
    expect(findControl(form, 'name').value).toBe('Ann');
  });

  test('shows no status after a response', async () => {
    fetchMock.mockResolvedValue(jsonResponse(422, { errors: [] }));
    const form = startSending();
    await vi.advanceTimersByTimeAsync(8_000);
    expect(statusOf(form)).toBe('');
  });
});

test('ignores a second click while the first is being sent', async () => {
  const form = renderForm('request-call');
  submitWithFetch(form);
  fetchMock.mockReturnValue(new Promise(() => {}));
  await submit(form);
  await submit(form);
  expect(fetchMock).toHaveBeenCalledTimes(1);
});

test('clears the input after the submission is saved', async () => {
  const form = renderForm('request-call');
  submitWithFetch(form);
  findControl(form, 'name').value = 'Ann';
  const assign = vi.fn();
  vi.stubGlobal('location', { assign });
  fetchMock.mockResolvedValue(jsonResponse(201, { url: '/requests/received/x' }));
  await submit(form);
  expect(assign).toHaveBeenCalledWith('/requests/received/x');
  expect(findControl(form, 'name').value).toBe('Ann');
  window.dispatchEvent(new Event('pagehide'));
  expect(findControl(form, 'name').value).toBe('');
});

test('uses a new idempotency key after the code “repeated”', async () => {
  const form = renderForm('request-call');
  submitWithFetch(form);
  fetchMock.mockResolvedValue(
    jsonResponse(409, { code: 'repeated', title: 'You have already sent this.' }),
  );
  await submit(form);
  expect(form.querySelector('[data-errors] li')?.textContent).toBe('You have already sent this.');
  fetchMock.mockResolvedValue(jsonResponse(422, { errors: [] }));
  await submit(form);
  expect(sentRequest(1).key).toMatch(/^[0-9a-f]{32}$/);
});

test('does not intercept the first step of a form', async () => {
  const form = renderForm('request-call');
  form.dataset.firstStep = 'true';
  submitWithFetch(form);
  const { defaultPrevented } = await submit(form);
  expect(defaultPrevented).toBe(false);
  expect(fetchMock).not.toHaveBeenCalled();
});

describe('a time slot that is no longer free', () => {
  const slotGoneResponse = () =>
    jsonResponse(422, { errors: [{ name: 'slot', message: 'Choose another time.' }] });

  const renderWithSlots = () => {
    const form = renderForm('schedule-call');
    const submitted = vi.spyOn(form, 'submit').mockImplementation(() => {});
    submitWithFetch(form);
    fetchMock.mockResolvedValue(slotGoneResponse());
    return { form, submitted };
  };

  test('submits to the form’s own page, which shows the free slots and keeps the input', async () => {
    const { form, submitted } = renderWithSlots();
    const time = form.querySelector<HTMLInputElement>('[data-slots] input');
    if (time) time.checked = true;
    await submit(form);
    expect(submitted).toHaveBeenCalledOnce();
  });

  test('is reported in place if the visitor chose none', async () => {
    const { form, submitted } = renderWithSlots();
    await submit(form);
    expect(submitted).not.toHaveBeenCalled();
    expect(document.getElementById('schedule-call-slot-error')?.textContent).toBe(
      'Choose another time.',
    );
  });
});
