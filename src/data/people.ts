import type { CrisisLine } from '#domain/crisis-lines.ts';
import { pathOf } from '#domain/href.ts';
import { idOf, idsOf } from '#domain/relation.ts';
import type { AuthorView, PersonView } from '#domain/view-models.ts';
import type { Person } from '#payload-types.ts';
import { showBody } from './bodies.ts';
import { findPicture } from './pictures.ts';
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
): Promise<AuthorView[]> {
  const ids = idsOf(related);
  const authors = await authorsById(reader, ids);
  return ids.flatMap((id) => authors.get(id) ?? []);
}

/** Authors by their ids, as links to their pages. */
export async function authorsById(
  reader: Reader,
  ids: Iterable<string>,
): Promise<Map<string, AuthorView>> {
  const named = { slug: true, name: true, credentials: true } as const;
  const people = await reader.byIds('people', ids, named);
  return new Map([...people].map(([id, person]) => [id, asAuthor(person)]));
}

const asAuthor = (person: Person): AuthorView => ({
  label: nameOf(person),
  href: pathOf('people', person.slug),
  name: person.name,
  credentials: person.credentials ?? undefined,
});

/** Loads what the page of a person shows beside the articles. */
export async function showPerson(
  reader: Reader,
  person: Person,
  crisisLines: CrisisLine[],
): Promise<PersonView> {
  const { role, biography, portrait } = person;
  const path = pathOf('people', person.slug);
  return {
    name: nameOf(person),
    role,
    portrait: await findPicture(reader, idOf(portrait)),
    biography: biography ? await showBody(reader, biography, { path, crisisLines }) : undefined,
  };
}
