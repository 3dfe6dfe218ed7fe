import { CRISIS_LINES, type CrisisLine } from '#domain/crisis-lines.ts';
import { EXIT, type Exit, isExitAddress } from '#domain/exit.ts';
import { addressIn } from '#domain/href.ts';
import { telHref } from '#domain/phone.ts';
import type { SiteLayout } from '#domain/site-layout.ts';
import type { LinkView } from '#domain/view-models.ts';
import type { CrisisResource, Header, Site } from '#payload-types.ts';
import { env } from '#platform/environment/env.ts';
import { type HrefOf, resolveLinks, type StoredLink } from './links.ts';
import type { Reader } from './reader.ts';

/** Loads what surrounds every page: the site's name and phone, header, footer and crisis lines. */
export async function loadSiteLayout(reader: Reader): Promise<SiteLayout> {
  const [site, header, footer, crisis] = await Promise.all([
    reader.global('site'),
    reader.global('header'),
    reader.global('footer'),
    reader.global('crisis-resources'),
  ]);
  const columns = footer.columns ?? [];
  const groups = [header.links, ...columns.map(({ links }) => links)];
  const hrefOf = await resolveLinks(reader, [
    ...groups.flatMap((links) => (links ?? []).map(({ link }) => link)),
    guideOf(site),
  ]);
  return {
    locale: reader.locale,
    siteName: site.name ?? '',
    notice: site.notice ?? undefined,
    origin: env.SITE_URL,
    phoneLine: phoneLineOf(site),
    problems: problemsOf(site),
    header: shown(header.links, hrefOf),
    footer: columns.map(({ heading, links }) => ({ heading, links: shown(links, hrefOf) })),
    smallPrint: footer.smallPrint ?? undefined,
    crisisLines: crisisLinesOf(crisis),
    exit: exitOf(site, hrefOf),
    neutralTitle: (site.neutral?.on && site.neutral.title) || undefined,
  };
}

/** The site's first phone line, as a link that dials it. */
export const phoneLineOf = ({ phoneLines }: Site): LinkView | undefined => {
  const [line] = phoneLines ?? [];
  return line && lineOf(line.number);
};

/** A number as a link that dials it. */
export const lineOf = (number: string): LinkView => ({ label: number, href: telHref(number) });

const exitOf = (site: Site, hrefOf: HrefOf): Exit => ({
  href: exitAddressOf(site),
  title: site.exit?.title ?? EXIT.title,
  guide: hrefOf(guideOf(site)),
});

const exitAddressOf = ({ exit }: Site): string =>
  exit?.address && isExitAddress(exit.address, env.SITE_URL) ? exit.address : EXIT.href;

const guideOf = ({ exit }: Site): StoredLink =>
  exit?.guide ? { document: { relationTo: 'pages', value: exit.guide } } : undefined;

const problemsOf = ({ problems }: Site): SiteLayout['problems'] =>
  problems?.email
    ? { email: problems.email, answerDays: problems.answerDays ?? undefined }
    : undefined;

const shown = (links: Header['links'], hrefOf: HrefOf): LinkView[] =>
  (links ?? []).flatMap(({ label, link }) => {
    const href = hrefOf(link);
    return href ? [{ label, href }] : [];
  });

/** A page without crisis lines is never shown: before the first are entered, the national ones stand. */
const crisisLinesOf = ({ lines }: CrisisResource): CrisisLine[] =>
  lines?.length
    ? lines.map(({ name, shortName, when, tel, number, sms, chat, tty }) => ({
        name,
        shortName: shortName || undefined,
        when,
        tel,
        number,
        sms: sms ?? undefined,
        chat: addressIn(chat)?.href,
        tty: tty ?? undefined,
      }))
    : [...CRISIS_LINES];
