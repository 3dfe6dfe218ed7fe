// @vitest-environment jsdom
import { expect, it } from 'vitest';
import { formSuite } from '#tests/helpers/form-suite.tsx';
import { showForm } from '#tests/helpers/shown-form.tsx';
import * as fixtures from './fixtures.ts';

formSuite('schedule-call', fixtures);

it('asks for the time that was chosen, whatever the words that led to the form', () => {
  const button = showForm('schedule-call').querySelector('button');
  expect(button?.textContent).toBe('Ask for this time');
});
