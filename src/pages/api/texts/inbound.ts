import type { NextApiRequest, NextApiResponse } from 'next';
import MessagingResponse from 'twilio/lib/twiml/MessagingResponse.js';
import { SubmissionError } from '#domain/submission-error.ts';
import { env } from '#platform/environment/env.ts';
import { within } from '#platform/http/deadline.ts';
import { CACHE, setSecurityHeaders } from '#platform/http/headers.ts';
import { logFailure } from '#platform/http/log.ts';
import { answerText } from '#submissions/messages/texts/inbound.ts';
import { isSigned } from '#submissions/messages/texts/signature.ts';
import { receiveSigned } from '#submissions/pipeline/receive.ts';

/** The body is read and counted by ourselves. */
export const config = { api: { bodyParser: false } };

const PATH = '/api/texts/inbound';

/** Twilio tries again within fifteen seconds. */
const DEADLINE_MS = 4_500;

/** What people answer to our text messages, as Twilio brings it. */
export default async function inbound(req: NextApiRequest, res: NextApiResponse): Promise<void> {
  setSecurityHeaders(res);
  res.setHeader('Cache-Control', CACHE.never);
  try {
    const authToken = env.TWILIO_AUTH_TOKEN;
    if (!authToken) throw new SubmissionError('unknown');
    if (req.method !== 'POST') throw new SubmissionError('method');
    const fields = await receiveSigned(req);
    const signature = req.headers['x-twilio-signature'];
    const signed = isSigned(signature, { authToken, url: `${env.SITE_URL}${PATH}`, fields });
    if (!signed) throw new SubmissionError('origin');
    const reply = await within(DEADLINE_MS, answerText(fields, new Date()));
    const answer = new MessagingResponse();
    if (reply) answer.message(reply);
    res.setHeader('Content-Type', 'text/xml; charset=utf-8');
    res.status(200).end(answer.toString());
  } catch (error) {
    // What was not taken has to come again.
    if (!(error instanceof SubmissionError)) logFailure(PATH, error);
    const { status } =
      error instanceof SubmissionError ? error : new SubmissionError('unavailable');
    if (status === 405) res.setHeader('Allow', 'POST');
    res.status(status).end();
  }
}
