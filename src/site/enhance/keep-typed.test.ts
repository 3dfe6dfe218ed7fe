// @vitest-environment jsdom
import { beforeEach, expect, test, vi } from 'vitest';
import { control, showForm } from '#tests/helpers/shown-form.tsx';
import { setHidden } from './hidden-control.ts';
import { keepTyped } from './keep-typed.ts';
import { kept } from './kept.ts';

beforeEach(() => sessionStorage.clear());

const type = (form: HTMLFormElement, name: string, value: string) => {
  control(form, name).value = value;
  control(form, name).dispatchEvent(new Event('input', { bubbles: true }));
};

const tick = (form: HTMLFormElement, name: string) => {
  control(form, name).checked = true;
  control(form, name).dispatchEvent(new Event('change', { bubbles: true }));
};

function filledIn() {
  const form = showForm('request-call', { key: 'the-first-key' });
  keepTyped(form);
  type(form, 'name', 'Ann');
  type(form, 'bestTime', 'evening');
  tick(form, 'voicemail');
  tick(form, 'consent');
}

test('what was typed comes back after a reload, under the same key', () => {
  filledIn();
  const form = showForm('request-call', { key: 'the-second-key' });
  keepTyped(form);
  expect(control(form, 'name').value).toBe('Ann');
  expect(control(form, 'bestTime').value).toBe('evening');
  expect(control(form, 'voicemail').checked).toBe(true);
  expect(control(form, 'consent').checked).toBe(true);
  expect(control(form, 'key').value).toBe('the-first-key');
});

test('what has been typed before the script came is not touched', () => {
  filledIn();
  const form = showForm('request-call');
  control(form, 'name').value = 'Annette';
  control(form, 'bestTime').value = 'morning';
  keepTyped(form);
  expect(control(form, 'name').value).toBe('Annette');
  expect(control(form, 'bestTime').value).toBe('morning');
  expect(control(form, 'voicemail').checked).toBe(true);
});

test('a page that answers to a post has newer text than the store', () => {
  filledIn();
  const form = showForm('request-call', { typed: { phone: '12' } });
  keepTyped(form);
  expect(control(form, 'name').value).toBe('');
  expect(control(form, 'phone').value).toBe('12');
});

test('a tick beside other words has to be set again', () => {
  filledIn();
  const form = showForm('request-call');
  control(form, 'consentVersion').value = '2';
  keepTyped(form);
  expect(control(form, 'consent').checked).toBe(false);
});

test('a reload does not open a form anew: its stamp stays the first one', () => {
  const first = showForm('request-call', { rendered: 'the-first-stamp' });
  keepTyped(first);
  type(first, 'name', 'Ann');
  const form = showForm('request-call', { rendered: 'the-second-stamp' });
  keepTyped(form);
  expect(control(form, 'rendered').value).toBe('the-first-stamp');
});

test('neither the box that nobody meets nor a proof is kept', () => {
  const form = showForm('request-call');
  keepTyped(form);
  setHidden(form, 'proof', 'a-proof');
  type(form, 'website', 'https://x.example');
  type(form, 'name', 'Ann');
  expect(kept('request-call')).toMatchObject({ name: 'Ann' });
  expect(JSON.stringify(kept('request-call'))).not.toMatch(/website|proof|x\.example/);
});

test('forms do not share what was typed', () => {
  filledIn();
  const form = showForm('let-us-help');
  keepTyped(form);
  expect(control(form, 'name').value).toBe('');
  expect(kept('let-us-help')).toBeUndefined();
});

test('a page that is left keeps nothing itself; who goes back to it whole finds what is in the store', () => {
  filledIn();
  const form = document.querySelector('form') as HTMLFormElement;
  window.dispatchEvent(new Event('pagehide'));
  expect(control(form, 'name').value).toBe('');
  window.dispatchEvent(Object.assign(new Event('pageshow'), { persisted: true }));
  expect(control(form, 'name').value).toBe('Ann');
  window.dispatchEvent(new Event('pagehide'));
  sessionStorage.clear();
  window.dispatchEvent(Object.assign(new Event('pageshow'), { persisted: true }));
  expect(control(form, 'name').value).toBe('');
});

test('what the browser has no room for stays in the page', () => {
  vi.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
    throw new DOMException('full');
  });
  filledIn();
  window.dispatchEvent(new Event('pagehide'));
  const form = document.querySelector('form') as HTMLFormElement;
  expect(control(form, 'name').value).toBe('Ann');
});
