import { expect, it } from 'vitest';
import { adminContentSecurityPolicy } from './admin-content-security-policy.ts';

it('allows nothing from third parties, and no inline script without the nonce', () => {
  const policy = adminContentSecurityPolicy('n0nce', true);
  expect(policy).toContain("script-src 'self' 'nonce-n0nce' 'strict-dynamic';");
  expect(policy).not.toContain('http');
  expect(policy).not.toContain('*');
  expect(policy).not.toContain('unsafe-eval');
  expect(policy.match(/unsafe-inline/g)).toHaveLength(1);
});
