import type { NextApiRequest, NextApiResponse } from 'next';
import { env } from '#env.ts';
import { openapi } from '#forms/openapi.ts';
import { setCaching, setSecurityHeaders } from '#http/headers.ts';
import { LIMITS } from '#requests/limits.ts';
import { MOST_BYTES } from '#requests/receive.ts';
import { REFUSALS } from '#requests/refused.ts';
import { KEY } from '#requests/sent.ts';
import { DEEPEST, MOST_VALUES } from '#requests/within-measure.ts';

const refusals = Object.fromEntries(
  Object.entries(REFUSALS).filter(([code]) => code !== 'unknown'),
);

const DESCRIPTION = openapi(env.SITE_URL, {
  refusals,
  key: KEY.source,
  most: { bytes: MOST_BYTES, values: MOST_VALUES, depth: DEEPEST },
  limits: LIMITS,
});

/** The public API described. */
export default function description(req: NextApiRequest, res: NextApiResponse): void {
  setSecurityHeaders(res);
  if (req.method !== 'GET' && req.method !== 'HEAD') {
    res.setHeader('Allow', 'GET, HEAD');
    res.status(405).end();
    return;
  }
  setCaching(res, 'shared', new Set());
  // Anybody's tools may read it.
  res.setHeader('Access-Control-Allow-Origin', '*');
  res.status(200).json(DESCRIPTION);
}
