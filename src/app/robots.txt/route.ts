import { env } from '#platform/environment/env.ts';
import { writeRobotsTxt } from '#site/feeds/robots-txt.ts';
import { file } from '#site/file.ts';

export const GET = file('/robots.txt', 'text/plain', async () => writeRobotsTxt(env.SITE_URL));

// Next prerenders routes of some of these names at build time, like robots.txt.
export const dynamic = 'force-dynamic';
