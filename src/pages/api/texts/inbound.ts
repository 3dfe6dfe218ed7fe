import type { NextApiRequest, NextApiResponse } from 'next';
import MessagingResponse from 'twilio/lib/twiml/MessagingResponse.js';
import { SubmissionError } from '#domain/submission-error.ts';
import { env } from '#platform/environment/env.ts';
import { CACHE_CONTROL, setSecurityHeaders } from '#platform/http/headers.ts';
import { withTimeout } from '#platform/http/timeout.ts';
import { logFailure } from '#platform/log/log-failure.ts';
import { handleInboundText } from '#submissions/messages/texts/inbound-text.ts';
import { hasValidSignature } from '#submissions/messages/texts/twilio-signature.ts';
import { receiveSignedForm } from '#submissions/pipeline/receive.ts';

/** `receiveSignedForm` reads the body itself, with its own limits. */
export const config = { api: { bodyParser: false } };

const PATH = '/api/texts/inbound';

/** With the URL of the README, Twilio retries within 15 seconds in all: a slow attempt must leave time for another. */
const DEADLINE_MS = 4_500;

/** The webhook for inbound text messages: Twilio posts the replies to our messages here. */
export default async function receiveInboundText(
  req: NextApiRequest,
  res: NextApiResponse,
): Promise<void> {
  setSecurityHeaders(res);
  res.setHeader('Cache-Control', CACHE_CONTROL.never);
  try {
    const authToken = env.TWILIO_AUTH_TOKEN;
    if (!authToken) throw new SubmissionError('unknown');
    if (req.method !== 'POST') throw new SubmissionError('method');
    const fields = await receiveSignedForm(req);
    const signature = req.headers['x-twilio-signature'];
    const signed = hasValidSignature(signature, {
      authToken,
      url: `${env.SITE_URL}${PATH}`,
      fields,
    });
    if (!signed) throw new SubmissionError('origin');
    const reply = await withTimeout(DEADLINE_MS, handleInboundText(fields, new Date()));
    const twiml = new MessagingResponse();
    if (reply) twiml.message(reply);
    res.setHeader('Content-Type', 'text/xml; charset=utf-8');
    res.status(200).end(twiml.toString());
  } catch (error) {
    // With the URL of the README, Twilio retries after a status from 500.
    if (!(error instanceof SubmissionError)) logFailure('inbound-text-failed', error);
    const { status } =
      error instanceof SubmissionError ? error : new SubmissionError('unavailable');
    if (status === 405) res.setHeader('Allow', 'POST');
    res.status(status).end();
  }
}
