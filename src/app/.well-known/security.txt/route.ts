import { LOCALES } from '#domain/locales.ts';
import { SECURITY_TXT_PATH } from '#domain/site-paths.ts';
import { env } from '#platform/environment/env.ts';
import { writeSecurityTxt } from '#site/feeds/security-txt.ts';
import { file } from '#site/file.ts';

export const GET = file(SECURITY_TXT_PATH, 'text/plain', async (reader) => {
  const { problems } = await reader.findGlobal('site');
  if (!problems?.email) return undefined;
  return writeSecurityTxt({
    email: problems.email,
    origin: env.SITE_URL,
    languages: LOCALES,
    now: new Date(),
  });
});

// Next prerenders routes of some of these names at build time, like robots.txt.
export const dynamic = 'force-dynamic';
