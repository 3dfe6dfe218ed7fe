import type { CollectionAfterChangeHook, PayloadRequest } from 'payload';
import { idOf } from '#domain/relation.ts';
import { CLOSED_REASON_LABELS, type EventType, STATUS_LABELS } from '#domain/statuses.ts';
import type { FormSubmission } from '#payload-types.ts';
import { addLine } from '#submissions/timeline/add-line.ts';

interface Line {
  type: EventType;
  text: string;
}

const RECEIVED = 'The request came in.';
const RECEIVED_MARKED = 'The request came in, and was marked as possible spam.';

/** Writes what has changed as lines of the request's timeline, in the transaction of the change. */
export const writeTimeline: CollectionAfterChangeHook<FormSubmission> = async ({
  data,
  doc,
  operation,
  previousDoc,
  req,
}) => {
  const lines =
    operation === 'create'
      ? [{ type: 'received' as const, text: doc.quarantined ? RECEIVED_MARKED : RECEIVED }]
      : await changes(previousDoc, doc, data.note, req);
  for (const line of lines) {
    await addLine(
      {
        ...line,
        submission: doc.id,
        actor: req.user?.id,
        at: operation === 'create' ? doc.receivedAt : new Date().toISOString(),
      },
      req,
    );
  }
  return { ...doc, note: null };
};

async function changes(
  before: FormSubmission,
  after: FormSubmission,
  note: string | null | undefined,
  req: PayloadRequest,
): Promise<Line[]> {
  const lines: Line[] = [];
  if (before.status !== after.status || before.closedReason !== after.closedReason) {
    const reason = after.status === 'closed' && after.closedReason;
    const words = STATUS_LABELS[after.status] + (reason ? `: ${CLOSED_REASON_LABELS[reason]}` : '');
    lines.push({ type: 'status', text: words });
  }
  const [ownerBefore, ownerAfter] = [idOf(before.owner), idOf(after.owner)];
  if (ownerBefore !== ownerAfter) {
    lines.push({ type: 'owner', text: ownerAfter ? await nameOf(ownerAfter, req) : 'Given back' });
  }
  if (Boolean(before.quarantined) !== Boolean(after.quarantined)) {
    lines.push({ type: 'mark', text: after.quarantined ? 'Possible spam' : 'A real request' });
  }
  if (note?.trim()) lines.push({ type: 'note', text: note.trim() });
  return lines;
}

async function nameOf(id: string, req: PayloadRequest): Promise<string> {
  const { name } = await req.payload.findByID({
    collection: 'users',
    id,
    depth: 0,
    select: { name: true },
    // System: colleagues see each other's names on requests, but not each other's accounts.
    overrideAccess: true,
    req,
  });
  return name;
}
