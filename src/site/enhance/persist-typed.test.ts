// @vitest-environment jsdom
import { beforeEach, expect, test, vi } from 'vitest';
import { findControl, renderForm } from '#tests/helpers/render-form.tsx';
import { setHiddenControl } from './hidden-control.ts';
import { persistTyped } from './persist-typed.ts';
import { loadTyped } from './typed-storage.ts';

beforeEach(() => sessionStorage.clear());

const type = (form: HTMLFormElement, name: string, value: string) => {
  findControl(form, name).value = value;
  findControl(form, name).dispatchEvent(new Event('input', { bubbles: true }));
};

const tick = (form: HTMLFormElement, name: string) => {
  findControl(form, name).checked = true;
  findControl(form, name).dispatchEvent(new Event('change', { bubbles: true }));
};

function fillIn() {
  const form = renderForm('request-call', { idempotencyKey: 'the-first-key' });
  persistTyped(form);
  type(form, 'name', 'Ann');
  type(form, 'bestTime', 'evening');
  tick(form, 'voicemail');
  tick(form, 'consent');
}

test('restores input after a reload, with the same idempotency key', () => {
  fillIn();
  const form = renderForm('request-call', { idempotencyKey: 'the-second-key' });
  persistTyped(form);
  expect(findControl(form, 'name').value).toBe('Ann');
  expect(findControl(form, 'bestTime').value).toBe('evening');
  expect(findControl(form, 'voicemail').checked).toBe(true);
  expect(findControl(form, 'consent').checked).toBe(true);
  expect(findControl(form, 'key').value).toBe('the-first-key');
});

test('does not overwrite what was typed before the script loaded', () => {
  fillIn();
  const form = renderForm('request-call');
  findControl(form, 'name').value = 'Annette';
  findControl(form, 'bestTime').value = 'morning';
  persistTyped(form);
  expect(findControl(form, 'name').value).toBe('Annette');
  expect(findControl(form, 'bestTime').value).toBe('morning');
  expect(findControl(form, 'voicemail').checked).toBe(true);
});

test('does not restore into a page that responds to a post', () => {
  fillIn();
  const form = renderForm('request-call', { values: { phone: '12' } });
  persistTyped(form);
  expect(findControl(form, 'name').value).toBe('');
  expect(findControl(form, 'phone').value).toBe('12');
});

test('does not restore consent to another wording', () => {
  fillIn();
  const form = renderForm('request-call');
  findControl(form, 'consentVersion').value = '2';
  persistTyped(form);
  expect(findControl(form, 'consent').checked).toBe(false);
});

test('keeps the first rendered-at token after a reload', () => {
  const first = renderForm('request-call', { renderedAtToken: 'the-first-token' });
  persistTyped(first);
  type(first, 'name', 'Ann');
  const form = renderForm('request-call', { renderedAtToken: 'the-second-token' });
  persistTyped(form);
  expect(findControl(form, 'rendered').value).toBe('the-first-token');
});

test('stores neither the honeypot nor the proof of work', () => {
  const form = renderForm('request-call');
  persistTyped(form);
  setHiddenControl(form, 'proof', 'a-proof');
  type(form, 'website', 'https://x.example');
  type(form, 'name', 'Ann');
  expect(loadTyped('request-call')).toMatchObject({ name: 'Ann' });
  expect(JSON.stringify(loadTyped('request-call'))).not.toMatch(/website|proof|x\.example/);
});

test('stores the input of each form separately', () => {
  fillIn();
  const form = renderForm('let-us-help');
  persistTyped(form);
  expect(findControl(form, 'name').value).toBe('');
  expect(loadTyped('let-us-help')).toBeUndefined();
});

test('resets the form when the page is left, and restores it from the storage after Back', () => {
  fillIn();
  const form = document.querySelector('form') as HTMLFormElement;
  window.dispatchEvent(new Event('pagehide'));
  expect(findControl(form, 'name').value).toBe('');
  window.dispatchEvent(Object.assign(new Event('pageshow'), { persisted: true }));
  expect(findControl(form, 'name').value).toBe('Ann');
  window.dispatchEvent(new Event('pagehide'));
  sessionStorage.clear();
  window.dispatchEvent(Object.assign(new Event('pageshow'), { persisted: true }));
  expect(findControl(form, 'name').value).toBe('');
});

test('leaves input in the page if the browser cannot store it', () => {
  vi.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
    throw new DOMException('full');
  });
  fillIn();
  window.dispatchEvent(new Event('pagehide'));
  const form = document.querySelector('form') as HTMLFormElement;
  expect(findControl(form, 'name').value).toBe('Ann');
});
