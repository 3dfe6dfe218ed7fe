'use client';

import {
  Button,
  ConfirmationModal,
  toast,
  useDocumentInfo,
  useModal,
  useTranslation,
} from '@payloadcms/ui';
import { useDocumentChange } from './use-document-change.ts';

/**
 * The status of a document, with “Revert to published”. Payload's component reverts on the published version
 * as base, which is never the newest; this one uses the version that the page shows.
 */
export function DocumentStatus() {
  const info = useDocumentInfo();
  const { id, hasPublishedDoc, isTrashed, setUnpublishedVersionCount } = info;
  const { toggleModal } = useModal();
  const { t } = useTranslation();
  const { change, readPublished } = useDocumentChange();
  const isChanged = hasPublishedDoc && info.unpublishedVersionCount > 0;
  const canRevert = isChanged && !isTrashed && info.hasPublishPermission;
  const current = isChanged ? 'changed' : hasPublishedDoc ? 'published' : 'draft';
  const previous = hasPublishedDoc ? 'previouslyPublished' : 'previouslyDraft';
  const status = t(`version:${isTrashed ? previous : current}`);
  const modal = `confirm-revert-${id}`;

  async function revert() {
    const message = await change(readPublished, t('error:revertingDocument'));
    if (!message) return;
    setUnpublishedVersionCount(0);
    toast.success(message);
  }

  return (
    <div className="status" title={`${t('version:status')}: ${status}`}>
      <div className="status__value-wrap">
        <span className="status__label">{t('version:status')}: </span>
        <span className="status__value">{status}</span>
        {canRevert && (
          <>
            {' — '}
            <Button
              buttonStyle="none"
              className="status__action"
              id="action-revert-to-published"
              onClick={() => toggleModal(modal)}
            >
              {t('version:revertToPublished')}
            </Button>
            <ConfirmationModal
              body={t('version:aboutToRevertToPublished')}
              confirmingLabel={t('version:reverting')}
              heading={t('version:confirmRevertToSaved')}
              modalSlug={modal}
              onConfirm={revert}
            />
          </>
        )}
      </div>
    </div>
  );
}
