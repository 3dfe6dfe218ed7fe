import type { Endpoint, PayloadRequest, Where } from 'payload';
import { WORK_ON_REQUESTS } from '#domain/roles.ts';
import { holds } from '#platform/access/rules.ts';
import { inOneTransaction } from '#platform/database/one-transaction.ts';
import { addLine } from '#submissions/timeline/add-line.ts';
import { CHANNELS, isSetUp } from '../channels.ts';
import { OUTBOX } from '../outbox-slug.ts';
import { labelOf } from './labels.ts';
import { type OutboxJob, requestOf } from './state.ts';

/** Does something to one message, for people who work on requests; answers 409 where it has moved on meanwhile. */
const forColleagues = (
  path: string,
  act: (id: string, req: PayloadRequest) => Promise<unknown>,
): Endpoint => ({
  path,
  method: 'post',
  handler: async (req) => {
    const headers = { 'Cache-Control': 'private, no-store' };
    if (!holds(req.user, ...WORK_ON_REQUESTS)) return new Response(null, { status: 403, headers });
    const id = String(req.routeParams?.id);
    const found = /^[0-9a-f]{24}$/.test(id) && (await inOneTransaction(req, () => act(id, req)));
    return new Response(null, { status: found ? 204 : 409, headers });
  },
});

const ANEW = {
  hasError: false,
  error: null,
  log: [],
  totalTried: 0,
  waitUntil: null,
  processing: false,
  leasedUntil: null,
};

/** A message that could not be sent starts again, as if it had never been tried. */
export const sendAgain = forColleagues('/:id/send-again', async (id, req) =>
  req.payload.db.updateOne({
    collection: OUTBOX,
    where: { and: [{ id: { equals: id } }, { hasError: { equals: true } }] },
    data: ANEW,
    req,
  }),
);

/** A message that will not go by itself was passed on by a person, who stands in the timeline. */
export const doneByHand = forColleagues('/:id/done-by-hand', async (id, req) => {
  const stuck: Where = {
    or: [{ hasError: { equals: true } }, { overHourlyLimit: { equals: true } }, notSetUp()],
  };
  const job = (await req.payload.db.deleteOne({
    collection: OUTBOX,
    where: { and: [{ id: { equals: id } }, notInHand(), stuck] },
    req,
  })) as OutboxJob | null;
  if (job) await tell(job, req);
  return job;
});

/** No worker has it, or the one that had it is gone. */
const notInHand = (): Where => ({
  or: [
    { processing: { not_equals: true } },
    { leasedUntil: { less_than_equal: new Date().toISOString() } },
  ],
});

const notSetUp = (): Where => ({ queue: { in: CHANNELS.filter((channel) => !isSetUp(channel)) } });

const tell = (job: OutboxJob, req: PayloadRequest) =>
  addLine(
    {
      submission: requestOf(job),
      type: 'message',
      text: `Done by hand: ${labelOf(job.taskSlug)}`,
      actor: req.user?.id,
      at: new Date().toISOString(),
    },
    req,
  );
