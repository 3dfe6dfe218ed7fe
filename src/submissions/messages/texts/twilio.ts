import type { Twilio } from 'twilio';
import { TooLate, within } from '#platform/http/deadline.ts';
import type { TextProvider } from './provider.ts';
import { TextFailed, type TextOutcome } from './text-failed.ts';

export interface TwilioSettings {
  accountSid: string;
  authToken: string;
  /** A number in E.164, or the SID of a messaging service. */
  from: string;
  /** Origin of the API. */
  apiUrl: string;
}

/** An answer that comes later than this is not waited for. */
const ANSWER_MS = 10_000;

/** Errors that say something of the number, and will say it again: https://www.twilio.com/docs/api/errors */
const OUTCOMES: Record<number, TextOutcome> = {
  // Not a number.
  21211: 'never',
  // Cannot be reached, in its country or at all.
  21214: 'never',
  21217: 'never',
  21408: 'never',
  21612: 'never',
  // Not a mobile phone.
  21614: 'never',
  // The person has sent STOP to the provider.
  21610: 'stopped',
};

/** Sends through Twilio's API. It is loaded when there is something to send: it is large. */
export function twilioProvider(
  { accountSid, authToken, from, apiUrl }: TwilioSettings,
  answerMs = ANSWER_MS,
): TextProvider {
  const sender = from.startsWith('+') ? { from } : { messagingServiceSid: from };
  let client: Promise<Twilio> | undefined;

  const connect = async (): Promise<Twilio> => {
    const { default: twilio } = await import('twilio');
    const connected = twilio(accountSid, authToken, { timeout: answerMs });
    connected.api.baseUrl = apiUrl;
    return connected;
  };

  return {
    async send(to, body) {
      client ??= connect();
      const { messages } = await client;
      try {
        const { sid } = await within(answerMs, messages.create({ ...sender, to, body }));
        // Something between us and the provider may answer in its place.
        if (!sid) throw new TextFailed('text-no-receipt', 'later');
      } catch (error) {
        throw failed(error);
      }
    },
  };
}

/** Never the error itself: it holds the number and the words. */
function failed(error: unknown): TextFailed {
  if (error instanceof TextFailed) return error;
  const { code, status } = error as { code?: unknown; status?: unknown };
  // The library’s own word for it is another one.
  if (error instanceof TooLate || code === 'ECONNABORTED') {
    return new TextFailed('text-ETIMEDOUT', 'later');
  }
  if (typeof code === 'number') return new TextFailed(`text-${code}`, OUTCOMES[code] ?? 'later');
  if (typeof code === 'string' && /^[A-Z_]{1,40}$/.test(code)) {
    return new TextFailed(`text-${code}`, 'later');
  }
  return new TextFailed(`text-${typeof status === 'number' ? status : 'unknown'}`, 'later');
}
