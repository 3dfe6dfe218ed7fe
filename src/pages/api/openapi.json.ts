import type { NextApiRequest, NextApiResponse } from 'next';
import { SUBMISSION_ERRORS } from '#domain/submission-error.ts';
import { openapi } from '#forms/openapi.ts';
import { env } from '#platform/environment/env.ts';
import { setCaching, setSecurityHeaders } from '#platform/http/headers.ts';
import { DEEPEST, MOST_VALUES } from '#submissions/pipeline/body-limits.ts';
import { LIMITS } from '#submissions/pipeline/limits.ts';
import { MOST_BYTES } from '#submissions/pipeline/receive.ts';
import { KEY } from '#submissions/pipeline/submission-payload.ts';

const refusals = Object.fromEntries(
  Object.entries(SUBMISSION_ERRORS).filter(([code]) => code !== 'unknown'),
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
