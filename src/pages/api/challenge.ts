import type { NextApiRequest, NextApiResponse } from 'next';
import { answersCors } from '#platform/http/cors.ts';
import { CACHE, setSecurityHeaders } from '#platform/http/headers.ts';
import { newChallenge } from '#submissions/pipeline/proof.ts';

/** A proof of work to do, for the script of a form and for front ends. */
export default async function challenge(req: NextApiRequest, res: NextApiResponse): Promise<void> {
  setSecurityHeaders(res);
  res.setHeader('Cache-Control', CACHE.never);
  if (answersCors(req, res, { methods: ['GET'] })) return;
  if (req.method !== 'GET') {
    res.setHeader('Allow', 'GET');
    res.status(405).end();
    return;
  }
  res.status(200).json(await newChallenge(new Date()));
}
