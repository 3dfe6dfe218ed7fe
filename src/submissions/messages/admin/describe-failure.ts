/** Descriptions of the codes with a known cause. */
const DESCRIPTIONS: Record<string, string> = {
  'text-21211': 'the number does not exist',
  'text-21214': 'the number cannot be reached',
  'text-21217': 'the number cannot be reached',
  'text-21408': 'text messages to that country are not switched on',
  'text-21610': 'the person told the text service to stop',
  'text-21612': 'the number cannot be reached',
  'text-21614': 'the number is not a mobile phone',
  'text-20003': 'the text service does not know our account',
  'text-not-served': 'a text to that number may be expensive, so a person decides',
  'text-hourly-limit': 'as many texts went out in this hour as Site allows',
  'text-no-number': 'the request has no number for texts',
  'mail-no-coordinator': 'no coordinator has an account',
  'mail-EAUTH': 'the mail server does not know our account',
};

const NO_ANSWER =
  /-(ETIMEDOUT|ETIMEOUT|ECONNREFUSED|ECONNRESET|ECONNECTION|ESOCKET|EDNS|ENOTFOUND)$/;

/** A code of `MailError` or `TextError`. Anything else could repeat an address from a server's response. */
const CODE = /^(mail|text)-[\w-]{1,40}$/;

/** Describes for staff why a message could not be sent, with the code for whoever fixes it. */
export function describeFailure(code: string): string {
  if (!CODE.test(code)) return 'something went wrong on our side';
  const service = code.startsWith('mail') ? 'the mail server' : 'the text service';
  const generic = NO_ANSWER.test(code) ? `${service} did not answer` : `${service} refused it`;
  return `${DESCRIPTIONS[code] ?? generic} (${code})`;
}
