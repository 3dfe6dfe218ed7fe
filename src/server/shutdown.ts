import { readFileSync } from 'node:fs';
import { inWords } from '#platform/process/describe-failure.ts';
import { say } from '#platform/process/progress.ts';

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
const PARENT_POLL_MS = 1_000;

export interface Shutdown {
  /** Aborted when everything has to stop. */
  readonly signal: AbortSignal;
  /** Something that was started; what was started last is stopped first. */
  add(stop: () => Promise<void>): void;
  /** Stops everything and ends this process: with 0 if somebody asked for it, with 1 after a failure. */
  begin(failure?: unknown): Promise<never>;
}

/** Watches for the signals that ask a program to end, and ends it in order. */
export function onShutdown(): Shutdown {
  const started: (() => Promise<void>)[] = [];
  const stopping = new AbortController();
  let ending: Promise<never> | undefined;

  const end = async (failure: unknown): Promise<never> => {
    if (failure) console.error(inWords(failure));
    else say('Stopping …');
    stopping.abort();
    let code = failure ? 1 : 0;
    for (const stop of started.reverse()) {
      await stop().catch((error: unknown) => {
        console.error(inWords(error));
        code = 1;
      });
    }
    if (!failure) say('Stopped.');
    process.exit(code);
  };
  const begin = (failure?: unknown): Promise<never> => {
    ending ??= end(failure);
    return ending;
  };

  for (const signal of SIGNALS) {
    process.on(signal, () => {
      if (ending) say('Still stopping: what is being answered is finished first.');
      else begin();
    });
  }
  whenAbandoned(begin);
  // A terminal that was closed takes no more words; that must not keep us from stopping in order.
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {});
  return { signal: stopping.signal, add: (stop) => started.push(stop), begin };
}

/** npm may be killed without a word to us: nobody could stop us by it any more. */
function whenAbandoned(stop: () => void): void {
  if (!process.env.npm_lifecycle_event) return;
  const before = ancestors();
  const watch = setInterval(() => {
    if (ancestors() === before) return;
    clearInterval(watch);
    stop();
  }, PARENT_POLL_MS);
  watch.unref();
}

/** Our parent and its own: npm starts us by way of a shell. */
function ancestors(): string {
  try {
    const status = readFileSync(`/proc/${process.ppid}/status`, 'utf8');
    return `${process.ppid} ${/^PPid:\s*(\d+)/m.exec(status)?.[1]}`;
  } catch {
    return String(process.ppid);
  }
}
