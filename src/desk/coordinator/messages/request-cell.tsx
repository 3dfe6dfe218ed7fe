import type { DefaultServerCellComponentProps } from 'payload';
import { type OutboxJob, requestOf } from '#submissions/messages/shown/state.ts';
import styles from '../request/request.module.css';

/** The request that a message is about, by its reference. */
export async function RequestCell({ rowData, payload }: DefaultServerCellComponentProps) {
  const id = requestOf(rowData as OutboxJob);
  const { docs } = await payload.find({
    collection: 'form-submissions',
    where: { id: { equals: id } },
    limit: 1,
    pagination: false,
    depth: 0,
    select: { reference: true, closedReason: true },
    // System: who sees messages sees requests.
    overrideAccess: true,
  });
  const [request] = docs;
  if (!request) return <span className={styles.quiet}>Deleted</span>;
  return (
    <>
      <a href={`/admin/collections/form-submissions/${id}`}>{request.reference}</a>
      {request.closedReason === 'withdrawn' && (
        <span className={styles.more}>They took it back</span>
      )}
    </>
  );
}
