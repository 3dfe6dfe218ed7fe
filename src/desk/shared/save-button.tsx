'use client';

import { SaveButton as Save } from '@payloadcms/ui';
import { useFailedSave } from './failed-save.ts';

/** Saves the form, and knows after a failure that it is not saved. */
export function SaveButton() {
  useFailedSave();
  return <Save />;
}
