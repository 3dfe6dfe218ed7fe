'use client';

import { useForm, useFormProcessing, useFormSubmitted } from '@payloadcms/ui';
import { useEffect, useRef } from 'react';

/**
 * After a save that failed, Payload takes the form for unchanged: its button stays shut, and nobody is
 * warned who leaves. What was typed is still to be saved.
 * @param then done after that
 */
export function useFailedSave(then?: () => void): void {
  const processing = useFormProcessing();
  const submitted = useFormSubmitted();
  const { setModified } = useForm();
  const was = useRef(false);
  const after = useRef(then);
  after.current = then;
  useEffect(() => {
    const failed = was.current && !processing && submitted;
    was.current = processing;
    if (!failed) return;
    setModified(true);
    after.current?.();
  }, [processing, submitted, setModified]);
}
