import fc from 'fast-check';
import type { Field, SanitizedConfig } from 'payload';
import type { Role } from '#domain/roles.ts';
import { COLLECTIONS, GLOBALS, type Permission } from '#tests/int/access/expectations.ts';
import { wrongFieldIn } from './bodies.ts';

/** A document of each collection to write to, with one of its versions. */
export type Existing = Record<string, { id: string; version?: string | undefined }>;

/** A write that this role may make, with one invalid value. */
export interface WrongWrite {
  role: Role;
  method: string;
  path: string;
  body: Record<string, unknown>;
  /** Field that the error has to name; undefined if the endpoint does not read the body. */
  names?: string;
  kind: string;
}

/** Upload fields that Payload sets from the file. */
const FILE_FIELDS = [
  'filename',
  'filesize',
  'mimeType',
  'width',
  'height',
  'url',
  'thumbnailURL',
  'sizes',
];
const isFileField = (field: Field): boolean =>
  'name' in field && FILE_FIELDS.includes(field.name ?? '');

const LOCALES = ['', '', '', 'locale=all'];

/** Generates writes to all collections and globals, each with one invalid value. */
export function wrongWrites(
  { collections, globals }: SanitizedConfig,
  existing: Existing,
  seed: number,
  count: number,
): WrongWrite[] {
  const toCollections = collections.flatMap(
    ({ slug, fields, upload, disableBulkEdit, disableDuplicate, versions }) => {
      const { id, version } = existing[slug] ?? {};
      const wrong = wrongFieldIn(upload ? fields.filter((field) => !isFileField(field)) : fields);
      if (!id || !wrong) return [];
      const may = (...operations: string[]): Role[] =>
        operations.flatMap((name) => rolesIn(COLLECTIONS[slug]?.[name]));
      const drafts = versions?.drafts;
      const writes: [method: string, path: string, roles: Role[], isRead?: false][] = [
        ['POST', '', may('create', 'create published')],
        ['PATCH', `/${id}`, may('update', 'change what is published')],
      ];
      if (!disableBulkEdit) {
        const bulk = may('update', 'change what is published');
        writes.push(['PATCH', `?where[id][equals]=${id}`, bulk]);
      }
      if (!disableDuplicate) writes.push(['POST', `/${id}/duplicate`, may('duplicate')]);
      if (drafts) {
        writes.push(
          ['POST', '?draft=true', may('create a draft')],
          ['PATCH', `/${id}?draft=true`, may('change a draft')],
          ['PATCH', `/${id}?draft=true&autosave=true`, may('change a draft')],
          ['PATCH', `?draft=true&where[id][equals]=${id}`, may('change a draft')],
        );
        // This endpoint does not read the body.
        if (version) writes.push(['POST', `/versions/${version}`, may('restore a version'), false]);
      }
      return writes
        .filter(([, , roles]) => roles.length > 0)
        .map(([method, path, roles, isRead]) =>
          write({ method, path: `/${slug}${path}`, roles, wrong, isRead }),
        );
    },
  );
  const toGlobals = globals.flatMap(({ slug, fields }) => {
    const wrong = wrongFieldIn(fields);
    const roles = rolesIn(GLOBALS[slug]?.update);
    return wrong ? [write({ method: 'POST', path: `/globals/${slug}`, roles, wrong })] : [];
  });
  return fc.sample(fc.oneof(...toCollections, ...toGlobals), { seed, numRuns: count });
}

interface WriteOptions {
  method: string;
  path: string;
  roles: Role[];
  wrong: NonNullable<ReturnType<typeof wrongFieldIn>>;
  isRead?: false | undefined;
}

const write = ({ method, path, roles, wrong, isRead }: WriteOptions): fc.Arbitrary<WrongWrite> =>
  fc
    .tuple(fc.constantFrom(...roles), fc.constantFrom(...LOCALES), wrong)
    .map(([role, locale, { name, value, kind }]) => ({
      role,
      method,
      path: locale ? `${path}${path.includes('?') ? '&' : '?'}${locale}` : path,
      body: { [name]: value },
      kind,
      ...(isRead !== false && { names: name }),
    }));

/** Returns the roles that may write to every document. */
const rolesIn = (may: readonly Permission[] = []): Role[] =>
  may.filter((role): role is Role => !role.endsWith('(own)'));

/** Returns what is wrong with the response to a wrong write, or undefined if it is right. */
export function describeWrongResponse(
  { role, method, path, kind, names }: WrongWrite,
  { status, body }: { status: number; body: unknown },
): string | undefined {
  const { errors = [] } = (body ?? {}) as {
    errors?: { data?: { errors?: { path: string }[] } }[];
  };
  const paths = errors.flatMap(({ data }) => data?.errors ?? []).map(({ path }) => path);
  const isNamed = paths.some((path) => path === names || path.startsWith(`${names}.`));
  const isRight = names === undefined ? status < 500 : status === 400 && isNamed;
  return isRight ? undefined : `${role} ${method} ${path} ${kind}: ${status} ${paths.join(', ')}`;
}
