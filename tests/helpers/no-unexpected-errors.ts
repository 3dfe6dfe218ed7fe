import { afterEach, beforeEach, expect, vi } from 'vitest';

/** Fails a test on any `console.error`. A test that expects one spies on it itself. */
beforeEach(() => {
  vi.spyOn(console, 'error').mockImplementation(() => {});
});

afterEach(() => {
  expect(vi.mocked(console.error).mock.calls).toEqual([]);
  vi.restoreAllMocks();
});
