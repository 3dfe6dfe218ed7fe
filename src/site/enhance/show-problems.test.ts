// @vitest-environment jsdom
import { expect, test } from 'vitest';
import { findControl, renderForm } from '#tests/helpers/render-form.tsx';
import { showProblems } from './show-problems.ts';

const PROBLEMS = [
  { name: 'name', message: 'Enter your name' },
  { name: 'slot', message: 'Choose a time for the call' },
  { name: 'consent', message: 'Tick the box' },
  { name: '', message: 'Something else' },
];

/** All markup that depends on the problems of a form. */
const errorMarkup = (form: HTMLFormElement) => ({
  summary: [...form.querySelectorAll('[data-errors] li')].map((line) => line.innerHTML),
  hidden: form.querySelector<HTMLElement>('[data-errors]')?.hidden,
  inline: [...form.querySelectorAll<HTMLElement>('[data-error-for]')].map(
    ({ textContent, hidden }) => [textContent, hidden],
  ),
  controls: [...form.querySelectorAll('[aria-describedby], [aria-invalid]')].map((element) => [
    element.id || element.tagName,
    element.getAttribute('aria-describedby'),
    element.getAttribute('aria-invalid'),
  ]),
});

test('produces the same markup as the server', () => {
  const serverMarkup = errorMarkup(renderForm('schedule-call', { problems: PROBLEMS }));
  const form = renderForm('schedule-call');
  showProblems(form, PROBLEMS);
  expect(errorMarkup(form)).toEqual(serverMarkup);
});

test('removes all messages after a correction', () => {
  const before = errorMarkup(renderForm('schedule-call'));
  const form = renderForm('schedule-call', { problems: PROBLEMS });
  showProblems(form, []);
  expect(errorMarkup(form)).toEqual(before);
});

test('moves the focus to the summary, and prefixes the title once', () => {
  document.title = 'Ask for a call';
  const form = renderForm('schedule-call');
  showProblems(form, PROBLEMS);
  showProblems(form, PROBLEMS);
  expect(document.activeElement?.id).toBe('schedule-call-errors');
  expect(document.title).toBe('Error: Ask for a call');
  showProblems(form, []);
  expect(document.title).toBe('Ask for a call');
});

test('keeps the input', () => {
  const form = renderForm('schedule-call');
  findControl(form, 'name').value = 'Ann';
  showProblems(form, PROBLEMS);
  expect(findControl(form, 'name').value).toBe('Ann');
});
