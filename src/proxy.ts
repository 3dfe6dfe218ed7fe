import { randomBytes } from 'node:crypto';
import { type NextRequest, NextResponse } from 'next/server';
import { adminContentSecurityPolicy } from '#platform/http/admin-content-security-policy.ts';

const HEADER = 'Content-Security-Policy';

/**
 * Next's hook before the routes of the admin: sets the content security policy with a new nonce. Next reads the nonce
 * from the request's header and writes it into its own scripts.
 */
export function proxy(request: NextRequest): NextResponse {
  const nonce = randomBytes(16).toString('base64');
  const policy = adminContentSecurityPolicy(nonce, process.env.NODE_ENV === 'production');
  const headers = new Headers(request.headers);
  headers.set(HEADER, policy);
  const response = NextResponse.next({ request: { headers } });
  response.headers.set(HEADER, policy);
  return response;
}

export const config = { matcher: ['/admin', '/admin/:path*'] };
