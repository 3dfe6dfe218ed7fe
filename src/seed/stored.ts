import { body, p, ref } from './compose.ts';
import type { ArticleSeed, PersonSeed, RedirectSeed, StageSeed } from './documents.ts';

/** The documents as their collections store them, with references where the texts have names. */

export const storedArticle = (article: ArticleSeed) => ({
  ...article,
  picture: ref('media', article.picture),
  authors: article.authors.map((slug) => ref('people', slug)),
  topics: article.topics.map((slug) => ref('topics', slug)),
  stages: article.stages.map((slug) => ref('treatment-stages', slug)),
  related: article.related.map((slug) => ref('articles', slug)),
});

export const storedStage = (stage: StageSeed) => ({
  ...stage,
  picture: ref('media', stage.picture),
});

export const storedPerson = (person: PersonSeed) => ({
  ...person,
  biography: body(p(person.biography)),
});

export const storedRedirect = ({ from, relationTo, slug }: RedirectSeed) => ({
  from,
  to: { type: 'document', document: { relationTo, value: ref(relationTo, slug) } },
});
