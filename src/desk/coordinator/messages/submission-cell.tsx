import type { DefaultServerCellComponentProps } from 'payload';
import secondaryText from '#desk/shared/secondary-text.module.css';
import { type OutboxJob, submissionIdOf } from '#submissions/messages/admin/message-state.ts';

/** The reference of the submission that a message is about. */
export async function SubmissionCell({ rowData, payload }: DefaultServerCellComponentProps) {
  const id = submissionIdOf(rowData as OutboxJob);
  const { docs } = await payload.find({
    collection: 'form-submissions',
    where: { id: { equals: id } },
    limit: 1,
    pagination: false,
    depth: 0,
    select: { reference: true, closedReason: true },
    // System: users who may read messages may read submissions.
    overrideAccess: true,
  });
  const [submission] = docs;
  if (!submission) return <span className={secondaryText.quiet}>Deleted</span>;
  return (
    <>
      <a href={`/admin/collections/form-submissions/${id}`}>{submission.reference}</a>
      {submission.closedReason === 'withdrawn' && (
        <span className={secondaryText.more}>They took it back</span>
      )}
    </>
  );
}
