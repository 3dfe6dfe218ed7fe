// @vitest-environment jsdom
import { expect, test } from 'vitest';
import { unfoldForPaper } from './unfold-for-paper.ts';

const open = () => [...document.querySelectorAll('details')].map((one) => one.open);

test('what is folded is open once it is printed', () => {
  document.body.innerHTML = '<details></details><details open></details>';
  unfoldForPaper();
  expect(open()).toEqual([false, true]);
  dispatchEvent(new Event('beforeprint'));
  expect(open()).toEqual([true, true]);
});
