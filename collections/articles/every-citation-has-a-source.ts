import { type CollectionBeforeValidateHook, ValidationError } from 'payload';
import { eachNode } from '#domain/lexical.ts';

/**
 * A published text cites nothing that its list of sources does not have.
 * @throws ValidationError at the text, naming what is missing
 */
export const everyCitationHasASource: CollectionBeforeValidateHook = ({ data, req }) => {
  if (data?._status !== 'published') return data;
  const known = new Set((data.citations ?? []).map(({ key }: { key: string }) => key));
  const missing = [...eachNode(data.body)]
    .filter(({ type, fields }) => type === 'inlineBlock' && fields?.blockType === 'citation')
    .map(({ fields }) => String(fields?.key))
    .filter((key) => !known.has(key));
  if (missing.length === 0) return data;
  const message = `The text cites “${missing.join('”, “')}”, which the citations do not have. Add the source, or correct the short name.`;
  throw new ValidationError({ collection: 'articles', errors: [{ path: 'body', message }], req });
};
