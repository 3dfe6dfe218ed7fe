import { randomBytes } from 'node:crypto';
import { type NextRequest, NextResponse } from 'next/server';
import { adminPolicy } from '#platform/http/admin-policy.ts';

const POLICY = 'Content-Security-Policy';

/** Stands before the admin alone. Next writes the nonce that it finds in the request into its own scripts. */
export function proxy(request: NextRequest): NextResponse {
  const nonce = randomBytes(16).toString('base64');
  const policy = adminPolicy(nonce, process.env.NODE_ENV === 'production');
  const headers = new Headers(request.headers);
  headers.set(POLICY, policy);
  const response = NextResponse.next({ request: { headers } });
  response.headers.set(POLICY, policy);
  return response;
}

export const config = { matcher: ['/admin', '/admin/:path*'] };
