import { showHome } from '#data/home.ts';
import { page } from '#page.ts';
import { publisherThing, siteThing } from '#structured-data/site.ts';
import { HomeView } from '#views/home.tsx';

export const getServerSideProps = page(async ({ reader, frame }) => {
  const home = await showHome(reader);
  return {
    view: { home, crisisLines: frame.crisisLines },
    head: {
      title: frame.siteName,
      description: home.introduction,
      path: '/',
      things: [siteThing(frame), publisherThing(frame)],
    },
  };
});

export default HomeView;
