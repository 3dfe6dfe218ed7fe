import { env } from '#env.ts';
import { writeRobots } from '#feeds/robots.ts';
import { file } from '#file.ts';

export const GET = file('/robots.txt', 'text/plain', async () => writeRobots(env.SITE_URL));

// Next would make files of some of these names once, when the site is built.
export const dynamic = 'force-dynamic';
