interface Claim {
  authorization?: string | null | undefined;
  cookie?: string | null | undefined;
}

/**
 * True if somebody says to have an account, by Payload's cookie or a key. Whether that is right is found
 * out later: it costs a look into the database.
 */
export const claimsAccount = ({ authorization = null, cookie }: Claim): boolean =>
  authorization !== null || /(^|;)\s*payload-token=/.test(cookie ?? '');
