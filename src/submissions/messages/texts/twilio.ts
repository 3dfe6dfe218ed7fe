import type { Twilio } from 'twilio';
import { TimeoutError, withTimeout } from '#platform/http/timeout.ts';
import { TextError, type TextOutcome } from './text-error.ts';
import type { TextProvider } from './text-provider.ts';

export interface TwilioSettings {
  accountSid: string;
  authToken: string;
  /** A number in E.164, or the SID of a messaging service. */
  from: string;
  /** Origin of the API. */
  apiUrl: string;
}

const RESPONSE_TIMEOUT_MS = 10_000;

/** Error codes that are permanent for a number: https://www.twilio.com/docs/api/errors */
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
  // The person sent STOP to the provider.
  21610: 'stopped',
};

/** Creates a provider that sends through Twilio's API. Its large library is loaded with the first message. */
export function createTwilioProvider(
  { accountSid, authToken, from, apiUrl }: TwilioSettings,
  timeoutMs = RESPONSE_TIMEOUT_MS,
): TextProvider {
  const sender = from.startsWith('+') ? { from } : { messagingServiceSid: from };
  let client: Promise<Twilio> | undefined;

  const connect = async (): Promise<Twilio> => {
    const { default: twilio } = await import('twilio');
    const connected = twilio(accountSid, authToken, { timeout: timeoutMs });
    connected.api.baseUrl = apiUrl;
    return connected;
  };

  return {
    async send(to, body) {
      client ??= connect();
      const { messages } = await client;
      try {
        const { sid } = await withTimeout(timeoutMs, messages.create({ ...sender, to, body }));
        // A proxy in between may have answered instead of the provider.
        if (!sid) throw new TextError('text-no-receipt', 'later');
      } catch (error) {
        throw toTextError(error);
      }
    },
  };
}

/** Converts an error to its code alone, because it contains the number and the message. */
function toTextError(error: unknown): TextError {
  if (error instanceof TextError) return error;
  const { code, status } = error as { code?: unknown; status?: unknown };
  // ECONNABORTED is how the library reports its own timeout.
  if (error instanceof TimeoutError || code === 'ECONNABORTED') {
    return new TextError('text-ETIMEDOUT', 'later');
  }
  if (typeof code === 'number') return new TextError(`text-${code}`, OUTCOMES[code] ?? 'later');
  if (typeof code === 'string' && /^[A-Z_]{1,40}$/.test(code)) {
    return new TextError(`text-${code}`, 'later');
  }
  return new TextError(`text-${typeof status === 'number' ? status : 'unknown'}`, 'later');
}
