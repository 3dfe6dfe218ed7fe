import type { NextApiRequest, NextApiResponse } from 'next';
import { SUBMISSION_ERRORS } from '#domain/submission-error.ts';
import { buildOpenApi } from '#forms/openapi.ts';
import { env } from '#platform/environment/env.ts';
import { setCacheHeaders, setSecurityHeaders } from '#platform/http/headers.ts';
import { MAX_DEPTH, MAX_VALUES } from '#submissions/pipeline/body-limits.ts';
import { LIMITS } from '#submissions/pipeline/rate-limits.ts';
import { MAX_BYTES } from '#submissions/pipeline/receive.ts';
import { IDEMPOTENCY_KEY } from '#submissions/pipeline/submission-payload.ts';

const errors = Object.fromEntries(
  Object.entries(SUBMISSION_ERRORS).filter(([code]) => code !== 'unknown'),
);

const DESCRIPTION = buildOpenApi(env.SITE_URL, {
  errors,
  idempotencyKeyPattern: IDEMPOTENCY_KEY.source,
  bodyLimits: { bytes: MAX_BYTES, values: MAX_VALUES, depth: MAX_DEPTH },
  rateLimits: LIMITS,
});

/** Serves the OpenAPI description of the public API. */
export default function serveDescription(req: NextApiRequest, res: NextApiResponse): void {
  setSecurityHeaders(res);
  if (req.method !== 'GET' && req.method !== 'HEAD') {
    res.setHeader('Allow', 'GET, HEAD');
    res.status(405).end();
    return;
  }
  setCacheHeaders(res, 'shared', new Set());
  // Tools on any origin may read it.
  res.setHeader('Access-Control-Allow-Origin', '*');
  res.status(200).json(DESCRIPTION);
}
