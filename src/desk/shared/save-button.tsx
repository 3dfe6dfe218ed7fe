'use client';

import { SaveButton as Save } from '@payloadcms/ui';
import { useFailedSave } from './use-failed-save.ts';

/** Saves the form; stays enabled after a failed save. */
export function SaveButton() {
  useFailedSave();
  return <Save />;
}
