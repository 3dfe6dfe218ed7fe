import {
  type CollectionBeforeOperationHook,
  type Field,
  type GlobalBeforeOperationHook,
  type PayloadRequest,
  ValidationError,
} from 'payload';
import { beforeEveryOperation } from '#platform/plugins/before-every-operation.ts';
import { type FieldError, isPlainObject, type PlainObject } from './check-context.ts';
import { checkFields } from './fields.ts';

/** Arguments that Payload's write operations have in common. */
interface WriteArgs {
  id?: string;
  data?: unknown;
}

/**
 * Rejects a write whose values do not have the types of their fields. Payload and our hooks rely on these types, but
 * Payload does not validate drafts: with a list for a title, a hook would fail, or the list would be stored.
 * @throws ValidationError (400) naming the fields
 */
const checkCollection: CollectionBeforeOperationHook = async ({
  args,
  collection,
  operation,
  overrideAccess,
  req,
}) => {
  if (operation !== 'create' && operation !== 'update') return args;
  const { id, data } = args as WriteArgs;
  // Without permission to write, Payload answers 403; field errors would reveal more.
  const mayWrite =
    overrideAccess || (await collection.access[operation]({ req, id, data: data as PlainObject }));
  const errors = mayWrite ? findFieldErrors(collection.fields, data, req) : [];
  if (collection.auth && isPlainObject(data) && !isPassword(data.password)) {
    errors.push({ path: 'password', message: 'Enter text.' });
  }
  if (errors.length > 0) throw new ValidationError({ collection: collection.slug, errors, req });
  return args;
};

const isPassword = (value: unknown): boolean =>
  value === undefined || value === null || typeof value === 'string';

/** The same check for a global. */
const checkGlobal: GlobalBeforeOperationHook = async ({
  args,
  global,
  operation,
  overrideAccess,
  req,
}) => {
  if (operation !== 'update') return args;
  const { data } = args as WriteArgs;
  const mayWrite =
    overrideAccess || (await global.access.update({ req, data: data as PlainObject }));
  const errors = mayWrite ? findFieldErrors(global.fields, data, req) : [];
  if (errors.length > 0) throw new ValidationError({ global: global.slug, errors, req });
  return args;
};

function findFieldErrors(fields: Field[], data: unknown, req: PayloadRequest): FieldError[] {
  if (!isPlainObject(data)) return [];
  // Payload's name is `id`; the driver would read `_id` as the id of another document.
  if ('_id' in data) return [{ path: '_id', message: 'This cannot be changed.' }];
  const { localization } = req.payload.config;
  const isForAllLocales = String(req.locale) === 'all' || String(req.locale) === '*';
  const errors: FieldError[] = [];
  const locales = localization && isForAllLocales ? localization.localeCodes : undefined;
  checkFields(fields, data, { pathPrefix: '', errors, ...(locales && { locales }) });
  return errors;
}

/** Adds the check to every collection and global, before their other hooks. */
export const checkFieldTypes = beforeEveryOperation({
  collection: checkCollection,
  global: checkGlobal,
  position: 'first',
});
