/** Parses `Cache-Control` into its directives, with names in lower case. A directive without a value has ''. */
export function parseCacheControl(header: string | undefined): Map<string, string> {
  const parts = (header ?? '').split(',').map((part) => part.trim());
  return new Map(
    parts.filter(Boolean).map((part) => {
      const [name = '', value = ''] = part.split('=', 2);
      return [name.trim().toLowerCase(), value.trim().replace(/^"|"$/g, '')];
    }),
  );
}

/** Parses delta-seconds (RFC 9111, 1.2.2); undefined if there are none. */
export function parseDeltaSeconds(value: string | undefined): number | undefined {
  return value !== undefined && /^\d{1,10}$/.test(value) ? Number(value) : undefined;
}
