import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';

/** A client retries a submission that was not acknowledged by then. */
const REQUEST_TIMEOUT_MS = 10_000;
const RETRY_PAUSE_MS = 50;

/** A submission that the site has acknowledged. */
export interface AcknowledgedSubmission {
  name: string;
  receipt: string;
  reference: string;
  /** True if it has the consent to text messages. */
  consent: boolean;
  /** How often it was sent until it was acknowledged. */
  tries: number;
  /** Time from the first try to the acknowledgement. */
  tookMs: number;
}

export interface SteadyLoad {
  acknowledged: AcknowledgedSubmission[];
  /** Resolves as soon as a submission that is sent from now on is acknowledged. */
  waitForAcknowledgement(): Promise<void>;
  /** Stops after each client's current submission is acknowledged. */
  stop(): Promise<void>;
}

/**
 * Starts clients that send one submission after the other, each with an idempotency key of its own. They retry a
 * submission until it is acknowledged.
 */
export function startSteadyLoad(url: string, clients: number): SteadyLoad {
  const acknowledged: AcknowledgedSubmission[] = [];
  const waiting = new Set<{ since: number; go: () => void }>();
  let stopping = false;

  const client = async (number: number) => {
    for (let n = 0; !stopping; n += 1) {
      const began = performance.now();
      const submission = await sendUntilAcknowledged(url, `Load ${number}-${n}`, n % 2 === 0);
      acknowledged.push(submission);
      for (const waiter of waiting) if (waiter.since <= began) waiter.go();
    }
  };
  const all = Promise.all(Array.from({ length: clients }, (_, number) => client(number)));
  // The rejection is handled by the next call that awaits it.
  all.catch(() => {});

  return {
    acknowledged,
    async waitForAcknowledgement() {
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

async function sendUntilAcknowledged(
  url: string,
  name: string,
  consent: boolean,
): Promise<AcknowledgedSubmission> {
  const key = randomUUID();
  const began = performance.now();
  for (let tries = 1; ; tries += 1) {
    const receipt = await send(url, key, name, consent);
    if (receipt) return { ...receipt, name, consent, tries, tookMs: performance.now() - began };
    await pause(RETRY_PAUSE_MS);
  }
}

/** Sends a submission. @returns undefined if it may or may not have been stored */
async function send(
  url: string,
  key: string,
  name: string,
  consent: boolean,
): Promise<Pick<AcknowledgedSubmission, 'receipt' | 'reference'> | undefined> {
  const body = {
    callToAction: 'let-us-help',
    answers: { name, phone: '(212) 555-0177', email: 'load@mail.example' },
    // A mail for each submission; coordinators get one mail for many.
    receiptByMail: true,
    ...(consent && { consent: { text: 'text-messages', version: 1, given: true } }),
  };
  const response = await fetch(`${url}/api/requests`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', 'Idempotency-Key': key },
    body: JSON.stringify(body),
    signal: AbortSignal.timeout(REQUEST_TIMEOUT_MS),
  }).catch(() => undefined);
  if (response && response.status !== 201 && response.status !== 503) {
    throw new Error(`A submission was answered with ${response.status}: ${await response.text()}`);
  }
  const receipt = await response?.json().catch(() => undefined);
  return response?.status === 201 ? receipt : undefined;
}
