import fc from 'fast-check';
import type { Field, SanitizedConfig } from 'payload';
import type { Role } from '#domain/roles.ts';
import { COLLECTIONS, GLOBALS, type May } from '#tests/int/access/expectations.ts';
import { fieldWrong } from './bodies.ts';

/** A document of each collection to write to, and one of its versions. */
export type Existing = Record<string, { id: string; version?: string | undefined }>;

/** Something that a colleague may write, but for one value. */
export interface WrongWrite {
  role: Role;
  method: string;
  path: string;
  body: Record<string, unknown>;
  /** The field that the answer has to name; none where the body is not read. */
  names?: string;
  kind: string;
}

/** Payload takes these from the file, whatever is sent. */
const OF_FILES = [
  'filename',
  'filesize',
  'mimeType',
  'width',
  'height',
  'url',
  'thumbnailURL',
  'sizes',
];
const isOfFile = (field: Field): boolean => 'name' in field && OF_FILES.includes(field.name ?? '');

const LOCALES = ['', '', '', 'locale=all'];

/** Bodies made of the configuration, each with one value that its field cannot hold. */
export function wrongWrites(
  { collections, globals }: SanitizedConfig,
  existing: Existing,
  seed: number,
  count: number,
): WrongWrite[] {
  const toCollections = collections.flatMap(
    ({ slug, fields, upload, disableBulkEdit, disableDuplicate, versions }) => {
      const { id, version } = existing[slug] ?? {};
      const wrong = fieldWrong(upload ? fields.filter((field) => !isOfFile(field)) : fields);
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
        // Payload reads no body there.
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
    const wrong = fieldWrong(fields);
    const roles = rolesIn(GLOBALS[slug]?.update);
    return wrong ? [write({ method: 'POST', path: `/globals/${slug}`, roles, wrong })] : [];
  });
  return fc.sample(fc.oneof(...toCollections, ...toGlobals), { seed, numRuns: count });
}

interface Writing {
  method: string;
  path: string;
  roles: Role[];
  wrong: NonNullable<ReturnType<typeof fieldWrong>>;
  isRead?: false | undefined;
}

const write = ({ method, path, roles, wrong, isRead }: Writing): fc.Arbitrary<WrongWrite> =>
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

/** Those who may write to every document. */
const rolesIn = (may: readonly May[] = []): Role[] =>
  may.filter((one): one is Role => !one.endsWith('(own)'));

/** What is wrong with an answer to a wrong write, or nothing. */
export function wrongAnswer(
  { role, method, path, kind, names }: WrongWrite,
  { status, body }: { status: number; body: unknown },
): string | undefined {
  const { errors = [] } = (body ?? {}) as {
    errors?: { data?: { errors?: { path: string }[] } }[];
  };
  const paths = errors.flatMap(({ data }) => data?.errors ?? []).map((one) => one.path);
  const isNamed = paths.some((one) => one === names || one.startsWith(`${names}.`));
  const isRight = names === undefined ? status < 500 : status === 400 && isNamed;
  return isRight ? undefined : `${role} ${method} ${path} ${kind}: ${status} ${paths.join(', ')}`;
}
