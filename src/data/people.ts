import { pathOf } from '#domain/href.ts';
import { idsOf } from '#domain/relation.ts';
import type { ShownLink } from '#domain/shown.ts';
import type { Person } from '#payload-types.ts';
import type { Reader } from './reader.ts';

/** The person at this slug. */
export const findPerson = (reader: Reader, slug: string): Promise<Person | undefined> =>
  reader.bySlug('people', slug);

/** A person's name with the credentials behind it. */
export const nameOf = ({ name, credentials }: Pick<Person, 'name' | 'credentials'>): string =>
  credentials ? `${name}, ${credentials}` : name;

/** The authors of an article, as links to their pages. */
export async function authorLinks(
  reader: Reader,
  related: Parameters<typeof idsOf>[0],
): Promise<ShownLink[]> {
  const ids = idsOf(related);
  const people = await reader.byIds('people', ids);
  return ids.flatMap((id) => {
    const person = people.get(id);
    return person ? [{ label: nameOf(person), href: pathOf('people', person.slug) }] : [];
  });
}
