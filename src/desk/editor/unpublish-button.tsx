'use client';

import {
  ConfirmationModal,
  PopupList,
  toast,
  useDocumentInfo,
  useModal,
  useTranslation,
} from '@payloadcms/ui';
import { useDocumentChange } from './use-document-change.ts';

/** Unpublishes a document. Payload's own button sends no base version, so it would overwrite newer changes unnoticed. */
export function UnpublishButton() {
  const info = useDocumentInfo();
  const { id, hasPublishedDoc, hasPublishPermission, isTrashed } = info;
  const { toggleModal } = useModal();
  const { t } = useTranslation();
  const { change } = useDocumentChange();
  const modal = `confirm-un-publish-${id}`;

  async function unpublish() {
    const message = await change(
      async () => ({ _status: 'draft' }),
      t('error:unPublishingDocument'),
      {
        unpublishAllLocales: 'true',
      },
    );
    if (!message) return;
    info.setUnpublishedVersionCount(1);
    info.setHasPublishedDoc(false);
    toast.success(t('version:unpublishedSuccessfully'));
  }

  if (!hasPublishedDoc || !hasPublishPermission || isTrashed) return null;
  return (
    <>
      <PopupList.Button id="action-unpublish" onClick={() => toggleModal(modal)}>
        {t('version:unpublish')}
      </PopupList.Button>
      <ConfirmationModal
        body={t('version:aboutToUnpublish')}
        confirmingLabel={t('version:unpublishing')}
        heading={t('version:confirmUnpublish')}
        modalSlug={modal}
        onConfirm={unpublish}
      />
    </>
  );
}
