import type { FlattenedField, SanitizedCollectionConfig } from 'payload';

interface Step {
  path: string;
  /** Where the path leads if it is a relation. */
  into?: string;
}

function steps(fields: FlattenedField[], prefix = ''): Step[] {
  return fields.flatMap((field): Step[] => {
    const path = `${prefix}${field.name}`;
    if (field.type === 'blocks') {
      return [
        { path },
        ...field.blocks.flatMap((block) => steps(block.flattenedFields, `${path}.`)),
      ];
    }
    if (field.type === 'relationship' || field.type === 'upload') {
      return [typeof field.relationTo === 'string' ? { path, into: field.relationTo } : { path }];
    }
    if ('flattenedFields' in field) return [{ path }, ...steps(field.flattenedFields, `${path}.`)];
    if (field.type === 'richText') return [{ path }, { path: `${path}.root.children.text` }];
    return [{ path }];
  });
}

/** The paths of a collection's fields, hidden ones included, and of those that so many relations lead to. */
export function pathsThrough(
  collections: SanitizedCollectionConfig[],
  slug: string,
  relations: number,
): string[] {
  const fields = collections.find((one) => one.slug === slug)?.flattenedFields ?? [];
  const own = [...steps(fields), { path: 'id' }, { path: 'nothing' }];
  if (relations === 0) return own.map(({ path }) => path);
  return own.flatMap(({ path, into }) =>
    into ? pathsThrough(collections, into, relations - 1).map((rest) => `${path}.${rest}`) : [],
  );
}
