import type { Article, CreativeWork, Person, Thing } from 'schema-dts';

/** Returns the text of an element in one line. */
const visibleText = (element: Element | null | undefined) =>
  (element?.textContent ?? '').replace(/\s+/g, ' ').trim();

const omitUndefined = <T extends object>(properties: T): T =>
  Object.fromEntries(Object.entries(properties).filter(([, value]) => value !== undefined)) as T;

const undefinedIfEmpty = <T>(list: T[]): T[] | undefined => (list.length > 0 ? list : undefined);

/**
 * Derives JSON-LD from the visible content of a page alone. If it equals the JSON-LD in the page, that neither adds
 * nor omits anything.
 * @param page the page of an article or a person, the home page, or a page with breadcrumbs at most
 */
export function visibleJsonLd(page: Document): Thing[] {
  const canonical = page.querySelector('link[rel=canonical]')?.getAttribute('href') ?? '';
  const { origin, pathname } = new URL(canonical);
  const facts: PageFacts = {
    page,
    locale: page.documentElement.lang,
    resolve: (url) => String(new URL(url ?? '', origin)),
    url: canonical,
    title: visibleText(page.querySelector('main h1')),
  };
  const breadcrumbs = breadcrumbsOf(facts);
  if (pathname === '/') return [siteOf(facts), publisherOf(facts), ...breadcrumbs];
  if (pathname.startsWith('/articles/')) return [articlePageOf(facts), ...breadcrumbs];
  if (pathname.startsWith('/people/')) return [profileOf(facts), ...breadcrumbs];
  return breadcrumbs;
}

interface PageFacts {
  page: Document;
  locale: string;
  /** Resolves a URL against the origin of the page. */
  resolve: (url: string | null | undefined) => string;
  url: string;
  title: string;
}

const nameOf = (page: Document) => visibleText(page.querySelector('header a[href="/"]'));

const siteOf = ({ page, resolve, locale }: PageFacts) =>
  ({
    '@type': 'WebSite',
    '@id': resolve('/#site'),
    name: nameOf(page),
    url: resolve('/'),
    inLanguage: locale,
  }) as const;

const publisherOf = ({ page, resolve }: PageFacts) => {
  const phone = page.querySelector('header a[href^="tel:"]');
  return omitUndefined({
    '@type': 'Organization',
    '@id': resolve('/#publisher'),
    name: nameOf(page),
    url: resolve('/'),
    telephone: phone ? visibleText(phone) : undefined,
  } as const);
};

function breadcrumbsOf({ page, resolve }: PageFacts): Thing[] {
  const links = [...page.querySelectorAll('nav[aria-label=Breadcrumb] a')];
  if (links.length === 0) return [];
  const itemListElement = links.map(
    (link, index) =>
      ({
        '@type': 'ListItem',
        position: index + 1,
        name: visibleText(link),
        item: resolve(link.getAttribute('href')),
      }) as const,
  );
  return [{ '@type': 'BreadcrumbList', itemListElement }];
}

function profileOf(facts: PageFacts): Thing {
  const { page, url, locale, title, resolve } = facts;
  const portrait = page.querySelector('main h1 ~ figure img');
  return {
    '@type': 'ProfilePage',
    '@id': url,
    url,
    inLanguage: locale,
    isPartOf: siteOf(facts),
    mainEntity: omitUndefined({
      '@type': 'Person',
      name: title,
      jobTitle: visibleText(page.querySelector('main h1 + p')),
      url,
      image: portrait ? resolve(portrait.getAttribute('src')) : undefined,
    } as const),
  };
}

function articlePageOf(facts: PageFacts): Thing {
  const { page, url, locale, title } = facts;
  const description = visibleText(page.querySelector('article h1 + p'));
  return {
    '@type': 'MedicalWebPage',
    '@id': url,
    url,
    name: title,
    description,
    inLanguage: locale,
    isPartOf: siteOf(facts),
    mainEntity: articleOf(facts, description),
  };
}

function articleOf(facts: PageFacts, description: string): Article {
  const { page, locale, title, resolve } = facts;
  const lines = [...page.querySelectorAll('article > header span, article footer p')];
  const line = (start: string) => lines.find((element) => visibleText(element).startsWith(start));
  const day = (start: string) => line(start)?.querySelector('time')?.dateTime;
  const linksIn = (start: string) => [...(line(start)?.querySelectorAll('a') ?? [])];
  const image = page.querySelector('article > header + figure img');
  return omitUndefined({
    '@type': 'Article',
    headline: title,
    description,
    inLanguage: locale,
    datePublished: day('Published'),
    dateModified: day('Last updated'),
    author: undefinedIfEmpty(linksIn('By').map((link) => authorOf(link, resolve))),
    publisher: publisherOf(facts),
    image: image
      ? {
          '@type': 'ImageObject',
          url: resolve(image.getAttribute('src')),
          width: image.getAttribute('width') ?? '',
          height: image.getAttribute('height') ?? '',
        }
      : undefined,
    about: undefinedIfEmpty(
      linksIn('Topics:').map((link) => ({
        '@type': 'Thing',
        name: visibleText(link),
        url: resolve(link.getAttribute('href')),
      })),
    ),
    citation: undefinedIfEmpty([...page.querySelectorAll('li[id^=source-]')].map(sourceOf)),
  } as Article & object);
}

/** Reads an author's link: credentials follow the name and a comma. */
function authorOf(link: Element, resolve: PageFacts['resolve']): Person {
  const [name = '', ...credentials] = visibleText(link).split(', ');
  return omitUndefined({
    '@type': 'Person',
    name,
    honorificSuffix: credentials.join(', ') || undefined,
    url: resolve(link.getAttribute('href')),
  } as const);
}

/** Reads a source: after the title come the publisher, optional details and an optional year. */
function sourceOf(source: Element): CreativeWork {
  const title = source.querySelector('cite');
  const reference = (title?.nextSibling?.textContent ?? '').replace(/^\. |\.$/g, '').split(', ');
  const year = reference.at(-1);
  return omitUndefined({
    '@type': 'CreativeWork',
    name: visibleText(title),
    publisher: { '@type': 'Organization', name: reference[0] ?? '' },
    datePublished: year?.match(/^\d{4}$/) ? year : undefined,
    url: title?.querySelector('a')?.getAttribute('href') ?? undefined,
  } as const);
}
