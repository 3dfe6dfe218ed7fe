'use client';

import {
  toast,
  useConfig,
  useDocumentEvents,
  useDocumentInfo,
  useForm,
  useLocale,
  useTranslation,
} from '@payloadcms/ui';

interface Stored {
  id: string;
  updatedAt: string;
  [field: string]: unknown;
}

interface Saved {
  doc: Stored;
  message: string;
}

interface Refused {
  errors?: { message?: string }[];
}

/** What changes a document at once, past its form, but on the base of the version that the form shows. */
export function useShownVersion() {
  const { id, collectionSlug = '', ...info } = useDocumentInfo();
  const { getField, reset } = useForm();
  const { reportUpdate } = useDocumentEvents();
  const { config } = useConfig();
  const { code: locale } = useLocale();
  const { i18n } = useTranslation();
  const query = { locale, 'fallback-locale': 'null', depth: '0' };

  const ask = (more: Record<string, string>, init?: RequestInit) =>
    fetch(
      `${config.routes.api}/${collectionSlug}/${id}?${new URLSearchParams({ ...query, ...more })}`,
      {
        ...init,
        headers: { 'Accept-Language': i18n.language, 'Content-Type': 'application/json' },
      },
    );

  /** What readers see, without what says which version and which opened form it is. */
  async function readPublished(): Promise<object> {
    const answer = await ask({});
    if (!answer.ok) throw new Error(`The published document: ${answer.status}`);
    const {
      createdAt: _,
      updatedAt: __,
      editId: ___,
      ...published
    } = (await answer.json()) as Stored;
    return published;
  }

  /**
   * Stores a change, and shows what came of it; or says why it was refused, and leaves the page as it is.
   * @param failed said where there is no better answer
   * @returns what the platform says of it, if it is stored
   */
  async function change(
    read: () => Promise<object>,
    failed: string,
    more: Record<string, string> = {},
  ): Promise<string | undefined> {
    // Of the moment in which the person agreed: what is shown later, they have not seen yet.
    const updatedAt = getField('updatedAt')?.value;
    try {
      const body = JSON.stringify({ ...(await read()), updatedAt });
      const answer = await ask(more, { method: 'PATCH', body });
      const said = (await answer.json()) as Saved & Refused;
      if (!answer.ok) {
        toast.error(said.errors?.[0]?.message ?? failed);
        return undefined;
      }
      await show(said.doc);
      return said.message;
    } catch {
      toast.error(failed);
      return undefined;
    }
  }

  async function show(doc: Stored) {
    await reset(doc);
    info.setData(doc);
    const { updatedAt } = doc;
    reportUpdate({ id, doc, entitySlug: collectionSlug, operation: 'update', updatedAt });
    info.incrementVersionCount();
    info.setMostRecentVersionIsAutosaved(false);
  }

  return { change, readPublished };
}
