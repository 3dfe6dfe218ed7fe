import { listArticles } from '#data/articles.ts';
import { findPerson, showPerson } from '#data/people.ts';
import { pathOf } from '#domain/href.ts';
import { pageNumber, pagePath } from '#domain/page-number.ts';
import { page } from '#site/page.ts';
import { personThing } from '#site/structured-data/person.ts';
import { PersonPage } from '#site/views/person.tsx';

export const getServerSideProps = page(async ({ reader, params, query, frame }) => {
  const number = pageNumber(query);
  const found = await findPerson(reader, params.slug ?? '');
  if (!found || !number) return 'missing';
  const articles = await listArticles(reader, {
    where: { authors: { in: [found.id] } },
    page: number,
  });
  if (number > Math.max(1, articles.pages)) return 'missing';
  const person = await showPerson(reader, found, frame.crisisLines);
  const path = pathOf('people', found.slug);
  return {
    view: { person, path, articles },
    head: {
      title: person.name,
      description: `${person.name}, ${person.role}, and what they have written here.`,
      path: pagePath(path, number),
      jsonLd: [personThing(person, path, frame)],
    },
  };
});

export default PersonPage;
