import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { PROXIED_PATHS } from './site-paths.ts';

it('Varnish proxies the same paths as the edge', () => {
  const vcl = readFileSync('deploy/varnish/default.vcl', 'utf8');
  const [, pattern = ''] = vcl.match(/req\.url ~ "\^\/\(([^)]+)\)\(\/\|\\\?\|\$\)"/) ?? [];
  const paths = pattern.replaceAll('\\', '').split('|');
  expect(paths.map((path) => `/${path}`).toSorted()).toEqual(PROXIED_PATHS.toSorted());
});
