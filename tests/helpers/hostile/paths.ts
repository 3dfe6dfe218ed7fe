import type { FlattenedField, SanitizedCollectionConfig } from 'payload';

interface FieldStep {
  path: string;
  /** Collection that the path refers to, if it is a relation. */
  into?: string;
}

function fieldSteps(fields: FlattenedField[], prefix = ''): FieldStep[] {
  return fields.flatMap((field): FieldStep[] => {
    const path = `${prefix}${field.name}`;
    if (field.type === 'blocks') {
      return [
        { path },
        ...field.blocks.flatMap((block) => fieldSteps(block.flattenedFields, `${path}.`)),
      ];
    }
    if (field.type === 'relationship' || field.type === 'upload') {
      return [typeof field.relationTo === 'string' ? { path, into: field.relationTo } : { path }];
    }
    if ('flattenedFields' in field)
      return [{ path }, ...fieldSteps(field.flattenedFields, `${path}.`)];
    if (field.type === 'richText') return [{ path }, { path: `${path}.root.children.text` }];
    return [{ path }];
  });
}

/**
 * Returns the paths of a collection's fields, hidden ones included.
 * @param relations number of relations that each path crosses
 */
export function fieldPaths(
  collections: SanitizedCollectionConfig[],
  slug: string,
  relations: number,
): string[] {
  const fields = collections.find((collection) => collection.slug === slug)?.flattenedFields ?? [];
  const own = [...fieldSteps(fields), { path: 'id' }, { path: 'nothing' }];
  if (relations === 0) return own.map(({ path }) => path);
  return own.flatMap(({ path, into }) =>
    into ? fieldPaths(collections, into, relations - 1).map((rest) => `${path}.${rest}`) : [],
  );
}
