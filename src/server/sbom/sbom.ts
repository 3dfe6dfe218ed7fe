/** An entry of the lock file: a package at its place below `node_modules`. */
interface Locked {
  version: string;
  integrity?: string;
  license?: string;
  dev?: boolean;
  optional?: boolean;
  devOptional?: boolean;
  dependencies?: Record<string, string>;
  optionalDependencies?: Record<string, string>;
  peerDependencies?: Record<string, string>;
}

/** The lock file of npm (version 3); the entry '' is the product itself. */
export interface LockFile {
  name: string;
  version: string;
  packages: Record<string, Locked>;
}

const PLACE = 'node_modules/';

/** Node runs the product, though it is there for development, too. */
const RUNTIME = 'node';

/**
 * The bill of materials of a lock file (CycloneDX 1.6): each package with its hash, and what needs it. The same
 * lock file always has the same one.
 */
export function sbomOf({ name, version, packages }: LockFile) {
  const places = Object.entries(packages).filter(([place]) => place !== '');
  // One package can lie in several places.
  const components = new Map(
    places.map(([place, locked]) => [purlOf(place, locked), componentOf(place, locked)]),
  );
  const product = `pkg:npm/${name}@${version}`;
  const needs = new Map<string, Set<string>>();
  for (const [place, locked] of Object.entries(packages)) {
    const ref = place === '' ? product : purlOf(place, locked);
    const known = needs.get(ref) ?? new Set<string>();
    needs.set(ref, known);
    for (const needed of namesIn(locked, place === '')) {
      const at = foundFrom(place, needed, packages);
      if (at !== undefined) known.add(purlOf(at, packages[at] as Locked));
    }
  }
  return {
    $schema: 'http://cyclonedx.org/schema/bom-1.6.schema.json',
    bomFormat: 'CycloneDX',
    specVersion: '1.6',
    version: 1,
    metadata: {
      component: { type: 'application', 'bom-ref': product, name, version, purl: product },
    },
    components: [...components.values()],
    dependencies: [...needs].map(([ref, dependsOn]) => ({ ref, dependsOn: [...dependsOn] })),
  };
}

const nameAt = (place: string): string => place.slice(place.lastIndexOf(PLACE) + PLACE.length);

const purlOf = (place: string, { version }: Locked): string =>
  `pkg:npm/${nameAt(place).replace('@', '%40')}@${version}`;

function componentOf(place: string, locked: Locked) {
  const [name = '', group] = nameAt(place).split('/').reverse();
  const purl = purlOf(place, locked);
  return {
    type: 'library',
    'bom-ref': purl,
    ...(group && { group }),
    name,
    version: locked.version,
    scope: scopeOf(name, locked),
    purl,
    hashes: (locked.integrity ?? '').split(' ').filter(Boolean).map(hashOf),
    ...(locked.license && { licenses: [{ expression: locked.license }] }),
  };
}

/** Whether the running product has it; `excluded` is for development alone. */
function scopeOf(name: string, { dev, optional, devOptional }: Locked) {
  if (dev && name !== RUNTIME) return 'excluded';
  return optional || devOptional ? 'optional' : 'required';
}

/** Of Subresource Integrity, `sha512-` and Base64, as CycloneDX has it. */
function hashOf(integrity: string) {
  const [algorithm = '', content = ''] = integrity.split('-', 2);
  return {
    alg: algorithm.toUpperCase().replace('SHA', 'SHA-'),
    content: Buffer.from(content, 'base64').toString('hex'),
  };
}

const namesIn = (
  locked: Locked & { devDependencies?: Record<string, string> },
  isProduct: boolean,
) =>
  Object.keys({
    ...locked.dependencies,
    ...locked.optionalDependencies,
    ...locked.peerDependencies,
    ...(isProduct && locked.devDependencies),
  });

/** Where Node finds a package from a place: the nearest one outwards. */
function foundFrom(
  place: string,
  name: string,
  packages: LockFile['packages'],
): string | undefined {
  for (let from = place; ; from = from.slice(0, Math.max(0, from.lastIndexOf(`/${PLACE}`)))) {
    const at = `${from && `${from}/`}${PLACE}${name}`;
    if (at in packages) return at;
    if (from === '') return undefined;
  }
}
