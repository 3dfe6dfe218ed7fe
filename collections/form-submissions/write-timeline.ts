import type { CollectionAfterChangeHook, PayloadRequest } from 'payload';
import { idOf } from '#domain/relationship.ts';
import { CLOSED_REASON_LABELS, type EventType, STATUS_LABELS } from '#domain/statuses.ts';
import type { FormSubmission } from '#payload-types.ts';
import { addTimelineEvent } from '#submissions/timeline/append-events.ts';

interface NewEvent {
  type: EventType;
  text: string;
}

const RECEIVED = 'The request came in.';
const RECEIVED_AS_SPAM = 'The request came in, and was marked as possible spam.';

/** Records the changes of a submission as events of its timeline, in the transaction of the change. */
export const writeTimeline: CollectionAfterChangeHook<FormSubmission> = async ({
  data,
  doc,
  operation,
  previousDoc,
  req,
}) => {
  const events =
    operation === 'create'
      ? [{ type: 'received' as const, text: doc.quarantined ? RECEIVED_AS_SPAM : RECEIVED }]
      : await describeChanges(previousDoc, doc, data.note, req);
  for (const event of events) {
    await addTimelineEvent(
      {
        ...event,
        submission: doc.id,
        actor: req.user?.id,
        at: operation === 'create' ? doc.receivedAt : new Date().toISOString(),
      },
      req,
    );
  }
  return { ...doc, note: null };
};

async function describeChanges(
  before: FormSubmission,
  after: FormSubmission,
  note: string | null | undefined,
  req: PayloadRequest,
): Promise<NewEvent[]> {
  const events: NewEvent[] = [];
  if (before.status !== after.status || before.closedReason !== after.closedReason) {
    const reason = after.status === 'closed' && after.closedReason;
    const text = STATUS_LABELS[after.status] + (reason ? `: ${CLOSED_REASON_LABELS[reason]}` : '');
    events.push({ type: 'status', text });
  }
  const [ownerBefore, ownerAfter] = [idOf(before.owner), idOf(after.owner)];
  if (ownerBefore !== ownerAfter) {
    events.push({
      type: 'owner',
      text: ownerAfter ? await findUserName(ownerAfter, req) : 'Given back',
    });
  }
  if (Boolean(before.quarantined) !== Boolean(after.quarantined)) {
    events.push({ type: 'mark', text: after.quarantined ? 'Possible spam' : 'A real request' });
  }
  if (note?.trim()) events.push({ type: 'note', text: note.trim() });
  return events;
}

async function findUserName(id: string, req: PayloadRequest): Promise<string> {
  const { name } = await req.payload.findByID({
    collection: 'users',
    id,
    depth: 0,
    select: { name: true },
    // System: coordinators see colleagues' names on submissions, but may not read their accounts.
    overrideAccess: true,
    req,
  });
  return name;
}
