// @vitest-environment jsdom
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { control, showForm } from '#tests/helpers/shown-form.tsx';
import { sendWithoutReload } from './send.ts';

const door = vi.fn<typeof fetch>();

beforeEach(() => {
  door.mockReset();
  vi.stubGlobal('fetch', door);
});

const answer = (status: number, body: object) => new Response(JSON.stringify(body), { status });

const submit = async (form: HTMLFormElement) => {
  const event = new Event('submit', { cancelable: true });
  form.dispatchEvent(event);
  await new Promise((done) => setTimeout(done));
  return event;
};

const shown = (form: HTMLFormElement, mark: string) =>
  form.querySelector<HTMLElement>(`[${mark}]`)?.hidden === false;

function sent(call = 0) {
  const [, init] = door.mock.calls[call] ?? [];
  return {
    body: JSON.parse(String(init?.body)),
    key: new Headers(init?.headers).get('idempotency-key'),
  };
}

test('sends what the JSON door documents, under the key of the rendering', async () => {
  const form = showForm('request-call');
  sendWithoutReload(form);
  control(form, 'name').value = 'Ann';
  door.mockResolvedValue(answer(422, { errors: [] }));
  const { defaultPrevented } = await submit(form);
  expect(defaultPrevented).toBe(true);
  expect(sent().key).toBe('a-key-of-this-rendering');
  expect(sent().body).toEqual({
    callToAction: 'request-call',
    answers: { name: 'Ann', bestTime: 'any' },
    consent: { text: 'text-messages', version: 1, given: false },
    voicemail: false,
    receiptByMail: false,
    page: '/articles/a',
    locale: 'en',
    signals: { rendered: 'a-stamp-of-this-rendering' },
  });
});

test('shows what has to be mended', async () => {
  const form = showForm('request-call');
  sendWithoutReload(form);
  door.mockResolvedValue(
    answer(422, { errors: [{ name: 'phone', message: 'Enter a phone number' }] }),
  );
  await submit(form);
  expect(document.getElementById('request-call-phone-error')?.textContent).toBe(
    'Enter a phone number',
  );
  expect(shown(form, 'data-unsent')).toBe(false);
});

test('says that nothing was sent when the connection is gone or the door is closed', async () => {
  const form = showForm('request-call');
  sendWithoutReload(form);
  door.mockRejectedValueOnce(new TypeError('Failed to fetch'));
  await submit(form);
  expect(shown(form, 'data-unsent')).toBe(true);
  door.mockResolvedValueOnce(answer(503, {}));
  await submit(form);
  expect(shown(form, 'data-unsent')).toBe(true);
  door.mockResolvedValueOnce(new Response('<html>', { status: 200 }));
  await submit(form);
  expect(shown(form, 'data-unsent')).toBe(true);
  expect([0, 1, 2].map((call) => sent(call).key)).toEqual(Array(3).fill('a-key-of-this-rendering'));
});

describe('over a slow connection', () => {
  beforeEach(() => {
    vi.useFakeTimers();
    return () => vi.useRealTimers();
  });

  /** A door that does not answer before the sender gives up. */
  const silent: typeof fetch = (_, init) =>
    new Promise((_, reject) => {
      init?.signal?.addEventListener('abort', () => reject(init.signal?.reason));
    });

  const words = (form: HTMLFormElement) => form.querySelector('[role=status]')?.textContent;

  function sending() {
    const form = showForm('request-call');
    sendWithoutReload(form);
    control(form, 'name').value = 'Ann';
    form.dispatchEvent(new Event('submit', { cancelable: true }));
    return form;
  }

  test('says after eight seconds that it goes on, and that nothing is lost', async () => {
    door.mockImplementation(silent);
    const form = sending();
    await vi.advanceTimersByTimeAsync(7_999);
    expect(words(form)).toBe('Sending your request');
    await vi.advanceTimersByTimeAsync(1);
    expect(words(form)).toMatch(/^Still sending: .* What you wrote is safe on this page\.$/);
    expect(shown(form, 'data-unsent')).toBe(false);
  });

  test('says in the end that it was not sent; what was typed stays', async () => {
    door.mockImplementation(silent);
    const form = sending();
    await vi.advanceTimersByTimeAsync(30_000);
    expect(words(form)).toBe('');
    expect(shown(form, 'data-unsent')).toBe(true);
    for (const line of ['tel:988', 'tel:911']) {
      expect(form.querySelector(`[data-unsent] a[href="${line}"]`)).not.toBeNull();
    }
    expect(control(form, 'name').value).toBe('Ann');
  });

  test('says nothing of it once there is an answer', async () => {
    door.mockResolvedValue(answer(422, { errors: [] }));
    const form = sending();
    await vi.advanceTimersByTimeAsync(8_000);
    expect(words(form)).toBe('');
  });
});

test('a second click while the first is under way sends nothing', async () => {
  const form = showForm('request-call');
  sendWithoutReload(form);
  door.mockReturnValue(new Promise(() => {}));
  await submit(form);
  await submit(form);
  expect(door).toHaveBeenCalledTimes(1);
});

test('what was taken is not left behind in the page', async () => {
  const form = showForm('request-call');
  sendWithoutReload(form);
  control(form, 'name').value = 'Ann';
  const assign = vi.fn();
  vi.stubGlobal('location', { assign });
  door.mockResolvedValue(answer(201, { url: '/requests/received/x' }));
  await submit(form);
  expect(assign).toHaveBeenCalledWith('/requests/received/x');
  expect(control(form, 'name').value).toBe('Ann');
  window.dispatchEvent(new Event('pagehide'));
  expect(control(form, 'name').value).toBe('');
});

test('another request gets another key', async () => {
  const form = showForm('request-call');
  sendWithoutReload(form);
  door.mockResolvedValue(answer(409, { code: 'repeated', title: 'You have already sent this.' }));
  await submit(form);
  expect(form.querySelector('[data-errors] li')?.textContent).toBe('You have already sent this.');
  door.mockResolvedValue(answer(422, { errors: [] }));
  await submit(form);
  expect(sent(1).key).toMatch(/^[0-9a-f]{32}$/);
});

test('the first step goes its own way', async () => {
  const form = showForm('request-call');
  form.dataset.firstStep = 'true';
  sendWithoutReload(form);
  const { defaultPrevented } = await submit(form);
  expect(defaultPrevented).toBe(false);
  expect(door).not.toHaveBeenCalled();
});

describe('a time that is not to be had any more', () => {
  const gone = () => answer(422, { errors: [{ name: 'slot', message: 'Choose another time.' }] });

  const shownWithTimes = () => {
    const form = showForm('schedule-call');
    const submitted = vi.spyOn(form, 'submit').mockImplementation(() => {});
    sendWithoutReload(form);
    door.mockResolvedValue(gone());
    return { form, submitted };
  };

  test('leads to the form’s own page, which knows the others and keeps what was typed', async () => {
    const { form, submitted } = shownWithTimes();
    const time = form.querySelector<HTMLInputElement>('[data-slots] input');
    if (time) time.checked = true;
    await submit(form);
    expect(submitted).toHaveBeenCalledOnce();
  });

  test('is said in place where none was chosen', async () => {
    const { form, submitted } = shownWithTimes();
    await submit(form);
    expect(submitted).not.toHaveBeenCalled();
    expect(document.getElementById('schedule-call-slot-error')?.textContent).toBe(
      'Choose another time.',
    );
  });
});
