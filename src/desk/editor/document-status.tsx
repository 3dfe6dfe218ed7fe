'use client';

import {
  Button,
  ConfirmationModal,
  toast,
  useDocumentInfo,
  useModal,
  useTranslation,
} from '@payloadcms/ui';
import { useShownVersion } from './shown-version.ts';

/**
 * Says whether a document is a draft, published or changed since. Payload's own goes back to what is published
 * on the base of that version, which is never the newest; this one on the base of what the page shows.
 */
export function DocumentStatus() {
  const info = useDocumentInfo();
  const { id, hasPublishedDoc, isTrashed, setUnpublishedVersionCount } = info;
  const { toggleModal } = useModal();
  const { t } = useTranslation();
  const { change, readPublished } = useShownVersion();
  const isChanged = hasPublishedDoc && info.unpublishedVersionCount > 0;
  const canRevert = isChanged && !isTrashed && info.hasPublishPermission;
  const now = isChanged ? 'changed' : hasPublishedDoc ? 'published' : 'draft';
  const before = hasPublishedDoc ? 'previouslyPublished' : 'previouslyDraft';
  const status = t(`version:${isTrashed ? before : now}`);
  const modal = `confirm-revert-${id}`;

  async function revert() {
    const done = await change(readPublished, t('error:revertingDocument'));
    if (!done) return;
    setUnpublishedVersionCount(0);
    toast.success(done);
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
