'use client';

import { useForm, useFormProcessing, useFormSubmitted } from '@payloadcms/ui';
import { useEffect, useRef } from 'react';

/**
 * Marks the form as modified after a failed save. Payload marks it as unmodified: the save button stays
 * disabled, and leaving the page loses the input without a warning.
 * @param onFailure called after each failed save
 */
export function useFailedSave(onFailure?: () => void): void {
  const processing = useFormProcessing();
  const submitted = useFormSubmitted();
  const { setModified } = useForm();
  const wasProcessing = useRef(false);
  const callback = useRef(onFailure);
  callback.current = onFailure;
  useEffect(() => {
    const hasFailed = wasProcessing.current && !processing && submitted;
    wasProcessing.current = processing;
    if (!hasFailed) return;
    setModified(true);
    callback.current?.();
  }, [processing, submitted, setModified]);
}
