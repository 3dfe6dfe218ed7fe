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

interface ContentDocument {
  id: string;
  updatedAt: string;
  [field: string]: unknown;
}

interface UpdateResult {
  doc: ContentDocument;
  message: string;
}

interface ErrorResult {
  errors?: { message?: string }[];
}

/** Changes a document at once, without its form, on the base version that the form shows. */
export function useDocumentChange() {
  const { id, collectionSlug = '', ...info } = useDocumentInfo();
  const { getField, reset } = useForm();
  const { reportUpdate } = useDocumentEvents();
  const { config } = useConfig();
  const { code: locale } = useLocale();
  const { i18n } = useTranslation();
  const query = { locale, 'fallback-locale': 'null', depth: '0' };

  const callApi = (params: Record<string, string>, init?: RequestInit) =>
    fetch(
      `${config.routes.api}/${collectionSlug}/${id}?${new URLSearchParams({ ...query, ...params })}`,
      {
        ...init,
        headers: { 'Accept-Language': i18n.language, 'Content-Type': 'application/json' },
      },
    );

  /** Returns the published document without the fields that identify its version and the open form. */
  async function readPublished(): Promise<object> {
    const response = await callApi({});
    if (!response.ok) throw new Error(`Loading the published document failed: ${response.status}`);
    const {
      createdAt: _,
      updatedAt: __,
      editId: ___,
      ...published
    } = (await response.json()) as ContentDocument;
    return published;
  }

  /**
   * Saves a change and shows the result. If the server refuses it, shows the error and leaves the form as it is.
   * @param readData returns the changed fields
   * @param fallbackError shown if the response has no message
   * @returns the success message of the server, or undefined if the change was not saved
   */
  async function change(
    readData: () => Promise<object>,
    fallbackError: string,
    params: Record<string, string> = {},
  ): Promise<string | undefined> {
    // Read before any await: the user confirmed the version shown now.
    const updatedAt = getField('updatedAt')?.value;
    try {
      const body = JSON.stringify({ ...(await readData()), updatedAt });
      const response = await callApi(params, { method: 'PATCH', body });
      const result = (await response.json()) as UpdateResult & ErrorResult;
      if (!response.ok) {
        toast.error(result.errors?.[0]?.message ?? fallbackError);
        return undefined;
      }
      await show(result.doc);
      return result.message;
    } catch {
      toast.error(fallbackError);
      return undefined;
    }
  }

  async function show(doc: ContentDocument) {
    await reset(doc);
    info.setData(doc);
    const { updatedAt } = doc;
    reportUpdate({ id, doc, entitySlug: collectionSlug, operation: 'update', updatedAt });
    info.incrementVersionCount();
    info.setMostRecentVersionIsAutosaved(false);
  }

  return { change, readPublished };
}
