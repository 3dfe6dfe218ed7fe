'use client';

import {
  toast,
  useConfig,
  useDocumentEvents,
  useDocumentInfo,
  useForm,
  useServerFunctions,
} from '@payloadcms/ui';
import type { FormState } from 'payload';

const COLLECTION = 'form-submissions';

const UNREACHABLE = 'That did not work. Check your connection, then try it again.';
const NEWER_VERSION_SHOWN =
  'This page shows the newest state now. What you typed is still here, and not saved yet.';

interface UpdateResult {
  doc?: SubmissionDocument;
  errors?: { message: string; data?: { errors?: { message: string }[] } }[];
}

interface SubmissionDocument {
  id: string;
  updatedAt: string;
}

/**
 * Lets buttons of an open submission save their own change at once, and refreshes the page without losing
 * unsaved input.
 */
export function useOpenSubmission() {
  const { id, docPermissions, getDocPreferences, setData } = useDocumentInfo();
  const { getFormState } = useServerFunctions();
  const { dispatchFields, getField, getFields, setModified } = useForm();
  const { reportUpdate } = useDocumentEvents();
  const { config } = useConfig();
  const url = `${config.routes.api}/${COLLECTION}/${id}`;
  const baseVersion = () => getField('updatedAt')?.value as string | undefined;

  /** Shows this state of the submission, and keeps unsaved input. */
  async function show(doc: SubmissionDocument) {
    const { state } = await getFormState({
      id,
      collectionSlug: COLLECTION,
      data: doc as never,
      docPermissions,
      docPreferences: await getDocPreferences(),
      operation: 'update',
      renderAllFields: true,
      schemaPath: COLLECTION,
      skipValidation: true,
    });
    if (!state) return;
    const unsaved = unsavedValues(getFields());
    for (const [path, value] of unsaved) state[path] = { ...state[path], value };
    dispatchFields({ type: 'REPLACE_STATE', state });
    setModified(unsaved.length > 0);
    setData(doc);
    const { updatedAt } = doc;
    reportUpdate({ id, doc, entitySlug: COLLECTION, operation: 'update', updatedAt });
  }

  /** Reloads the submission; returns true if it was newer than the page. */
  async function refresh(): Promise<boolean> {
    const { body } = await fetchJson<SubmissionDocument>(`${url}?depth=0`);
    if (!body || body.updatedAt === baseVersion()) return false;
    await show(body);
    return true;
  }

  /** Reloads the submission, and tells the user if it was newer than the page. */
  async function refreshWithNotice(): Promise<void> {
    if (await refresh()) toast.info(NEWER_VERSION_SHOWN);
  }

  /** Saves one change on the base version that the page shows. */
  async function change(data: object): Promise<void> {
    const { ok, body } = await fetchJson<UpdateResult>(`${url}?depth=0`, {
      method: 'PATCH',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ ...data, updatedAt: baseVersion() }),
    });
    if (ok && body?.doc) return show(body.doc);
    const [error] = body?.errors ?? [];
    toast.error(error?.data?.errors?.[0]?.message ?? error?.message ?? UNREACHABLE);
    await refresh();
  }

  return { url, change, refresh, refreshWithNotice };
}

/** Returns paths and values of the fields that were changed and not saved. */
const unsavedValues = (fields: FormState): [path: string, value: unknown][] =>
  Object.entries(fields)
    .filter(([, { value, initialValue }]) => (value || null) !== (initialValue || null))
    .filter(([, { value }]) => typeof value !== 'object' || value === null)
    .map(([path, { value }]) => [path, value]);

async function fetchJson<Body>(
  url: string,
  init?: RequestInit,
): Promise<{ ok: boolean; body?: Body }> {
  try {
    const response = await fetch(url, init);
    return { ok: response.ok, body: (await response.json()) as Body };
  } catch {
    return { ok: false };
  }
}
