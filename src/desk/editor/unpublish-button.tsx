'use client';

import {
  ConfirmationModal,
  PopupList,
  toast,
  useDocumentInfo,
  useModal,
  useTranslation,
} from '@payloadcms/ui';
import { useShownVersion } from './shown-version.ts';

/** Takes a document back from readers. Payload's own says nothing of the version that it is based on. */
export function UnpublishButton() {
  const info = useDocumentInfo();
  const { id, hasPublishedDoc, hasPublishPermission, isTrashed } = info;
  const { toggleModal } = useModal();
  const { t } = useTranslation();
  const { change } = useShownVersion();
  const modal = `confirm-un-publish-${id}`;

  async function unpublish() {
    const done = await change(async () => ({ _status: 'draft' }), t('error:unPublishingDocument'), {
      unpublishAllLocales: 'true',
    });
    if (!done) return;
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
