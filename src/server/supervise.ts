import { type ChildProcess, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { OperatorError } from '#platform/process/operator-error.ts';
import { printLine } from '#platform/process/progress.ts';
import { rootPath } from '#platform/process/root.ts';
import { lowerPriority } from './lower-priority.ts';
import { createThrottledLog } from './throttled-log.ts';

const STOP_TIMEOUT_MS = 15_000;
const FIRST_PAUSE_MS = 250;
const LONGEST_PAUSE_MS = 5_000;

export interface SuperviseOptions {
  /** Name in log messages, like “web server”. */
  name: string;
  /** Arguments for Node: the program and its own arguments. */
  args: string[];
  environment: NodeJS.ProcessEnv;
  /** Resolves with true once the process is ready, or with false if it exits before. */
  waitUntilReady: (child: ChildProcess) => Promise<boolean>;
  /** Lines of its output that are not printed. */
  ignoredOutput?: RegExp;
  /** True if it yields the CPU to processes that serve readers. */
  hasLowerPriority?: boolean;
  /** True if the first start is retried as well; otherwise its failure rejects `ready`. */
  retriesFirstStart?: boolean;
}

export interface SupervisedProcess {
  /** Resolves once the process is ready. Rejects if the first start fails and is not retried; the process has printed why. */
  ready: Promise<void>;
  /** Asks the process to finish and exit, and kills it after 15 s. */
  stop(): Promise<void>;
}

/**
 * Runs a Node program in a child process and restarts it whenever it exits. It never gives up, because the other
 * processes still serve readers meanwhile.
 */
export function supervise(options: SuperviseOptions): SupervisedProcess {
  const { name, waitUntilReady, retriesFirstStart } = options;
  const ready = Promise.withResolvers<void>();
  let isStopping = false;
  let child: ChildProcess | undefined;
  const logThrottled = createThrottledLog();

  const start = async (): Promise<boolean> => {
    child = launchProcess(options);
    return child !== undefined && waitUntilReady(child);
  };
  const keepRunning = async (isReady: boolean): Promise<void> => {
    for (let failures = 0; ; ) {
      if (isReady) ready.resolve();
      if (child) await waitForExit(child);
      if (isStopping) return;
      // A crash after a good start is news each time. Repeated failures to start are logged more and more rarely.
      (isReady ? printLine : logThrottled)(`The ${name} stopped unexpectedly; starting it again.`);
      await pause(Math.min(FIRST_PAUSE_MS * 2 ** failures, LONGEST_PAUSE_MS));
      if (isStopping) return;
      isReady = await start();
      failures = isReady ? 0 : failures + 1;
    }
  };
  start().then((isReady) => {
    if (isReady || retriesFirstStart) return keepRunning(isReady);
    return ready.reject(new OperatorError(`The ${name} did not start.`));
  });

  return {
    ready: ready.promise,
    async stop() {
      isStopping = true;
      if (child) await endProcess(child);
    },
  };
}

/** Starts the process. Returns undefined if the system cannot, for example because it is out of memory. */
function launchProcess(options: SuperviseOptions): ChildProcess | undefined {
  const { args, ignoredOutput, hasLowerPriority } = options;
  const child = spawnNode(args, options.environment);
  // Without a listener, the error of a failed spawn would end this process.
  child?.once('error', () => {});
  if (!child?.pid) return undefined;
  if (hasLowerPriority) lowerPriority(child.pid);
  if (child.stdout) {
    createInterface({ input: child.stdout }).on('line', (line) => {
      if (!ignoredOutput?.test(line)) printLine(line);
    });
  }
  return child;
}

function spawnNode(args: string[], environment: NodeJS.ProcessEnv): ChildProcess | undefined {
  const exitWithParent = pathToFileURL(rootPath('src/server/exit-with-parent.ts')).href;
  try {
    return spawn(process.execPath, ['--import', exitWithParent, ...args], {
      cwd: rootPath(),
      env: environment,
      stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
      // In its own process group, it does not receive our Ctrl-C: we stop the processes in order.
      detached: true,
    });
  } catch {
    return undefined;
  }
}

/** For programs that send a message when they are ready: resolves with true then, or with false if the process exits. */
export const waitForReadyMessage = (child: ChildProcess): Promise<boolean> =>
  new Promise((resolve) => {
    child.once('message', () => resolve(true));
    child.once('exit', () => resolve(false));
  });

export const hasExited = ({ exitCode, signalCode }: ChildProcess): boolean =>
  exitCode !== null || signalCode !== null;

async function waitForExit(child: ChildProcess): Promise<void> {
  if (!hasExited(child)) await new Promise((resolve) => child.once('exit', resolve));
}

async function endProcess(child: ChildProcess): Promise<void> {
  if (hasExited(child)) return;
  child.kill('SIGTERM');
  const killTimer = setTimeout(() => child.kill('SIGKILL'), STOP_TIMEOUT_MS);
  await waitForExit(child);
  clearTimeout(killTimer);
}
