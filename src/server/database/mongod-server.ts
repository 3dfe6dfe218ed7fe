import { MongoInstance } from 'mongodb-memory-server-core';
import { MongoInstanceEvents } from 'mongodb-memory-server-core/lib/util/MongoInstance.js';

const { instanceReady, instanceError, instanceClosed } = MongoInstanceEvents;
/** Events to which the library adds listeners during a start. */
const START_EVENTS = [instanceReady, instanceError, instanceClosed];

/** A `mongod` process that can be restarted for as long as it takes, and says in one line why it stopped. */
export class MongodServer extends MongoInstance {
  /** True if it has reported a full disk since its last start. */
  private isDiskFull = false;

  override async start(): Promise<void> {
    this.isDiskFull = false;
    const before = START_EVENTS.map((event) => this.rawListeners(event));
    try {
      await super.start();
    } finally {
      // The library leaves the listeners of a failed start behind, and starts can fail for days.
      for (const [index, event] of START_EVENTS.entries()) {
        const added = this.rawListeners(event).filter(
          (listener) => !before[index]?.includes(listener),
        );
        for (const listener of added) this.off(event, listener as () => void);
      }
    }
  }

  override stdoutHandler(message: string | Buffer): void {
    this.isDiskFull ||= /No space left on device/.test(message.toString());
    super.stdoutHandler(message);
  }

  /** Returns in one line why it stopped or did not start. */
  stopReason(error?: unknown): string {
    if (this.isDiskFull) return 'no space is left on the disk';
    return error instanceof Error
      ? (error.message.split('\n')[0] ?? error.name)
      : 'no reason given';
  }

  /** Output can arrive in parts of a line, on which the library throws. */
  protected override checkErrorInLine(line: string): void {
    try {
      super.checkErrorInLine(line);
    } catch {
      this.emit(MongoInstanceEvents.instanceError, new Error(line));
    }
  }

  /** Ends a server that does not listen by a signal: it cannot be asked over a connection. */
  override stop(): Promise<boolean> {
    if (!this.isInstanceReady) this.isReplSet = false;
    return super.stop();
  }
}

/** True if a server could not start because another one has its folder open. */
export const isFolderInUse = (error: unknown): boolean =>
  error instanceof Error && /DBPathInUse|Unable to lock the lock file/.test(error.message);
