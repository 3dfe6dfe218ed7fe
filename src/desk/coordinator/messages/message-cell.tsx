import type { DefaultServerCellComponentProps } from 'payload';
import { messageLabelOf } from '#submissions/messages/admin/message-labels.ts';

/** The name of the message. */
export const MessageCell = ({ rowData }: DefaultServerCellComponentProps) => (
  <>{messageLabelOf(rowData.taskSlug)}</>
);
