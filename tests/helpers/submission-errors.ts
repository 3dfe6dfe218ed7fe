import { expect } from 'vitest';
import { CRISIS_LINES } from '#domain/crisis-lines.ts';
import { htmlErrors } from './html-errors.ts';
import type { PostResponse } from './post-submission.ts';

/**
 * Expects an error page with the crisis lines.
 * @param echoed what the page repeats of the rejected form
 */
export async function expectErrorPage(
  { headers, body }: PostResponse,
  echoed: string | undefined,
): Promise<void> {
  expect(headers.get('content-type')).toContain('text/html');
  expect(headers.get('cache-control')).toContain('no-store');
  for (const { tel } of CRISIS_LINES) expect(body).toContain(`href="tel:${tel}"`);
  if (echoed) expect(body).toContain(echoed);
  expect(body).not.toContain('<i>O’Hara');
  expect(await htmlErrors(body)).toEqual([]);
}

/** Expects problem details with this code, and the crisis lines. */
export function expectProblem({ status, headers, body }: PostResponse, code: string): void {
  expect(headers.get('content-type')).toBe('application/problem+json; charset=utf-8');
  expect(headers.get('cache-control')).toContain('no-store');
  expect(JSON.parse(body)).toEqual({
    type: `/api/openapi.json#${code}`,
    title: expect.any(String),
    status,
    code,
    errors: expect.any(Array),
    crisisLines: CRISIS_LINES.map(({ name, number }) => ({ name, number })),
  });
}
