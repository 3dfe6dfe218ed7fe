/** How large the picture of a shared link is, in pixels: what all that show such links ask for. */
export const CARD = { width: 1200, height: 630 } as const;

/** Where the card stands that is of no document. */
export const SITE_CARD = '/card.png';

/** Where the card of an article stands. */
export const cardOf = (articlePath: string): string => `${articlePath}/card.png`;
