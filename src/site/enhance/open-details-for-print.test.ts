// @vitest-environment jsdom
import { expect, test } from 'vitest';
import { openDetailsForPrint } from './open-details-for-print.ts';

const openStates = () => [...document.querySelectorAll('details')].map(({ open }) => open);

test('opens all details before printing', () => {
  document.body.innerHTML = '<details></details><details open></details>';
  openDetailsForPrint();
  expect(openStates()).toEqual([false, true]);
  dispatchEvent(new Event('beforeprint'));
  expect(openStates()).toEqual([true, true]);
});
