'use client';

import { SaveButton as Save } from '@payloadcms/ui';
import { useFailedSave } from '#desk/shared/use-failed-save.ts';
import { useOpenSubmission } from './use-open-submission.ts';

/** Saves the form. After a conflict, the page shows the newer version and keeps unsaved input. */
export function SaveSubmissionButton() {
  const { refreshWithNotice } = useOpenSubmission();
  useFailedSave(() => void refreshWithNotice());
  return <Save />;
}
