import type { Article, CreativeWork, Person, Thing } from 'schema-dts';

/** What a reader sees of something: its words, in one line. */
const words = (element: Element | null | undefined) =>
  (element?.textContent ?? '').replace(/\s+/g, ' ').trim();

/** Leaves out what is not there. */
const given = <T extends object>(things: T): T =>
  Object.fromEntries(Object.entries(things).filter(([, value]) => value !== undefined)) as T;

/** A list, or nothing if it is empty. */
const listed = <T>(things: T[]): T[] | undefined => (things.length > 0 ? things : undefined);

/**
 * What a page shows, told in the words in which it tells programs: read from what stands on it, and from
 * nowhere else. Where both are equal, nothing is told that is not shown, and nothing shown is left out.
 * @param page of an article, a person, the home page, or one with breadcrumbs at most
 */
export function shownGraph(page: Document): Thing[] {
  const canonical = page.querySelector('link[rel=canonical]')?.getAttribute('href') ?? '';
  const { origin, pathname } = new URL(canonical);
  const about: About = {
    page,
    locale: page.documentElement.lang,
    at: (address) => String(new URL(address ?? '', origin)),
    url: canonical,
    title: words(page.querySelector('main h1')),
  };
  const trail = trailOf(about);
  if (pathname === '/') return [siteOf(about), publisherOf(about), ...trail];
  if (pathname.startsWith('/articles/')) return [articlePageOf(about), ...trail];
  if (pathname.startsWith('/people/')) return [profileOf(about), ...trail];
  return trail;
}

interface About {
  page: Document;
  locale: string;
  /** An address in full. */
  at: (address: string | null | undefined) => string;
  url: string;
  title: string;
}

const nameOf = (page: Document) => words(page.querySelector('header a[href="/"]'));

const siteOf = ({ page, at, locale }: About) =>
  ({
    '@type': 'WebSite',
    '@id': at('/#site'),
    name: nameOf(page),
    url: at('/'),
    inLanguage: locale,
  }) as const;

const publisherOf = ({ page, at }: About) => {
  const phone = page.querySelector('header a[href^="tel:"]');
  return given({
    '@type': 'Organization',
    '@id': at('/#publisher'),
    name: nameOf(page),
    url: at('/'),
    telephone: phone ? words(phone) : undefined,
  } as const);
};

function trailOf({ page, at }: About): Thing[] {
  const links = [...page.querySelectorAll('nav[aria-label=Breadcrumb] a')];
  if (links.length === 0) return [];
  const itemListElement = links.map(
    (link, index) =>
      ({
        '@type': 'ListItem',
        position: index + 1,
        name: words(link),
        item: at(link.getAttribute('href')),
      }) as const,
  );
  return [{ '@type': 'BreadcrumbList', itemListElement }];
}

function profileOf(about: About): Thing {
  const { page, url, locale, title, at } = about;
  const portrait = page.querySelector('main h1 ~ figure img');
  return {
    '@type': 'ProfilePage',
    '@id': url,
    url,
    inLanguage: locale,
    isPartOf: siteOf(about),
    mainEntity: given({
      '@type': 'Person',
      name: title,
      jobTitle: words(page.querySelector('main h1 + p')),
      url,
      image: portrait ? at(portrait.getAttribute('src')) : undefined,
    } as const),
  };
}

function articlePageOf(about: About): Thing {
  const { page, url, locale, title } = about;
  const description = words(page.querySelector('article h1 + p'));
  return {
    '@type': 'MedicalWebPage',
    '@id': url,
    url,
    name: title,
    description,
    inLanguage: locale,
    isPartOf: siteOf(about),
    mainEntity: articleOf(about, description),
  };
}

function articleOf(about: About, description: string): Article {
  const { page, locale, title, at } = about;
  const lines = [...page.querySelectorAll('article > header span, article footer p')];
  const line = (start: string) => lines.find((one) => words(one).startsWith(start));
  const day = (start: string) => line(start)?.querySelector('time')?.dateTime;
  const linksIn = (start: string) => [...(line(start)?.querySelectorAll('a') ?? [])];
  const image = page.querySelector('article > header + figure img');
  return given({
    '@type': 'Article',
    headline: title,
    description,
    inLanguage: locale,
    datePublished: day('Published'),
    dateModified: day('Last updated'),
    author: listed(linksIn('By').map((link) => authorOf(link, at))),
    publisher: publisherOf(about),
    image: image
      ? {
          '@type': 'ImageObject',
          url: at(image.getAttribute('src')),
          width: image.getAttribute('width') ?? '',
          height: image.getAttribute('height') ?? '',
        }
      : undefined,
    about: listed(
      linksIn('Topics:').map((link) => ({
        '@type': 'Thing',
        name: words(link),
        url: at(link.getAttribute('href')),
      })),
    ),
    citation: listed([...page.querySelectorAll('li[id^=source-]')].map(sourceOf)),
  } as Article & object);
}

/** Credentials follow the name and a comma. */
function authorOf(link: Element, at: About['at']): Person {
  const [name = '', ...credentials] = words(link).split(', ');
  return given({
    '@type': 'Person',
    name,
    honorificSuffix: credentials.join(', ') || undefined,
    url: at(link.getAttribute('href')),
  } as const);
}

/** After its title: the publisher, the place in the work, if it is told, and the year, if it is known. */
function sourceOf(source: Element): CreativeWork {
  const title = source.querySelector('cite');
  const reference = (title?.nextSibling?.textContent ?? '').replace(/^\. |\.$/g, '').split(', ');
  const year = reference.at(-1);
  return given({
    '@type': 'CreativeWork',
    name: words(title),
    publisher: { '@type': 'Organization', name: reference[0] ?? '' },
    datePublished: year?.match(/^\d{4}$/) ? year : undefined,
    url: title?.querySelector('a')?.getAttribute('href') ?? undefined,
  } as const);
}
