/** An entry of the lock file: a package at its location below `node_modules`. */
interface LockedPackage {
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
  packages: Record<string, LockedPackage>;
}

const NODE_MODULES = 'node_modules/';

/** The package `node` is a development dependency, but the product runs on it. */
const RUNTIME = 'node';

/**
 * Creates the bill of materials of a lock file (CycloneDX 1.6): each package with its hash, and the dependencies
 * between them. The same lock file always gives the same result.
 */
export function createSbom({ name, version, packages }: LockFile) {
  const locations = Object.entries(packages).filter(([location]) => location !== '');
  // The same package can be at several locations.
  const components = new Map(
    locations.map(([location, locked]) => [
      purlOf(location, locked),
      componentOf(location, locked),
    ]),
  );
  const product = `pkg:npm/${name}@${version}`;
  const dependencies = new Map<string, Set<string>>();
  for (const [location, locked] of Object.entries(packages)) {
    const ref = location === '' ? product : purlOf(location, locked);
    const dependsOn = dependencies.get(ref) ?? new Set<string>();
    dependencies.set(ref, dependsOn);
    for (const dependency of dependencyNamesOf(locked, location === '')) {
      const at = resolveDependency(location, dependency, packages);
      if (at !== undefined) dependsOn.add(purlOf(at, packages[at] as LockedPackage));
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
    dependencies: [...dependencies].map(([ref, dependsOn]) => ({ ref, dependsOn: [...dependsOn] })),
  };
}

const nameAt = (location: string): string =>
  location.slice(location.lastIndexOf(NODE_MODULES) + NODE_MODULES.length);

const purlOf = (location: string, { version }: LockedPackage): string =>
  `pkg:npm/${nameAt(location).replace('@', '%40')}@${version}`;

function componentOf(location: string, locked: LockedPackage) {
  const [name = '', group] = nameAt(location).split('/').reverse();
  const purl = purlOf(location, locked);
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

/** Returns the CycloneDX scope; `excluded` means development only. */
function scopeOf(name: string, { dev, optional, devOptional }: LockedPackage) {
  if (dev && name !== RUNTIME) return 'excluded';
  return optional || devOptional ? 'optional' : 'required';
}

/** Converts a Subresource Integrity hash (`sha512-` and Base64) to CycloneDX's form. */
function hashOf(integrity: string) {
  const [algorithm = '', content = ''] = integrity.split('-', 2);
  return {
    alg: algorithm.toUpperCase().replace('SHA', 'SHA-'),
    content: Buffer.from(content, 'base64').toString('hex'),
  };
}

const dependencyNamesOf = (
  locked: LockedPackage & { devDependencies?: Record<string, string> },
  isProduct: boolean,
) =>
  Object.keys({
    ...locked.dependencies,
    ...locked.optionalDependencies,
    ...locked.peerDependencies,
    ...(isProduct && locked.devDependencies),
  });

/** Returns the location at which Node finds a package from another one: the nearest `node_modules` outwards. */
function resolveDependency(
  location: string,
  name: string,
  packages: LockFile['packages'],
): string | undefined {
  for (
    let from = location;
    ;
    from = from.slice(0, Math.max(0, from.lastIndexOf(`/${NODE_MODULES}`)))
  ) {
    const at = `${from && `${from}/`}${NODE_MODULES}${name}`;
    if (at in packages) return at;
    if (from === '') return undefined;
  }
}
