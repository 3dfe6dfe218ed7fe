import { env } from '#env.ts';
import { writeRobots } from '#feeds/robots.ts';
import { file } from '#file.ts';

export const GET = file('/robots.txt', 'text/plain', async () => writeRobots(env.SITE_URL));
