import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';
import { rootPath } from '#platform/process/root.ts';
import { createSbom, type LockFile } from './sbom.ts';

const lock: LockFile = JSON.parse(await readFile(rootPath('package-lock.json'), 'utf8'));
const locked = Object.entries(lock.packages).filter(([location]) => location !== '');
const nameAt = (location: string) => location.split('node_modules/').at(-1);

it('finds a hash and no download address for every package of the lock file', () => {
  expect(locked.length).toBeGreaterThan(500);
  const withoutHash = locked.filter(
    ([, { integrity }]) => !/^sha512-[\w+/]{86}==$/.test(integrity ?? ''),
  );
  expect(withoutHash.map(([location]) => location)).toEqual([]);
  expect(locked.filter(([, entry]) => 'resolved' in entry)).toEqual([]);
});

it('lists every package of the lock file with its hash', async () => {
  const { stdout } = await promisify(execFile)(
    process.execPath,
    [rootPath('src/server/sbom/run.ts')],
    {
      maxBuffer: 16 * 1024 * 1024,
    },
  );
  const sbom: ReturnType<typeof createSbom> = JSON.parse(stdout);
  expect(sbom).toMatchObject({ bomFormat: 'CycloneDX', specVersion: '1.6' });
  const listed = new Map(
    sbom.components.map(({ group, name, version, hashes }) => [
      `${group ? `${group}/` : ''}${name}@${version}`,
      hashes[0]?.content,
    ]),
  );
  for (const [location, { version, integrity = '' }] of locked) {
    const hash = Buffer.from(integrity.replace('sha512-', ''), 'base64').toString('hex');
    expect([location, listed.get(`${nameAt(location)}@${version}`)]).toEqual([location, hash]);
  }
  const refs = new Set(sbom.components.map((component) => component['bom-ref']));
  expect(refs.size).toBe(sbom.components.length);
  const referenced = sbom.dependencies.flatMap(({ dependsOn }) => dependsOn);
  expect(referenced.filter((ref) => !refs.has(ref))).toEqual([]);
});

it('tells runtime from development packages and lists the dependencies of each', () => {
  const hashed = { version: '1.0.0', integrity: 'sha512-AAAA' };
  const { components, dependencies } = createSbom({
    name: 'product',
    version: '2.0.0',
    packages: {
      '': { version: '2.0.0', dependencies: { a: '*' } },
      'node_modules/a': { ...hashed, license: 'MIT', dependencies: { '@s/b': '*' } },
      'node_modules/@s/b': { ...hashed, version: '1.0.1' },
      'node_modules/a/node_modules/@s/b': { ...hashed, version: '1.0.2', dependencies: { c: '*' } },
      'node_modules/c': { ...hashed, optional: true },
      'node_modules/d': { ...hashed, dev: true },
      'node_modules/node': { ...hashed, dev: true },
    },
  });
  expect(components.map(({ purl, scope }) => `${purl} ${scope}`)).toEqual([
    'pkg:npm/a@1.0.0 required',
    'pkg:npm/%40s/b@1.0.1 required',
    'pkg:npm/%40s/b@1.0.2 required',
    'pkg:npm/c@1.0.0 optional',
    'pkg:npm/d@1.0.0 excluded',
    'pkg:npm/node@1.0.0 required',
  ]);
  expect(components[0]).toMatchObject({
    hashes: [{ alg: 'SHA-512', content: '000000' }],
    licenses: [{ expression: 'MIT' }],
  });
  expect(Object.fromEntries(dependencies.map(({ ref, dependsOn }) => [ref, dependsOn]))).toEqual({
    'pkg:npm/product@2.0.0': ['pkg:npm/a@1.0.0'],
    'pkg:npm/a@1.0.0': ['pkg:npm/%40s/b@1.0.2'],
    'pkg:npm/%40s/b@1.0.1': [],
    'pkg:npm/%40s/b@1.0.2': ['pkg:npm/c@1.0.0'],
    'pkg:npm/c@1.0.0': [],
    'pkg:npm/d@1.0.0': [],
    'pkg:npm/node@1.0.0': [],
  });
});
