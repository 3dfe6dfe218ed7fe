import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export const ACCOUNT = {
  accountSid: `AC${'1'.repeat(32)}`,
  authToken: 'a token of the tests, and of them alone',
  from: '+12125550100',
};

/** What was asked of Twilio's API. */
export interface Asked {
  path: string | undefined;
  authorization: string | undefined;
  fields: Record<string, string>;
}

/** How it answers: with what it says, or not at all. */
type Answer = { status: number; body: string } | 'nothing';

export const TAKEN: Answer = { status: 201, body: JSON.stringify({ sid: `SM${'2'.repeat(32)}` }) };

/** As Twilio words its errors: with the number in them. */
export const refusedFor = (code: number, status = 400): Answer => ({
  status,
  body: JSON.stringify({ code, message: `The 'To' number +12125550123 is refused`, status }),
});

/** Plays Twilio's API on a port of its own. */
export async function playTwilio() {
  const asked: Asked[] = [];
  let answer: Answer = TAKEN;
  const server = createServer(async (req, res) => {
    let body = '';
    for await (const chunk of req) body += chunk;
    const fields = Object.fromEntries(new URLSearchParams(body));
    asked.push({ path: req.url, authorization: req.headers.authorization, fields });
    if (answer === 'nothing') return;
    res.writeHead(answer.status, { 'Content-Type': 'application/json' }).end(answer.body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    asked,
    answer: (next: Answer) => {
      answer = next;
    },
    async stop() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
