import { expect, test } from 'vitest';
import { EXIT, isExitAddress } from './exit.ts';

const SITE = 'https://riverside.example';

test.each([EXIT.href, 'https://example.org', 'HTTPS://example.org/a?b#c'])(
  'may lead to %s',
  (href) => expect(isExitAddress(href, SITE)).toBe(true),
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
])('may not lead to “%s”', (href) => expect(isExitAddress(href, SITE)).toBe(false));
