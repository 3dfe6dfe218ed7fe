import type { CrisisLine } from '#domain/crisis-lines.ts';
import { documentPath } from '#domain/href.ts';
import { idOf, idsOf } from '#domain/relationship.ts';
import type { AuthorView, PersonView } from '#domain/view-models.ts';
import type { Person } from '#payload-types.ts';
import { loadBodyView } from './body-views.ts';
import { findPicture } from './pictures.ts';
import type { Reader } from './reader.ts';

/** Finds the published person with a slug. */
export const findPerson = (reader: Reader, slug: string): Promise<Person | undefined> =>
  reader.findBySlug('people', slug);

/** Returns a person's name, followed by the credentials if there are any. */
export const nameWithCredentials = ({
  name,
  credentials,
}: Pick<Person, 'name' | 'credentials'>): string =>
  credentials ? `${name}, ${credentials}` : name;

/** Loads the published authors of an article, in the article's order. */
export async function loadAuthorLinks(
  reader: Reader,
  related: Parameters<typeof idsOf>[0],
): Promise<AuthorView[]> {
  const ids = idsOf(related);
  const authors = await findAuthorsByIds(reader, ids);
  return ids.flatMap((id) => authors.get(id) ?? []);
}

/** Finds the published authors with these ids. */
export async function findAuthorsByIds(
  reader: Reader,
  ids: Iterable<string>,
): Promise<Map<string, AuthorView>> {
  const select = { slug: true, name: true, credentials: true } as const;
  const people = await reader.findByIds('people', ids, select);
  return new Map([...people].map(([id, person]) => [id, toAuthorView(person)]));
}

const toAuthorView = (person: Person): AuthorView => ({
  label: nameWithCredentials(person),
  href: documentPath('people', person.slug),
  name: person.name,
  credentials: person.credentials ?? undefined,
});

/** Loads the view of a person's page, without the list of articles. */
export async function loadPersonView(
  reader: Reader,
  person: Person,
  crisisLines: CrisisLine[],
): Promise<PersonView> {
  const { role, biography, portrait } = person;
  const path = documentPath('people', person.slug);
  return {
    name: nameWithCredentials(person),
    role,
    portrait: await findPicture(reader, idOf(portrait)),
    biography: biography ? await loadBodyView(reader, biography, { path, crisisLines }) : undefined,
  };
}
