// @vitest-environment jsdom
import { expect, test } from 'vitest';
import { control, showForm } from '#tests/helpers/shown-form.tsx';
import { showProblems } from './problems.ts';

const PROBLEMS = [
  { name: 'name', message: 'Enter your name' },
  { name: 'slot', message: 'Choose a time for the call' },
  { name: 'consent', message: 'Tick the box' },
  { name: '', message: 'Something else' },
];

/** What a reader meets of the problems, whoever put it there. */
const told = (form: HTMLFormElement) => ({
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

test('problems stand where the server would put them', () => {
  const byServer = told(showForm('schedule-call', { problems: PROBLEMS }));
  const form = showForm('schedule-call');
  showProblems(form, PROBLEMS);
  expect(told(form)).toEqual(byServer);
});

test('mended, nothing of them is left', () => {
  const before = told(showForm('schedule-call'));
  const form = showForm('schedule-call', { problems: PROBLEMS });
  showProblems(form, []);
  expect(told(form)).toEqual(before);
});

test('the summary gets the focus, and the title says so once', () => {
  document.title = 'Ask for a call';
  const form = showForm('schedule-call');
  showProblems(form, PROBLEMS);
  showProblems(form, PROBLEMS);
  expect(document.activeElement?.id).toBe('schedule-call-errors');
  expect(document.title).toBe('Error: Ask for a call');
  showProblems(form, []);
  expect(document.title).toBe('Ask for a call');
});

test('what was typed stays', () => {
  const form = showForm('schedule-call');
  control(form, 'name').value = 'Ann';
  showProblems(form, PROBLEMS);
  expect(control(form, 'name').value).toBe('Ann');
});
