import type { PageHead, SiteLayout } from '#domain/site-layout.ts';
import { SITE_CARD_PATH, SOCIAL_CARD_SIZE } from '#domain/social-cards.ts';

/**
 * Returns the Open Graph tags of a page: social networks show them beside a shared link. Returns elements and is no
 * component, because Next's head accepts nothing else.
 */
export function openGraphTags(
  head: PageHead,
  { siteName, origin }: Pick<SiteLayout, 'siteName' | 'origin'>,
) {
  const { title, description, path, noIndex, socialCard } = head;
  // A page with `noIndex` can be a draft, whose card does not exist yet.
  const picture = (!noIndex && socialCard) || SITE_CARD_PATH;
  return (
    <>
      <meta property="og:title" content={title} />
      <meta property="og:description" content={description} />
      <meta property="og:url" content={origin + path} />
      <meta property="og:site_name" content={siteName} />
      <meta property="og:type" content={socialCard ? 'article' : 'website'} />
      <meta property="og:image" content={origin + picture} />
      <meta property="og:image:width" content={`${SOCIAL_CARD_SIZE.width}`} />
      <meta property="og:image:height" content={`${SOCIAL_CARD_SIZE.height}`} />
      <meta property="og:image:alt" content={picture === socialCard ? title : siteName} />
      <meta name="twitter:card" content="summary_large_image" />
    </>
  );
}
