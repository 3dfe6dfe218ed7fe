import type { NextApiRequest, NextApiResponse } from 'next';
import { env } from '#env.ts';
import { openapi } from '#forms/openapi.ts';
import { setSecurityHeaders } from '#http/headers.ts';
import { REFUSALS } from '#requests/refused.ts';

const DOOR = Object.fromEntries(Object.entries(REFUSALS).filter(([code]) => code !== 'unknown'));

const DESCRIPTION = openapi(env.SITE_URL, DOOR);

/** The public API described. */
export default function description(req: NextApiRequest, res: NextApiResponse): void {
  setSecurityHeaders(res);
  if (req.method !== 'GET' && req.method !== 'HEAD') {
    res.setHeader('Allow', 'GET, HEAD');
    res.status(405).end();
    return;
  }
  res.setHeader('Cache-Control', 'public, max-age=300');
  // Anybody's tools may read it.
  res.setHeader('Access-Control-Allow-Origin', '*');
  res.status(200).json(DESCRIPTION);
}
