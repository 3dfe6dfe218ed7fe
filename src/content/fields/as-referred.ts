/**
 * What the API sends along of a document that another one refers to. With their texts, which refer to
 * further ones, a list of eight articles weighed 92 MB.
 */
export const asReferred = { slug: true, title: true, summary: true } as const;
