// @vitest-environment jsdom
import { expect, test } from 'vitest';
import { unfoldForPaper } from './unfold-for-paper.ts';

const open = () => [...document.querySelectorAll('details')].map((one) => one.open);

test('what is folded is open for the time of printing; what the reader opened stays open', () => {
  document.body.innerHTML = '<details></details><details open></details><details></details>';
  unfoldForPaper();
  dispatchEvent(new Event('beforeprint'));
  expect(open()).toEqual([true, true, true]);
  dispatchEvent(new Event('afterprint'));
  expect(open()).toEqual([false, true, false]);
});
