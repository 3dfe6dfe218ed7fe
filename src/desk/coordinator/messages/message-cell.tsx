import type { DefaultServerCellComponentProps } from 'payload';
import { labelOf } from '#submissions/messages/shown/labels.ts';

/** Which message it is. */
export const MessageCell = ({ rowData }: DefaultServerCellComponentProps) => (
  <>{labelOf(rowData.taskSlug)}</>
);
