import {
  type CollectionBeforeOperationHook,
  type Field,
  type GlobalBeforeOperationHook,
  type PayloadRequest,
  type Plugin,
  ValidationError,
} from 'payload';
import { checkFields } from './fields.ts';
import { type Data, isData, type Problem } from './problem.ts';

/** What Payload's operations have in common that write. */
interface Writing {
  id?: string;
  data?: unknown;
}

/**
 * What is written has the shape of its fields, whoever writes it. Payload and our hooks rely on that, and
 * drafts are not validated: with a list for a title they would fail, or store it.
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
  const { id, data } = args as Writing;
  // Who may not write is told so, and not what is wrong.
  const mayWrite =
    overrideAccess || (await collection.access[operation]({ req, id, data: data as Data }));
  const errors = mayWrite ? problemsOf(collection.fields, data, req) : [];
  if (collection.auth && isData(data) && !isPassword(data.password)) {
    errors.push({ path: 'password', message: 'Enter text.' });
  }
  if (errors.length > 0) throw new ValidationError({ collection: collection.slug, errors, req });
  return args;
};

const isPassword = (value: unknown): boolean =>
  value === undefined || value === null || typeof value === 'string';

/** As above, for globals. */
const checkGlobal: GlobalBeforeOperationHook = async ({
  args,
  global,
  operation,
  overrideAccess,
  req,
}) => {
  if (operation !== 'update') return args;
  const { data } = args as Writing;
  const mayWrite = overrideAccess || (await global.access.update({ req, data: data as Data }));
  const errors = mayWrite ? problemsOf(global.fields, data, req) : [];
  if (errors.length > 0) throw new ValidationError({ global: global.slug, errors, req });
  return args;
};

function problemsOf(fields: Field[], data: unknown, req: PayloadRequest): Problem[] {
  if (!isData(data)) return [];
  // Payload calls it `id`, and the driver would take it for the name of another document.
  if ('_id' in data) return [{ path: '_id', message: 'This cannot be changed.' }];
  const { localization } = req.payload.config;
  const isOfAll = String(req.locale) === 'all' || String(req.locale) === '*';
  const problems: Problem[] = [];
  const locales = localization && isOfAll ? localization.localeCodes : undefined;
  checkFields(fields, data, { within: '', problems, ...(locales && { locales }) });
  return problems;
}

/** The same for all collections and globals, those to come included; before their other hooks. */
export const checkShapes: Plugin = (config) => ({
  ...config,
  collections: config.collections?.map((collection) => ({
    ...collection,
    hooks: {
      ...collection.hooks,
      beforeOperation: [checkCollection, ...(collection.hooks?.beforeOperation ?? [])],
    },
  })),
  globals: config.globals?.map((global) => ({
    ...global,
    hooks: {
      ...global.hooks,
      beforeOperation: [checkGlobal, ...(global.hooks?.beforeOperation ?? [])],
    },
  })),
});
