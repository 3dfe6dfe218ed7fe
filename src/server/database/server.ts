import { MongoInstance } from 'mongodb-memory-server-core';
import { MongoInstanceEvents } from 'mongodb-memory-server-core/lib/util/MongoInstance.js';

const { instanceReady, instanceError, instanceClosed } = MongoInstanceEvents;
/** What the library listens for while it starts. */
const OF_START = [instanceReady, instanceError, instanceClosed];

/** A `mongod` that may also fail to start without more words than we have for it. */
export class Server extends MongoInstance {
  /** Whether it said, since it was started last, that nothing more fits on the disk. */
  private isDiskFull = false;

  override async start(): Promise<void> {
    this.isDiskFull = false;
    const before = OF_START.map((event) => this.rawListeners(event));
    try {
      await super.start();
    } finally {
      // Those of a start that failed would stay, and it can fail for days.
      for (const [index, event] of OF_START.entries()) {
        const added = this.rawListeners(event).filter((one) => !before[index]?.includes(one));
        for (const one of added) this.off(event, one as () => void);
      }
    }
  }

  override stdoutHandler(message: string | Buffer): void {
    this.isDiskFull ||= /No space left on device/.test(message.toString());
    super.stdoutHandler(message);
  }

  /** Why it stopped or did not start, in one line. */
  reason(error?: unknown): string {
    if (this.isDiskFull) return 'no space is left on the disk';
    return error instanceof Error
      ? (error.message.split('\n')[0] ?? error.name)
      : 'no reason given';
  }

  /** Its last words can come in pieces that the library takes for whole ones. */
  protected override checkErrorInLine(line: string): void {
    try {
      super.checkErrorInLine(line);
    } catch {
      this.emit(MongoInstanceEvents.instanceError, new Error(line));
    }
  }

  /** One that does not listen is not asked to shut down, but told. */
  override stop(): Promise<boolean> {
    if (!this.isInstanceReady) this.isReplSet = false;
    return super.stop();
  }
}

/** Whether a server could not start because another one has its folder open. */
export const foundInUse = (error: unknown): boolean =>
  error instanceof Error && /DBPathInUse|Unable to lock the lock file/.test(error.message);
