import { env } from '#platform/environment/env.ts';
import { writeRobots } from '#site/feeds/robots.ts';
import { file } from '#site/file.ts';

export const GET = file('/robots.txt', 'text/plain', async () => writeRobots(env.SITE_URL));

// Next would make files of some of these names once, when the site is built.
export const dynamic = 'force-dynamic';
