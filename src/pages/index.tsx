import { loadHomeView } from '#data/home.ts';
import { page } from '#site/page.ts';
import { publisherJsonLd, siteJsonLd } from '#site/structured-data/site.ts';
import { HomePage } from '#site/views/home.tsx';

export const getServerSideProps = page(async ({ reader, siteLayout }) => {
  const home = await loadHomeView(reader);
  return {
    view: { home, crisisLines: siteLayout.crisisLines },
    head: {
      title: siteLayout.siteName,
      description: home.introduction,
      path: '/',
      jsonLd: [siteJsonLd(siteLayout), publisherJsonLd(siteLayout)],
    },
  };
});

export default HomePage;
