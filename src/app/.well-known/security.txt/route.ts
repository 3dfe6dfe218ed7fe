import { SECURITY_PATH } from '#domain/addresses.ts';
import { LOCALES } from '#domain/locales.ts';
import { env } from '#platform/environment/env.ts';
import { writeSecurity } from '#site/feeds/security.ts';
import { file } from '#site/file.ts';

export const GET = file(SECURITY_PATH, 'text/plain', async (reader) => {
  const { problems } = await reader.global('site');
  if (!problems?.email) return undefined;
  return writeSecurity({
    email: problems.email,
    origin: env.SITE_URL,
    languages: LOCALES,
    now: new Date(),
  });
});

// Next would make files of some of these names once, when the site is built.
export const dynamic = 'force-dynamic';
