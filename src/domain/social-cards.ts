/** Size in pixels of a social card, the image of a shared link (`og:image`). It is the size that social networks ask for. */
export const SOCIAL_CARD_SIZE = { width: 1200, height: 630 } as const;

/** Path of the default social card, for pages without one of their own. */
export const SITE_CARD_PATH = '/card.png';

/** Returns the path of the social card of an article. */
export const articleCardPath = (articlePath: string): string => `${articlePath}/card.png`;
