import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * Names that no declaration may have, each with the field's term to use instead. Stored values, API fields, addresses
 * and CSS classes are strings, so the rule does not see them: `quarantined` and `suspicions` of a submission, `stand`
 * and `passed` of `/site-index.json`, `data-kept-form`, and the folders of data keep their names.
 */
export const RETIRED_NAMES: Record<string, string> = {
  // HTTP caching: RFC 9111, 9211, 5861, 9112
  Held: 'CachedResponse',
  How: 'CacheStatus',
  Got: 'CacheResult, HttpResponse',
  Told: 'ChangeEvent',
  SiteAddresses: 'Router',
  Standing: 'Route',
  standing: 'route',
  Passed: 'ProxyRequest',
  Passing: 'ProxiedResponse',
  pass: 'proxyRequest',
  spare: 'pin',
  want: 'prefetch',
  makeLessRoom: 'shrink',
  holds: 'isFresh',
  needsOf: 'findSubresources',
  together: 'coalesce',
  keptBriefly: 'memoizeBriefly',
  givenBack: 'form replay, releasedSeat',
  giveBack: 'renderFormReplay',
  isClear: 'hasUnambiguousFraming',
  standIn: 'staleResponse',
  mayStandIn: 'mayServeStale',
  away: 'isUnavailable',
  Known: 'RouteIndex, ContactSubmission',
  Around: 'StateContext, SummaryContext',
  For: 'a noun for the purpose',
  // Processes and files
  leash: 'exitWithParent',
  giveWay: 'lowerPriority',
  nameClients: 'forwardClientAddress',
  writeWhole: 'writeAtomically',
  saySeldom: 'createThrottledLog',
  Refusal: 'OperatorError',
  inWords: 'describeFailure, format…',
  // Submissions
  Refused: 'SubmissionError',
  RefusalCode: 'SubmissionErrorCode',
  take: 'submit',
  takeOne: 'claimJob',
  Sender: 'Client',
  senderOf: 'readClient',
  Sent: 'SubmissionPayload',
  isWithinMeasure: 'isWithinLimits',
  newStamp: 'newRenderedAtToken',
  unchangedKey: 'contentKey',
  suspect: 'assessSpam',
  Suspicion: 'SpamSignal',
  Suspected: 'SpamAssessment',
  SUSPICIONS: 'SPAM_SIGNALS',
  markAsMany: 'markAsSpam',
  RequestForm: 'SubmissionForm',
  requestSchema: 'submissionSchema',
  Asked: 'FormDefinition, SearchQuery',
  Typed: 'FormValues',
  KindWords: 'KindCopy',
  WORDS: 'COPY',
  KINDS: 'SUBMISSION_KINDS',
  // Content and pages
  Invitation: 'CallToActionView',
  invitation: 'callToAction',
  InvitationKind: 'CallToActionKind',
  findInvitation: 'findCallToAction',
  Station: 'PathwayStage',
  stations: 'pathway',
  Way: 'Pathway',
  Shown: 'BlockView, …View',
  ShownArticle: 'ArticleView',
  ShownLink: 'LinkView',
  ShownBody: 'BodyView',
  Frame: 'SiteLayout',
  loadFrame: 'loadSiteLayout',
  Trail: 'Breadcrumbs',
  trail: 'breadcrumbs',
  things: 'jsonLd',
  finished: 'completeDraft',
  Finished: 'CompleteDraft',
  storedAs: 'rawCollection',
  Found: 'FullTextResult, FindResult',
  Wanted: 'QueryTerm',
  Meaning: 'ParsedQuery',
  Line: 'SummaryField, RawConnection',
  Answer: 'HttpResponse, OriginResponse, RestResponse',
  // Seed and tests
  Desk: 'LocalApiClient',
  Blows: 'FaultOptions',
  Crowd: 'EdgeLoad',
  Heard: 'AccessibilityNode',
  Kept: 'LoadOutcome, CacheFile',
};

export const RULE_FILE = path.join(import.meta.dirname, 'no-retired-names.grit');

/** Returns the rule that Biome reads: it reports a declaration under a retired name. */
export const retiredNamesRule = (): string => `engine biome(1.0)
language js(typescript, jsx)

// Generated from retired-names.ts by \`npm run generate\`.
or {
  JsIdentifierBinding(),
  TsIdentifierBinding()
} as $name where {
  $name <: r"^(?:${Object.keys(RETIRED_NAMES).join('|')})$",
  register_diagnostic(span=$name, message="This name is retired: tests/lint/retired-names.ts says what to use instead.")
}
`;

if (path.resolve(process.argv[1] ?? '') === fileURLToPath(import.meta.url)) {
  writeFileSync(RULE_FILE, retiredNamesRule());
}
