import { readFileSync } from 'node:fs';
import { describeFailure } from '#platform/process/describe-failure.ts';
import { printLine } from '#platform/process/progress.ts';

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
const PARENT_POLL_MS = 1_000;

export interface Shutdown {
  /** Aborts when the shutdown begins. */
  readonly signal: AbortSignal;
  /** Registers a function that stops something. The last registered runs first. */
  add(stop: () => Promise<void>): void;
  /** Stops everything and exits: with code 0 after a signal, with 1 after a failure. */
  begin(failure?: unknown): Promise<never>;
}

/** Handles SIGINT, SIGTERM, SIGHUP and the end of npm: stops what has been registered, then exits. */
export function watchForShutdown(): Shutdown {
  const stops: (() => Promise<void>)[] = [];
  const stopping = new AbortController();
  let ending: Promise<never> | undefined;

  const end = async (failure: unknown): Promise<never> => {
    if (failure) console.error(describeFailure(failure));
    else printLine('Stopping …');
    stopping.abort();
    let code = failure ? 1 : 0;
    for (const stop of stops.reverse()) {
      await stop().catch((error: unknown) => {
        console.error(describeFailure(error));
        code = 1;
      });
    }
    if (!failure) printLine('Stopped.');
    process.exit(code);
  };
  const begin = (failure?: unknown): Promise<never> => {
    ending ??= end(failure);
    return ending;
  };

  for (const signal of SIGNALS) {
    process.on(signal, () => {
      if (ending) printLine('Still stopping: what is being answered is finished first.');
      else begin();
    });
  }
  watchAncestors(begin);
  // Writing to a closed terminal fails, which must not interrupt the shutdown.
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {});
  return { signal: stopping.signal, add: (stop) => stops.push(stop), begin };
}

/** Stops this process if npm, which started it, is killed: npm would pass no signal on. */
function watchAncestors(stop: () => void): void {
  if (!process.env.npm_lifecycle_event) return;
  const before = ancestors();
  const watch = setInterval(() => {
    if (ancestors() === before) return;
    clearInterval(watch);
    stop();
  }, PARENT_POLL_MS);
  watch.unref();
}

/** Returns the ids of our parent and its parent, because npm starts us through a shell. */
function ancestors(): string {
  try {
    const status = readFileSync(`/proc/${process.ppid}/status`, 'utf8');
    return `${process.ppid} ${/^PPid:\s*(\d+)/m.exec(status)?.[1]}`;
  } catch {
    return String(process.ppid);
  }
}
