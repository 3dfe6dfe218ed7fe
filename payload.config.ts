import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { mongooseAdapter } from '@payloadcms/db-mongodb';
import { buildConfig } from 'payload';
import { Articles } from '#collections/articles/config.ts';
import { CallsToAction } from '#collections/calls-to-action.ts';
import { ConsentRecords } from '#collections/consent-records.ts';
import { ConsentTexts } from '#collections/consent-texts/config.ts';
import { FormSubmissions } from '#collections/form-submissions/config.ts';
import { Media } from '#collections/media/config.ts';
import { Pages } from '#collections/pages.ts';
import { People } from '#collections/people.ts';
import { Redirects } from '#collections/redirects/config.ts';
import { SubmissionEvents } from '#collections/submission-events.ts';
import { Suppressions } from '#collections/suppressions/config.ts';
import { Topics } from '#collections/topics.ts';
import { TreatmentStages } from '#collections/treatment-stages.ts';
import { Users } from '#collections/users.ts';
import { shortTextEditor } from '#content/fields/rich-text.ts';
import { DEFAULT_LOCALE, LOCALES } from '#domain/locales.ts';
import { CrisisResources } from '#globals/crisis-resources.ts';
import { Footer } from '#globals/footer.ts';
import { Header } from '#globals/header.ts';
import { Site } from '#globals/site.ts';
import { jobs } from '#jobs/config.ts';
import { disableLocks } from '#platform/access/disable-locks.ts';
import { DURABLE } from '#platform/database/durability.ts';
import { withQueryErrors } from '#platform/database/query-errors.ts';
import { withRandomIds } from '#platform/database/random-ids.ts';
import { env } from '#platform/environment/env.ts';
import { keepBuiltInRules } from '#platform/field-types/keep-built-in-rules.ts';
import { checkFieldTypes } from '#platform/field-types/plugin.ts';
import { loggingLevels, payloadLogger } from '#platform/log/payload-log.ts';
import { answerConflicts } from '#platform/lost-updates/answer-conflicts.ts';
import { preventLostUpdates } from '#platform/lost-updates/plugin.ts';
import { emailAdapter } from '#platform/mail/email-adapter.ts';
import { boundedSharp } from '#platform/pictures/bounded-sharp.ts';
import { answerClientErrors } from '#platform/rest-guard/answer-client-errors.ts';
import { checkQueryPaths } from '#platform/rest-guard/check-query-paths.ts';
import { restrictDocumentAccess } from '#platform/rest-guard/document-access.ts';
import { ignoreSelectOnWrites } from '#platform/rest-guard/ignore-select-on-writes.ts';
import { limitReads } from '#platform/rest-guard/limit-reads.ts';
import { notFoundEndpoints } from '#platform/rest-guard/not-found-endpoints.ts';
import { MAX_BYTES } from '#platform/rest-guard/read-body.ts';

const root = path.dirname(fileURLToPath(import.meta.url));

export default buildConfig({
  secret: env.PAYLOAD_SECRET ?? '',
  serverURL: env.SITE_URL,
  // A session is a cookie that scripts cannot read, and nothing else: no key that can be carried off.
  auth: { jwtOrder: ['cookie'] },
  csrf: [env.SITE_URL],
  cors: [env.SITE_URL, ...env.CORS_ORIGINS],
  telemetry: false,
  maxDepth: 3,
  graphQL: { disable: true },
  hooks: { afterError: [answerClientErrors, answerConflicts] },
  upload: { limits: { fileSize: MAX_BYTES.picture }, abortOnLimit: true },
  logger: payloadLogger,
  loggingLevels,
  sharp: boundedSharp,
  email: emailAdapter,
  jobs,
  db: withQueryErrors(
    withRandomIds(
      mongooseAdapter({
        url: env.DATABASE_URI ?? '',
        ensureIndexes: true,
        transactionOptions: { ...DURABLE, readConcern: { level: 'snapshot' } },
        // With more connections, requests that come at once take each other's time.
        connectOptions: { ...DURABLE, serverSelectionTimeoutMS: 3000, maxPoolSize: 16 },
      }),
    ),
  ),
  editor: shortTextEditor,
  // Where the admin's own words are a machine's.
  i18n: {
    translations: {
      en: {
        authentication: { login: 'Sign in' },
        error: { valueMustBeUnique: 'This is taken already. Choose another.' },
        general: { noLabel: 'No {{label}}', updatedAt: 'Changed' },
        validation: { required: 'Fill this in. It cannot stay empty.' },
      },
    },
  },
  localization: { locales: [...LOCALES], defaultLocale: DEFAULT_LOCALE, fallback: true },
  collections: [
    Articles,
    Pages,
    TreatmentStages,
    CallsToAction,
    Topics,
    People,
    Media,
    Redirects,
    FormSubmissions,
    SubmissionEvents,
    ConsentTexts,
    ConsentRecords,
    Suppressions,
    Users,
  ],
  plugins: [
    preventLostUpdates,
    checkFieldTypes,
    keepBuiltInRules,
    disableLocks,
    limitReads,
    ignoreSelectOnWrites,
    checkQueryPaths,
    notFoundEndpoints,
    restrictDocumentAccess,
  ],
  globals: [Site, Header, Footer, CrisisResources],
  admin: {
    user: Users.slug,
    avatar: 'default',
    // With the zone of the person who looks.
    dateFormat: 'MMM d, yyyy, h:mm a OOO',
    meta: { titleSuffix: ' · Throughcare' },
    components: {
      providers: ['/desk/shared/stay-signed-in.tsx#StaySignedIn'],
      views: { dashboard: { Component: '/desk/dashboard.tsx#Dashboard' } },
      graphics: { Icon: '/desk/shared/logo.tsx#Icon', Logo: '/desk/shared/logo.tsx#Logo' },
    },
    importMap: { baseDir: path.join(root, 'src') },
  },
  // By hand, with npm run generate: left to itself, Payload starts a program for it in each process.
  typescript: { outputFile: path.join(root, 'src/payload-types.ts'), autoGenerate: false },
});
