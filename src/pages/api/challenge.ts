import type { NextApiRequest, NextApiResponse } from 'next';
import { handleCors } from '#platform/http/cors.ts';
import { CACHE_CONTROL, setSecurityHeaders } from '#platform/http/headers.ts';
import { newChallenge } from '#submissions/pipeline/proof-of-work.ts';

/** Serves a proof-of-work challenge to the script of a form and to other front ends. */
export default async function serveChallenge(
  req: NextApiRequest,
  res: NextApiResponse,
): Promise<void> {
  setSecurityHeaders(res);
  res.setHeader('Cache-Control', CACHE_CONTROL.never);
  if (handleCors(req, res, { methods: ['GET'] })) return;
  if (req.method !== 'GET') {
    res.setHeader('Allow', 'GET');
    res.status(405).end();
    return;
  }
  res.status(200).json(await newChallenge(new Date()));
}
