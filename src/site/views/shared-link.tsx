import { CARD, SITE_CARD } from '#domain/cards.ts';
import type { PageHead, SiteLayout } from '#domain/site-layout.ts';

/**
 * What is shown of the page where somebody shares its address (Open Graph). Elements, not a component:
 * Next's head takes nothing else.
 */
export function sharedLink(
  head: PageHead,
  { siteName, origin }: Pick<SiteLayout, 'siteName' | 'origin'>,
) {
  const { title, description, path, noIndex, card } = head;
  // What search engines leave out can be a draft: its own card is not there yet.
  const picture = (!noIndex && card) || SITE_CARD;
  return (
    <>
      <meta property="og:title" content={title} />
      <meta property="og:description" content={description} />
      <meta property="og:url" content={origin + path} />
      <meta property="og:site_name" content={siteName} />
      <meta property="og:type" content={card ? 'article' : 'website'} />
      <meta property="og:image" content={origin + picture} />
      <meta property="og:image:width" content={`${CARD.width}`} />
      <meta property="og:image:height" content={`${CARD.height}`} />
      <meta property="og:image:alt" content={picture === card ? title : siteName} />
      <meta name="twitter:card" content="summary_large_image" />
    </>
  );
}
