import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export const ACCOUNT = {
  accountSid: `AC${'1'.repeat(32)}`,
  authToken: 'a token of the tests, and of them alone',
  from: '+12125550100',
};

/** A request to Twilio's API. */
export interface TwilioRequest {
  path: string | undefined;
  authorization: string | undefined;
  fields: Record<string, string>;
}

/** The response to a request; `nothing` leaves it unanswered. */
type TwilioResponse = { status: number; body: string } | 'nothing';

export const ACCEPTED: TwilioResponse = {
  status: 201,
  body: JSON.stringify({ sid: `SM${'2'.repeat(32)}` }),
};

/** Returns an error response of Twilio, whose message contains the number. */
export const createRejection = (code: number, status = 400): TwilioResponse => ({
  status,
  body: JSON.stringify({ code, message: `The 'To' number +12125550123 is refused`, status }),
});

/** Starts a fake of Twilio's API on a free port. It records requests, and answers with `ACCEPTED` until told otherwise. */
export async function startFakeTwilio() {
  const requests: TwilioRequest[] = [];
  let response: TwilioResponse = ACCEPTED;
  const server = createServer(async (req, res) => {
    let body = '';
    for await (const chunk of req) body += chunk;
    const fields = Object.fromEntries(new URLSearchParams(body));
    requests.push({ path: req.url, authorization: req.headers.authorization, fields });
    if (response === 'nothing') return;
    res.writeHead(response.status, { 'Content-Type': 'application/json' }).end(response.body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    requests,
    respondWith: (next: TwilioResponse) => {
      response = next;
    },
    async stop() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
