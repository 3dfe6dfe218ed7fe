/** Email address, normalized as Payload does, and password of a sign-in. */
export interface Credentials {
  email: string;
  password: string;
}

/** Returns the credentials of a sign-in; undefined if one is missing. */
export function parseCredentials(data: unknown): Credentials | undefined {
  const { email, password } = (data ?? {}) as Record<string, unknown>;
  if (typeof email !== 'string' || typeof password !== 'string') return undefined;
  const normalized = email.toLowerCase().trim();
  return normalized && password.trim() ? { email: normalized, password } : undefined;
}
