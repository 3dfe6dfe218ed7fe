/** What somebody typed to sign in, as Payload looks it up; undefined if that is no try. */
export interface TypedAccount {
  email: string;
  password: string;
}

export function typedAccount(data: unknown): TypedAccount | undefined {
  const { email, password } = (data ?? {}) as Record<string, unknown>;
  if (typeof email !== 'string' || typeof password !== 'string') return undefined;
  const known = email.toLowerCase().trim();
  return known && password.trim() ? { email: known, password } : undefined;
}
