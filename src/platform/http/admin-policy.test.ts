import { expect, it } from 'vitest';
import { adminPolicy } from './admin-policy.ts';

it('the admin loads nothing of anybody else, and runs no script that is written into a page', () => {
  const policy = adminPolicy('n0nce', true);
  expect(policy).toContain("script-src 'self' 'nonce-n0nce' 'strict-dynamic';");
  expect(policy).not.toContain('http');
  expect(policy).not.toContain('*');
  expect(policy).not.toContain('unsafe-eval');
  expect(policy.match(/unsafe-inline/g)).toHaveLength(1);
});
