/**
 * Returns the content security policy of a page of the admin: only our own origin, and scripts with the page's nonce or
 * loaded by one that has it. Inline styles are allowed: the editor, its menus and the date picker need them.
 */
export function adminContentSecurityPolicy(nonce: string, isProduction: boolean): string {
  // Hot reload and React's error messages need this in development.
  const forDevelopment = isProduction ? '' : " 'unsafe-eval'";
  return [
    "default-src 'none'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${forDevelopment}`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "media-src 'self'",
    "font-src 'self'",
    `connect-src 'self'${isProduction ? '' : ' ws:'}`,
    "worker-src 'self'",
    "manifest-src 'self'",
    "frame-src 'self'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    "base-uri 'none'",
    "object-src 'none'",
  ].join('; ');
}
