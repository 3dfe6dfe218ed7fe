/**
 * Everything that the product logs, by code. An entry has a code, its text from here, and no text from anywhere else:
 * messages of errors and of drivers contain names, addresses and whole queries.
 */
export const LOG_CODES = {
  'account-mail-failed': 'The mail about a changed account could not be sent.',
  'admin-page-failed': 'A view of the admin could not be rendered.',
  'edge-change-stream-failed': 'The edge lost the change stream. It reconnects.',
  'edge-disk-failed': 'The edge could not write its cache to disk.',
  'edge-request-failed': 'The edge could not serve a request.',
  'edge-route-index-failed': 'The edge could not load the route index. It tries again.',
  'edge-state-not-saved': 'The edge could not save its position in the change stream.',
  'file-failed': 'A file for programs could not be generated.',
  'inbound-text-failed': 'An incoming text message could not be handled.',
  'mail-disabled': 'A mail could not be sent: no mail server is set up.',
  'mail-failed': 'A mail to an account could not be sent.',
  'message-failed': 'A message could not be sent. The worker tries again.',
  'page-failed': 'A page could not be rendered.',
  'picture-files-failed': 'Changes to picture files could not be rolled back.',
  'rate-limit-failed': 'A submission could not be counted against its limits.',
  'reset-mail-failed': 'The mail for a new password could not be sent.',
  'rest-api-failed': 'A request to the REST API failed.',
  'search-document-failed': 'A document could not be added to the search index.',
  'search-sync-failed': 'The search index does not follow changes. It tries again.',
  'submission-api-failed': 'A submission to the JSON API failed.',
  'timeline-failed': 'The delivery of a message could not be added to a timeline.',
  'unlisted-proxy': 'A proxy that TRUSTED_PROXIES does not list passes requests on.',
  'worker-failed': 'The worker failed. It goes on.',
} as const;

export type LogCode = keyof typeof LOG_CODES;

/** What an entry may tell beside its code. No value is anything that a visitor typed. */
export interface LogDetails {
  /** Pattern of a route, such as `/articles/[slug]`, or the path of a file. */
  route?: string;
  collection?: string;
  /** Id of a document. */
  id?: string;
  /** Name of a message. */
  message?: string;
  /** Code of the mail server's answer. */
  reply?: string | number;
  /** A warning for operators, made by the product. */
  warning?: string;
}
