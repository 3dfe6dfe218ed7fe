import { env } from '#platform/environment/env.ts';
import { twilioProvider } from './twilio.ts';

/** Sends text messages. */
export interface TextProvider {
  /**
   * Hands a message over to the provider; resolves once the provider has taken it.
   * @param to number in E.164
   * @throws TextFailed
   */
  send(to: string, body: string): Promise<void>;
}

/** The provider that is set up; undefined if none is: then text messages wait for a person. */
export function textProvider(): TextProvider | undefined {
  const { TWILIO_ACCOUNT_SID, TWILIO_AUTH_TOKEN, TWILIO_FROM, TWILIO_API_URL } = env;
  if (!TWILIO_ACCOUNT_SID || !TWILIO_AUTH_TOKEN || !TWILIO_FROM) return undefined;
  return twilioProvider({
    accountSid: TWILIO_ACCOUNT_SID,
    authToken: TWILIO_AUTH_TOKEN,
    from: TWILIO_FROM,
    apiUrl: TWILIO_API_URL,
  });
}
