import { afterEach, beforeEach, expect, vi } from 'vitest';

/** Nothing may complain on the console: a test that means to provoke it says so with its own spy. */
beforeEach(() => {
  vi.spyOn(console, 'error').mockImplementation(() => {});
});

afterEach(() => {
  expect(vi.mocked(console.error).mock.calls).toEqual([]);
  vi.restoreAllMocks();
});
