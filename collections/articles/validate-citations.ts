import { type CollectionBeforeValidateHook, ValidationError } from 'payload';
import { eachNode } from '#domain/lexical.ts';

/**
 * Refuses to publish an article whose text cites a source that its citations do not list.
 * @throws ValidationError at `body`, naming the missing sources
 */
export const validateCitations: CollectionBeforeValidateHook = ({ data, req }) => {
  if (data?._status !== 'published') return data;
  const listed = new Set((data.citations ?? []).map(({ key }: { key: string }) => key));
  const missing = [...eachNode(data.body)]
    .filter(({ type, fields }) => type === 'inlineBlock' && fields?.blockType === 'citation')
    .map(({ fields }) => String(fields?.key))
    .filter((key) => !listed.has(key));
  if (missing.length === 0) return data;
  const message = `The text cites “${missing.join('”, “')}”, which the citations do not have. Add the source, or correct the short name.`;
  throw new ValidationError({ collection: 'articles', errors: [{ path: 'body', message }], req });
};
