import { showHome } from '#data/home.ts';
import { page } from '#site/page.ts';
import { publisherThing, siteThing } from '#site/structured-data/site.ts';
import { HomePage } from '#site/views/home.tsx';

export const getServerSideProps = page(async ({ reader, frame }) => {
  const home = await showHome(reader);
  return {
    view: { home, crisisLines: frame.crisisLines },
    head: {
      title: frame.siteName,
      description: home.introduction,
      path: '/',
      jsonLd: [siteThing(frame), publisherThing(frame)],
    },
  };
});

export default HomePage;
