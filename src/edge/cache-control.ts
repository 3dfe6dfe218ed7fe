/**
 * Parses `Cache-Control` into its directives, with names in lower case. A directive without a value has ''. Of two with
 * one name, the first counts (RFC 9111, 4.2.1).
 */
export function parseCacheControl(header: string | undefined): Map<string, string> {
  const parts = (header ?? '').split(',').map((part) => part.trim());
  const directives = parts.filter(Boolean).map((part): [name: string, value: string] => {
    const [name = '', value = ''] = part.split('=', 2);
    return [name.trim().toLowerCase(), value.trim().replace(/^"|"$/g, '')];
  });
  return new Map(directives.reverse());
}

/** Stands for all greater numbers of seconds (RFC 9111, 1.2.2). */
const MAX_DELTA_SECONDS = 2 ** 31;

/** Parses delta-seconds (RFC 9111, 1.2.2); undefined if there are none. */
export function parseDeltaSeconds(value: string | undefined): number | undefined {
  return value !== undefined && /^\d+$/.test(value)
    ? Math.min(Number(value), MAX_DELTA_SECONDS)
    : undefined;
}
