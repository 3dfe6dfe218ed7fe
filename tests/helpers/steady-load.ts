import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';

/** A client that waits longer takes the request for lost, and sends it again. */
const PATIENCE_MS = 10_000;
const RETRY_PAUSE_MS = 50;

/** A request that a client was told has come in. */
export interface Acknowledged {
  name: string;
  receipt: string;
  reference: string;
  /** Whether the box for text messages stood in its form. */
  consent: boolean;
  /** How often it was sent. */
  tries: number;
  /** From the first try to the receipt. */
  tookMs: number;
}

export interface SteadyLoad {
  acknowledged: Acknowledged[];
  /** Resolves as soon as a request that is sent from now on is acknowledged. */
  flowing(): Promise<void>;
  /** Lets each client bring its last request to an end. */
  stop(): Promise<void>;
}

/**
 * So many clients that send one request after the other, each request under a key of its own, again and
 * again until it is acknowledged.
 */
export function steadyLoad(url: string, clients: number): SteadyLoad {
  const acknowledged: Acknowledged[] = [];
  const waiting = new Set<{ since: number; go: () => void }>();
  let stopping = false;

  const client = async (number: number) => {
    for (let n = 0; !stopping; n += 1) {
      const began = performance.now();
      const one = await untilAcknowledged(url, `Load ${number}-${n}`, n % 2 === 0);
      acknowledged.push(one);
      for (const waiter of waiting) if (waiter.since <= began) waiter.go();
    }
  };
  const all = Promise.all(Array.from({ length: clients }, (_, number) => client(number)));
  // Heard by whoever waits next, not by nobody.
  all.catch(() => {});

  return {
    acknowledged,
    async flowing() {
      const next = new Promise<void>((go) => {
        waiting.add({ since: performance.now(), go });
      });
      await Promise.race([next, all]);
      waiting.clear();
    },
    async stop() {
      stopping = true;
      await all;
    },
  };
}

async function untilAcknowledged(
  url: string,
  name: string,
  consent: boolean,
): Promise<Acknowledged> {
  const key = randomUUID();
  const began = performance.now();
  for (let tries = 1; ; tries += 1) {
    const receipt = await send(url, key, name, consent);
    if (receipt) return { ...receipt, name, consent, tries, tookMs: performance.now() - began };
    await pause(RETRY_PAUSE_MS);
  }
}

/** @returns undefined if it may have come in or not */
async function send(
  url: string,
  key: string,
  name: string,
  consent: boolean,
): Promise<Pick<Acknowledged, 'receipt' | 'reference'> | undefined> {
  const body = {
    callToAction: 'let-us-help',
    answers: { name, phone: '(212) 555-0177', email: 'load@mail.example' },
    // A mail for each: coordinators get one for many.
    receiptByMail: true,
    ...(consent && { consent: { text: 'text-messages', version: 1, given: true } }),
  };
  const answer = await fetch(`${url}/api/requests`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', 'Idempotency-Key': key },
    body: JSON.stringify(body),
    signal: AbortSignal.timeout(PATIENCE_MS),
  }).catch(() => undefined);
  if (answer && answer.status !== 201 && answer.status !== 503) {
    throw new Error(`A request was answered with ${answer.status}: ${await answer.text()}`);
  }
  const receipt = await answer?.json().catch(() => undefined);
  return answer?.status === 201 ? receipt : undefined;
}
