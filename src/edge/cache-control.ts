/** What `Cache-Control` says, by the names of its directives in lower case; one without a value has ''. */
export function directives(header: string | undefined): Map<string, string> {
  const parts = (header ?? '').split(',').map((part) => part.trim());
  return new Map(
    parts.filter(Boolean).map((part) => {
      const [name = '', value = ''] = part.split('=', 2);
      return [name.trim().toLowerCase(), value.trim().replace(/^"|"$/g, '')];
    }),
  );
}

/** A number of seconds, if a directive says one. */
export function seconds(value: string | undefined): number | undefined {
  return value !== undefined && /^\d{1,10}$/.test(value) ? Number(value) : undefined;
}
