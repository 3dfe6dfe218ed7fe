// @vitest-environment jsdom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { findControl, renderForm } from '#tests/helpers/render-form.tsx';
import { discardProof, startProofOfWork } from './proof-of-work.ts';

const SCRIPT = '/assets/proof-worker-X.js';

/** Replaces the browser's worker; a test calls `respond`. */
class FakeWorker extends EventTarget {
  static all: FakeWorker[] = [];
  isTerminated = false;
  script: string;

  constructor(script: string) {
    super();
    this.script = script;
    FakeWorker.all.push(this);
  }

  respond(data: unknown) {
    this.dispatchEvent(new MessageEvent('message', { data }));
  }

  terminate() {
    this.isTerminated = true;
  }
}

afterEach(() => vi.useRealTimers());

beforeEach(() => {
  FakeWorker.all = [];
  vi.stubGlobal('Worker', FakeWorker);
  vi.stubGlobal('isSecureContext', true);
});

const type = (form: HTMLFormElement) =>
  findControl(form, 'name').dispatchEvent(new Event('input', { bubbles: true }));

const proofIn = (form: HTMLFormElement) => new FormData(form).get('proof');

test('starts one worker at the first input, and adds its proof to the form', () => {
  const form = renderForm('request-call');
  startProofOfWork(form, SCRIPT);
  expect(FakeWorker.all).toHaveLength(0);
  type(form);
  type(form);
  const [worker, ...others] = FakeWorker.all;
  expect([worker?.script, others]).toEqual([SCRIPT, []]);
  expect(proofIn(form)).toBeNull();
  worker?.respond('a-proof');
  expect(proofIn(form)).toBe('a-proof');
  expect(worker?.isTerminated).toBe(true);
  type(form);
  expect(FakeWorker.all).toHaveLength(1);
});

test('does not retry after a worker fails, and leaves the form without a proof', () => {
  const form = renderForm('request-call');
  startProofOfWork(form, SCRIPT);
  type(form);
  FakeWorker.all[0]?.respond(undefined);
  type(form);
  expect(FakeWorker.all).toHaveLength(1);
  expect(proofIn(form)).toBeNull();
});

test('starts a new proof for a new submission, and when the old one expires', () => {
  const form = renderForm('request-call');
  startProofOfWork(form, SCRIPT);
  type(form);
  FakeWorker.all[0]?.respond('the-first');
  discardProof(form);
  expect(proofIn(form)).toBeNull();
  type(form);
  FakeWorker.all[1]?.respond('the-second');
  expect(proofIn(form)).toBe('the-second');
  vi.setSystemTime(Date.now() + 101 * 60_000);
  type(form);
  FakeWorker.all[2]?.respond('the-third');
  expect(new FormData(form).getAll('proof')).toEqual(['the-third']);
});

test.each([
  ['no script to do it', undefined, true],
  ['no TLS', SCRIPT, false],
])('starts no worker with %s', (_, script, secure) => {
  vi.stubGlobal('isSecureContext', secure);
  const form = renderForm('request-call');
  startProofOfWork(form, script);
  type(form);
  expect(FakeWorker.all).toHaveLength(0);
});
