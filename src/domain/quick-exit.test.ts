import { expect, test } from 'vitest';
import { DEFAULT_QUICK_EXIT, isQuickExitHref } from './quick-exit.ts';

const SITE = 'https://riverside.example';

test.each([DEFAULT_QUICK_EXIT.href, 'https://example.org', 'HTTPS://example.org/a?b#c'])(
  'accepts %s',
  (href) => expect(isQuickExitHref(href, SITE)).toBe(true),
);

test.each([
  '',
  'http://example.org/',
  'https:example.org',
  'https://',
  '//example.org',
  '/articles',
  'weather.gov',
  'javascript:alert(1)',
  ' https://example.org/',
  'https://user:pw@example.org/',
  'https://weather.gov@example.org/',
  'https://:pw@example.org/',
  'https://riverside.example/articles',
  'https://RIVERSIDE.example',
])('rejects “%s”', (href) => expect(isQuickExitHref(href, SITE)).toBe(false));
