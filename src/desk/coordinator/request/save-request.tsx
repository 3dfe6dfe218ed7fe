'use client';

import { SaveButton as Save } from '@payloadcms/ui';
import { useFailedSave } from '#desk/shared/failed-save.ts';
import { useOpenRequest } from './open-request.ts';

/** Saves the form of a request. If somebody else changed it first, the page shows that, and keeps what was typed. */
export function SaveRequest() {
  const { catchUp } = useOpenRequest();
  useFailedSave(() => void catchUp());
  return <Save />;
}
