import { setTimeout as pause } from 'node:timers/promises';

const GRACE_MS = 2_000;

/**
 * Ends this process when its parent exits for any reason, with two seconds to finish its responses. Otherwise it would
 * run on and occupy its port. A parent loads this into a child with `--import`.
 */
process.once('disconnect', async () => {
  process.kill(process.pid, 'SIGTERM');
  await pause(GRACE_MS);
  process.exit(1);
});

// The listener above would keep the IPC channel, and with it the process, alive. The worker of Next's development
// server inherits this file, and has nothing but the channel to keep it alive until its first task.
if (!process.env.NEXT_PRIVATE_WORKER) process.channel?.unref();
