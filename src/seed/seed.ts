import type { Payload } from 'payload';
import { CRISIS_LINES } from '#domain/crisis-lines.ts';
import { ensureDemoAccounts } from './accounts.ts';
import { ARTICLES } from './demo/articles.ts';
import { CALLS_TO_ACTION } from './demo/calls-to-action.ts';
import { DEMO_GLOBALS } from './demo/globals.ts';
import { DEMO_PAGES } from './demo/pages.ts';
import { PEOPLE } from './demo/people.ts';
import { PICTURES } from './demo/pictures.ts';
import { REDIRECTS } from './demo/redirects.ts';
import { TOPICS } from './demo/topics.ts';
import { articleData, personData, redirectData, stageData } from './document-data.ts';
import { TEXT_MESSAGES_CONSENT } from './essentials/consent.ts';
import { ESSENTIAL_GLOBALS } from './essentials/globals.ts';
import { LEGAL_PAGES } from './essentials/pages.ts';
import { STAGE_PICTURES } from './essentials/pictures.ts';
import { STAGES } from './essentials/stages.ts';
import type { LocalApiClient, ProgressLog } from './local-api-client.ts';
import { uploadPictures } from './upload-pictures.ts';
import {
  completeOutlines,
  ensureBySlug,
  ensureDocument,
  ensureOutlines,
  fillGlobal,
} from './write-documents.ts';

/**
 * True if the database has not been seeded, or only in part: the global Site, which every page needs, is filled last.
 */
export async function isUnseeded(payload: Payload): Promise<boolean> {
  // System: this runs before anybody can sign in.
  const site = await payload.findGlobal({ slug: 'site', depth: 0, overrideAccess: true });
  return !site.name;
}

/**
 * Adds what every publisher needs: crisis lines, the first consent text, the stages, and the legal pages as drafts.
 * Existing documents are not changed, so an interrupted run can be repeated.
 */
export async function seedEssentials(payload: Payload, log: ProgressLog): Promise<void> {
  // There are no accounts yet, so the system acts.
  const system: LocalApiClient = { payload, log, ids: new Map() };
  await ensureCrisisLinesAndConsent(system);
  await uploadPictures(system, STAGE_PICTURES);
  log(`Stages: ${STAGES.length}. Legal pages, as drafts: ${LEGAL_PAGES.length}`);
  await ensureOutlines(system, 'treatment-stages', STAGES);
  await ensureOutlines(system, 'pages', LEGAL_PAGES);
  await completeOutlines(system, 'treatment-stages', STAGES.map(stageData), { publish: true });
  await completeOutlines(system, 'pages', LEGAL_PAGES, { publish: false });
  await fillGlobal(system, 'header', ESSENTIAL_GLOBALS.header, 'links');
  await fillGlobal(system, 'footer', ESSENTIAL_GLOBALS.footer, 'columns');
  await fillGlobal(system, 'site', ESSENTIAL_GLOBALS.site, 'name');
}

/**
 * Adds the essentials and the demonstration: the demo accounts, and the content that they publish with their own
 * rights. Existing documents are not changed.
 * @param password password of each new account
 */
export async function seedDemo(
  payload: Payload,
  password: string,
  log: ProgressLog,
): Promise<void> {
  const system: LocalApiClient = { payload, log, ids: new Map() };
  const accounts = await ensureDemoAccounts(system, password);
  const admin = { ...system, user: accounts['admin@example.org'] };
  const editor = { ...system, user: accounts['editor@example.org'] };
  const writer = { ...system, user: accounts['writer@example.org'] };
  await ensureCrisisLinesAndConsent(admin);

  await uploadPictures(editor, [...STAGE_PICTURES, ...PICTURES]);
  for (const topic of TOPICS) await ensureBySlug(editor, 'topics', topic);
  for (const person of PEOPLE) await ensureBySlug(editor, 'people', personData(person));
  for (const callToAction of CALLS_TO_ACTION) {
    await ensureBySlug(editor, 'calls-to-action', { ...callToAction, ...PUBLISHED });
  }

  const pages = [...LEGAL_PAGES, ...DEMO_PAGES];
  log(`Stages: ${STAGES.length}, articles: ${ARTICLES.length}, pages: ${pages.length}`);
  await ensureOutlines(editor, 'treatment-stages', STAGES);
  await ensureOutlines(writer, 'articles', ARTICLES);
  await ensureOutlines(editor, 'pages', pages);
  await completeOutlines(editor, 'treatment-stages', STAGES.map(stageData), { publish: true });
  await completeOutlines(editor, 'articles', ARTICLES.map(articleData), { publish: true });
  await completeOutlines(editor, 'pages', pages, { publish: true });
  for (const redirect of REDIRECTS) {
    const where = { from: { equals: redirect.from } };
    await ensureDocument(editor, 'redirects', where, redirectData(redirect));
  }
  await fillGlobal(editor, 'header', DEMO_GLOBALS.header, 'links');
  await fillGlobal(editor, 'footer', DEMO_GLOBALS.footer, 'columns');
  await fillGlobal(admin, 'site', DEMO_GLOBALS.site, 'name');
}

const PUBLISHED = { _status: 'published' } as const;

/** Adds the crisis lines and the consent text that every form shows, before there is a form. */
async function ensureCrisisLinesAndConsent(client: LocalApiClient): Promise<void> {
  await fillGlobal(client, 'crisis-resources', { lines: CRISIS_LINES }, 'lines');
  const { purpose, language } = TEXT_MESSAGES_CONSENT;
  const where = { purpose: { equals: purpose }, language: { equals: language } };
  await ensureDocument(client, 'consent-texts', where, TEXT_MESSAGES_CONSENT);
}
