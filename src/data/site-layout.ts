import { CRISIS_LINES, type CrisisLine } from '#domain/crisis-lines.ts';
import { parseHref } from '#domain/href.ts';
import { telHref } from '#domain/phone.ts';
import { DEFAULT_QUICK_EXIT, isQuickExitHref, type QuickExitTarget } from '#domain/quick-exit.ts';
import type { SiteLayout } from '#domain/site-layout.ts';
import type { LinkView } from '#domain/view-models.ts';
import type { CrisisResource, Header, Site } from '#payload-types.ts';
import { env } from '#platform/environment/env.ts';
import { type HrefResolver, resolveLinks, type StoredLink } from './links.ts';
import type { Reader } from './reader.ts';

/** Loads the layout of all pages: the site's name and phone, header, footer, crisis lines and quick exit. */
export async function loadSiteLayout(reader: Reader): Promise<SiteLayout> {
  const [site, header, footer, crisis] = await Promise.all([
    reader.findGlobal('site'),
    reader.findGlobal('header'),
    reader.findGlobal('footer'),
    reader.findGlobal('crisis-resources'),
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
    problemReports: problemsOf(site),
    header: toLinkViews(header.links, hrefOf),
    footer: columns.map(({ heading, links }) => ({ heading, links: toLinkViews(links, hrefOf) })),
    smallPrint: footer.smallPrint ?? undefined,
    crisisLines: crisisLinesOf(crisis),
    quickExit: exitOf(site, hrefOf),
    neutralTitle: (site.neutral?.on && site.neutral.title) || undefined,
  };
}

/** Returns the site's first phone line as a `tel:` link. */
export const phoneLineOf = ({ phoneLines }: Site): LinkView | undefined => {
  const [line] = phoneLines ?? [];
  return line && phoneLinkOf(line.number);
};

/** Returns a phone number as a `tel:` link. */
export const phoneLinkOf = (number: string): LinkView => ({ label: number, href: telHref(number) });

const exitOf = (site: Site, hrefOf: HrefResolver): QuickExitTarget => ({
  href: exitAddressOf(site),
  title: site.exit?.title ?? DEFAULT_QUICK_EXIT.title,
  guide: hrefOf(guideOf(site)),
});

const exitAddressOf = ({ exit }: Site): string =>
  exit?.address && isQuickExitHref(exit.address, env.SITE_URL)
    ? exit.address
    : DEFAULT_QUICK_EXIT.href;

const guideOf = ({ exit }: Site): StoredLink =>
  exit?.guide ? { document: { relationTo: 'pages', value: exit.guide } } : undefined;

const problemsOf = ({ problems }: Site): SiteLayout['problemReports'] =>
  problems?.email
    ? { email: problems.email, answerDays: problems.answerDays ?? undefined }
    : undefined;

const toLinkViews = (links: Header['links'], hrefOf: HrefResolver): LinkView[] =>
  (links ?? []).flatMap(({ label, link }) => {
    const href = hrefOf(link);
    return href ? [{ label, href }] : [];
  });

/** Returns the site's crisis lines, or the national ones while none are entered: every page shows some. */
const crisisLinesOf = ({ lines }: CrisisResource): CrisisLine[] =>
  lines?.length
    ? lines.map(({ name, shortName, when, tel, number, sms, chat, tty }) => ({
        name,
        shortName: shortName || undefined,
        when,
        tel,
        number,
        sms: sms ?? undefined,
        chat: parseHref(chat)?.href,
        tty: tty ?? undefined,
      }))
    : [...CRISIS_LINES];
