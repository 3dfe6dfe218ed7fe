import { setTimeout as pause } from 'node:timers/promises';

const FINISH_MS = 2_000;

/**
 * Runs inside a child, before its own code: when the parent is gone, however it went, the child ends
 * too, with a moment for what it is answering. Nobody would stop it otherwise, and it would keep its port.
 */
process.once('disconnect', async () => {
  process.kill(process.pid, 'SIGTERM');
  await pause(FINISH_MS);
  process.exit(1);
});

// A listener keeps the channel open, and with it the process: the child decides when it ends. The worker
// of the development server inherits this file, and has nothing but its channel until it is told what to do.
if (!process.env.NEXT_PRIVATE_WORKER) process.channel?.unref();
