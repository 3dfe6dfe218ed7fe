import { CRISIS_LINES } from '#domain/crisis-lines.ts';
import type { SiteLayout } from '#domain/site-layout.ts';

/** The layout data of pages in render tests. */
export const siteLayout: SiteLayout = {
  locale: 'en',
  siteName: 'Riverside',
  notice: 'This is a demonstration.',
  origin: 'https://riverside.example',
  phoneLine: { label: '(212) 555-0142', href: 'tel:+12125550142' },
  problemReports: { email: 'site@riverside.example', answerDays: 3 },
  header: [
    { label: 'Articles', href: '/articles' },
    { label: 'The way', href: '/stages' },
  ],
  footer: [{ heading: 'Read', links: [{ label: 'Privacy policy', href: '/privacy' }] }],
  smallPrint: 'General information only.',
  crisisLines: [...CRISIS_LINES],
  quickExit: { href: 'https://weather.example/today', title: 'Today’s weather' },
};
