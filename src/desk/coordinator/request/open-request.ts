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
const SHOWN_NOW =
  'This page shows the newest state now. What you typed is still here, and not saved yet.';

interface Answer {
  doc?: Stored;
  errors?: { message: string; data?: { errors?: { message: string }[] } }[];
}

interface Stored {
  id: string;
  updatedAt: string;
}

/** What buttons of an open request need: to send their own change alone, and to show what came of it. */
export function useOpenRequest() {
  const { id, docPermissions, getDocPreferences, setData } = useDocumentInfo();
  const { getFormState } = useServerFunctions();
  const { dispatchFields, getField, getFields, setModified } = useForm();
  const { reportUpdate } = useDocumentEvents();
  const { config } = useConfig();
  const address = `${config.routes.api}/${COLLECTION}/${id}`;
  const shownVersion = () => getField('updatedAt')?.value as string | undefined;

  /** Shows a state of the request; what was typed and not saved stays. */
  async function show(doc: Stored) {
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
    const typed = typedIn(getFields());
    for (const [path, value] of typed) state[path] = { ...state[path], value };
    dispatchFields({ type: 'REPLACE_STATE', state });
    setModified(typed.length > 0);
    setData(doc);
    const { updatedAt } = doc;
    reportUpdate({ id, doc, entitySlug: COLLECTION, operation: 'update', updatedAt });
  }

  /** Reads the request again; true if it was changed after the state that the page shows. */
  async function refresh(): Promise<boolean> {
    const { body } = await ask<Stored>(`${address}?depth=0`);
    if (!body || body.updatedAt === shownVersion()) return false;
    await show(body);
    return true;
  }

  /** As above; what the person typed is of another state, and they are told so. */
  async function catchUp(): Promise<void> {
    if (await refresh()) toast.info(SHOWN_NOW);
  }

  /** Sends one change by itself, based on the state that the page shows. */
  async function change(data: object): Promise<void> {
    const { ok, body } = await ask<Answer>(`${address}?depth=0`, {
      method: 'PATCH',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ ...data, updatedAt: shownVersion() }),
    });
    if (ok && body?.doc) return show(body.doc);
    const [error] = body?.errors ?? [];
    toast.error(error?.data?.errors?.[0]?.message ?? error?.message ?? UNREACHABLE);
    await refresh();
  }

  return { address, change, refresh, catchUp };
}

/** The fields whose values are not what they were when the form was loaded. */
const typedIn = (fields: FormState): [path: string, value: unknown][] =>
  Object.entries(fields)
    .filter(([, { value, initialValue }]) => (value || null) !== (initialValue || null))
    .filter(([, { value }]) => typeof value !== 'object' || value === null)
    .map(([path, { value }]) => [path, value]);

async function ask<Body>(
  address: string,
  init?: RequestInit,
): Promise<{ ok: boolean; body?: Body }> {
  try {
    const answer = await fetch(address, init);
    return { ok: answer.ok, body: (await answer.json()) as Body };
  } catch {
    return { ok: false };
  }
}
