import { env } from '#platform/environment/env.ts';
import { createTwilioProvider } from './twilio.ts';

/** Sends text messages. */
export interface TextProvider {
  /**
   * Sends a message; resolves once the provider has accepted it.
   * @param to number in E.164
   * @throws TextError
   */
  send(to: string, body: string): Promise<void>;
}

/** Returns the configured provider. Undefined if none is: text messages then wait for a person. */
export function getTextProvider(): TextProvider | undefined {
  const { TWILIO_ACCOUNT_SID, TWILIO_AUTH_TOKEN, TWILIO_FROM, TWILIO_API_URL } = env;
  if (!TWILIO_ACCOUNT_SID || !TWILIO_AUTH_TOKEN || !TWILIO_FROM) return undefined;
  return createTwilioProvider({
    accountSid: TWILIO_ACCOUNT_SID,
    authToken: TWILIO_AUTH_TOKEN,
    from: TWILIO_FROM,
    apiUrl: TWILIO_API_URL,
  });
}
