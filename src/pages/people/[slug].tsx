import { listArticles } from '#data/articles.ts';
import { findPerson, loadPersonView } from '#data/people.ts';
import { documentPath } from '#domain/href.ts';
import { listPagePath, parsePageNumber } from '#domain/pagination.ts';
import { page } from '#site/page.ts';
import { personJsonLd } from '#site/structured-data/person.ts';
import { PersonPage } from '#site/views/person.tsx';

export const getServerSideProps = page(async ({ reader, params, query, siteLayout }) => {
  const number = parsePageNumber(query);
  const person = await findPerson(reader, params.slug ?? '');
  if (!person || !number) return 'missing';
  const articles = await listArticles(reader, {
    where: { authors: { in: [person.id] } },
    page: number,
  });
  if (number > Math.max(1, articles.pages)) return 'missing';
  const personView = await loadPersonView(reader, person, siteLayout.crisisLines);
  const path = documentPath('people', person.slug);
  return {
    view: { person: personView, path, articles },
    head: {
      title: personView.name,
      description: `${personView.name}, ${personView.role}, and what they have written here.`,
      path: listPagePath(path, number),
      jsonLd: [personJsonLd(personView, path, siteLayout)],
    },
  };
});

export default PersonPage;
