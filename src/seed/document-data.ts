import { body, p, ref } from './rich-text-markup.ts';
import type { ArticleSeed, PersonSeed, RedirectSeed, StageSeed } from './seed-types.ts';

// Payload's data for seed content, with references in the place of slugs.

export const articleData = (article: ArticleSeed) => ({
  ...article,
  picture: ref('media', article.picture),
  authors: article.authors.map((slug) => ref('people', slug)),
  topics: article.topics.map((slug) => ref('topics', slug)),
  stages: article.stages.map((slug) => ref('treatment-stages', slug)),
  related: article.related.map((slug) => ref('articles', slug)),
});

export const stageData = (stage: StageSeed) => ({
  ...stage,
  picture: ref('media', stage.picture),
});

export const personData = (person: PersonSeed) => ({
  ...person,
  biography: body(p(person.biography)),
});

export const redirectData = ({ from, relationTo, slug }: RedirectSeed) => ({
  from,
  to: { type: 'document', document: { relationTo, value: ref(relationTo, slug) } },
});
