/** Returns the id of a related document. Payload returns the document itself if it was populated, or else its id. */
export const idOf = (related: string | { id: string } | null | undefined): string | undefined =>
  (typeof related === 'object' ? related?.id : related) ?? undefined;

/** Returns the ids of related documents, populated or not. */
export const idsOf = (related: readonly (string | { id: string })[] | null | undefined): string[] =>
  (related ?? []).flatMap((document) => idOf(document) ?? []);
