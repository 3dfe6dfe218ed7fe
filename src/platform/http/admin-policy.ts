/**
 * What a page of the admin may load: our own, and scripts that carry this page's nonce or are loaded by
 * one that does. Styles stay open: the editor, its menus and the date picker write them into elements.
 */
export function adminPolicy(nonce: string, production: boolean): string {
  // Hot reload and React's own errors need these in development.
  const development = production ? '' : " 'unsafe-eval'";
  return [
    "default-src 'none'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${development}`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "media-src 'self'",
    "font-src 'self'",
    `connect-src 'self'${production ? '' : ' ws:'}`,
    "worker-src 'self'",
    "manifest-src 'self'",
    "frame-src 'self'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    "base-uri 'none'",
    "object-src 'none'",
  ].join('; ');
}
