import type { Payload } from 'payload';
import { CRISIS_LINES } from '#domain/crisis-lines.ts';
import { ensureAccounts } from './accounts.ts';
import { ARTICLES } from './demo/articles.ts';
import { CALLS_TO_ACTION } from './demo/calls-to-action.ts';
import { DEMO_GLOBALS } from './demo/globals.ts';
import { DEMO_PAGES } from './demo/pages.ts';
import { PEOPLE } from './demo/people.ts';
import { PICTURES } from './demo/pictures.ts';
import { REDIRECTS } from './demo/redirects.ts';
import { TOPICS } from './demo/topics.ts';
import type { Desk, Say } from './desk.ts';
import { TEXT_MESSAGES_CONSENT } from './essentials/consent.ts';
import { ESSENTIAL_GLOBALS } from './essentials/globals.ts';
import { LEGAL_PAGES } from './essentials/pages.ts';
import { STAGE_PICTURES } from './essentials/pictures.ts';
import { STAGES } from './essentials/stages.ts';
import { storePictures } from './pictures.ts';
import { storedArticle, storedPerson, storedRedirect, storedStage } from './stored.ts';
import { complete, ensure, ensureNamed, fillGlobal, outline } from './write.ts';

/**
 * True for a database that has not been filled, or not to the end: Site, which no page can do
 * without, is filled last.
 */
export async function isEmpty(payload: Payload): Promise<boolean> {
  // System: it is asked before anybody can sign in.
  const site = await payload.findGlobal({ slug: 'site', depth: 0, overrideAccess: true });
  return !site.name;
}

/**
 * Brings what every publisher needs: crisis lines, the first consent text, the stages, and the legal
 * pages as drafts. What is there is left as it is, so a run that was cut short can be run again.
 */
export async function seedEssentials(payload: Payload, say: Say): Promise<void> {
  // Nobody has an account yet: the system does the work.
  const system: Desk = { payload, say, ids: new Map() };
  await protections(system);
  await storePictures(system, STAGE_PICTURES);
  say(`Stages: ${STAGES.length}. Legal pages, as drafts: ${LEGAL_PAGES.length}`);
  await outline(system, 'treatment-stages', STAGES);
  await outline(system, 'pages', LEGAL_PAGES);
  await complete(system, 'treatment-stages', STAGES.map(storedStage), { publish: true });
  await complete(system, 'pages', LEGAL_PAGES, { publish: false });
  await fillGlobal(system, 'header', ESSENTIAL_GLOBALS.header, 'links');
  await fillGlobal(system, 'footer', ESSENTIAL_GLOBALS.footer, 'columns');
  await fillGlobal(system, 'site', ESSENTIAL_GLOBALS.site, 'name');
}

/**
 * Brings the essentials and the demonstration: sample accounts, which do the rest of the work with
 * their own rights, and all that they publish. What is there is left as it is.
 * @param password of each new account
 */
export async function seedDemo(payload: Payload, password: string, say: Say): Promise<void> {
  const system: Desk = { payload, say, ids: new Map() };
  const accounts = await ensureAccounts(system, password);
  const admin = { ...system, user: accounts['admin@example.org'] };
  const editor = { ...system, user: accounts['editor@example.org'] };
  const writer = { ...system, user: accounts['writer@example.org'] };
  await protections(admin);

  await storePictures(editor, [...STAGE_PICTURES, ...PICTURES]);
  for (const topic of TOPICS) await ensureNamed(editor, 'topics', topic);
  for (const person of PEOPLE) await ensureNamed(editor, 'people', storedPerson(person));
  for (const invitation of CALLS_TO_ACTION) {
    await ensureNamed(editor, 'calls-to-action', { ...invitation, ...PUBLISHED });
  }

  const pages = [...LEGAL_PAGES, ...DEMO_PAGES];
  say(`Stages: ${STAGES.length}, articles: ${ARTICLES.length}, pages: ${pages.length}`);
  await outline(editor, 'treatment-stages', STAGES);
  await outline(writer, 'articles', ARTICLES);
  await outline(editor, 'pages', pages);
  await complete(editor, 'treatment-stages', STAGES.map(storedStage), { publish: true });
  await complete(editor, 'articles', ARTICLES.map(storedArticle), { publish: true });
  await complete(editor, 'pages', pages, { publish: true });
  for (const redirect of REDIRECTS) {
    const known = { from: { equals: redirect.from } };
    await ensure(editor, 'redirects', known, storedRedirect(redirect));
  }
  await fillGlobal(editor, 'header', DEMO_GLOBALS.header, 'links');
  await fillGlobal(editor, 'footer', DEMO_GLOBALS.footer, 'columns');
  await fillGlobal(admin, 'site', DEMO_GLOBALS.site, 'name');
}

const PUBLISHED = { _status: 'published' } as const;

/** What stands beside every form, before there is a form. */
async function protections(desk: Desk): Promise<void> {
  await fillGlobal(desk, 'crisis-resources', { lines: CRISIS_LINES }, 'lines');
  const { purpose, language } = TEXT_MESSAGES_CONSENT;
  const known = { purpose: { equals: purpose }, language: { equals: language } };
  await ensure(desk, 'consent-texts', known, TEXT_MESSAGES_CONSENT);
}
