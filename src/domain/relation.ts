/** The id of a related document, whether it was loaded with it or not. */
export const idOf = (related: string | { id: string } | null | undefined): string | undefined =>
  (typeof related === 'object' ? related?.id : related) ?? undefined;

/** The ids of related documents. */
export const idsOf = (related: readonly (string | { id: string })[] | null | undefined): string[] =>
  (related ?? []).flatMap((one) => idOf(one) ?? []);
