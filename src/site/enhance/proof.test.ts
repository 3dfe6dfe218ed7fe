// @vitest-environment jsdom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { control, showForm } from '#tests/helpers/shown-form.tsx';
import { dropProof, proveWork } from './proof.ts';

const SCRIPT = '/assets/proof-worker-X.js';

/** What the browser would start; a test says what it answers. */
class StartedWorker extends EventTarget {
  static all: StartedWorker[] = [];
  ended = false;
  script: string;

  constructor(script: string) {
    super();
    this.script = script;
    StartedWorker.all.push(this);
  }

  answer(data: unknown) {
    this.dispatchEvent(new MessageEvent('message', { data }));
  }

  terminate() {
    this.ended = true;
  }
}

afterEach(() => vi.useRealTimers());

beforeEach(() => {
  StartedWorker.all = [];
  vi.stubGlobal('Worker', StartedWorker);
  vi.stubGlobal('isSecureContext', true);
});

const type = (form: HTMLFormElement) =>
  control(form, 'name').dispatchEvent(new Event('input', { bubbles: true }));

const proofIn = (form: HTMLFormElement) => new FormData(form).get('proof');

test('the work begins with the first sign typed, once, and its proof is sent along', () => {
  const form = showForm('request-call');
  proveWork(form, SCRIPT);
  expect(StartedWorker.all).toHaveLength(0);
  type(form);
  type(form);
  const [worker, ...others] = StartedWorker.all;
  expect([worker?.script, others]).toEqual([SCRIPT, []]);
  expect(proofIn(form)).toBeNull();
  worker?.answer('a-proof');
  expect(proofIn(form)).toBe('a-proof');
  expect(worker?.ended).toBe(true);
  type(form);
  expect(StartedWorker.all).toHaveLength(1);
});

test('work that comes to nothing is not done again, and stands in nobody’s way', () => {
  const form = showForm('request-call');
  proveWork(form, SCRIPT);
  type(form);
  StartedWorker.all[0]?.answer(undefined);
  type(form);
  expect(StartedWorker.all).toHaveLength(1);
  expect(proofIn(form)).toBeNull();
});

test('another request needs another proof, and so does one that is typed for hours', () => {
  const form = showForm('request-call');
  proveWork(form, SCRIPT);
  type(form);
  StartedWorker.all[0]?.answer('the-first');
  dropProof(form);
  expect(proofIn(form)).toBeNull();
  type(form);
  StartedWorker.all[1]?.answer('the-second');
  expect(proofIn(form)).toBe('the-second');
  vi.setSystemTime(Date.now() + 101 * 60_000);
  type(form);
  StartedWorker.all[2]?.answer('the-third');
  expect(new FormData(form).getAll('proof')).toEqual(['the-third']);
});

test.each([
  ['no script to do it', undefined, true],
  ['no TLS', SCRIPT, false],
])('with %s nothing is begun', (_, script, secure) => {
  vi.stubGlobal('isSecureContext', secure);
  const form = showForm('request-call');
  proveWork(form, script);
  type(form);
  expect(StartedWorker.all).toHaveLength(0);
});
