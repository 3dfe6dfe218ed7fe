import { Gutter } from '@payloadcms/ui';
import { CollectionCards } from '@payloadcms/ui/rsc';
import type { AdminViewServerProps } from 'payload';
import { SUBMISSION_ROLES } from '#domain/roles.ts';
import { hasAnyRole } from '#platform/access/rules.ts';
import { WarningsNotice } from './admin/warnings-notice.tsx';
import { WaitingSubmissions } from './coordinator/list/waiting-submissions.tsx';
import { StuckMessages } from './coordinator/messages/stuck-messages.tsx';
import { TextLimitNotice } from './coordinator/messages/text-limit-notice.tsx';
import { RecentDrafts } from './editor/recent-drafts.tsx';
import styles from './shared/dashboard.module.css';

/** The first screen: panels with pending work for the user's roles, then Payload's collection cards. */
export function Dashboard({ initPageResult }: AdminViewServerProps) {
  const { req } = initPageResult;
  const worksOnContent = hasAnyRole(req.user, 'writer', 'editor', 'reviewer', 'admin');
  return (
    <Gutter className={styles.dashboard}>
      <h1>Welcome, {req.user?.name}</h1>
      {hasAnyRole(req.user, 'admin') && <WarningsNotice />}
      {hasAnyRole(req.user, ...SUBMISSION_ROLES) && <WaitingSubmissions req={req} />}
      {hasAnyRole(req.user, ...SUBMISSION_ROLES) && <StuckMessages req={req} />}
      {hasAnyRole(req.user, ...SUBMISSION_ROLES) && <TextLimitNotice req={req} />}
      {worksOnContent && <RecentDrafts req={req} />}
      {worksOnContent && <CollectionCards {...initPageResult} widgetSlug="collections" />}
    </Gutter>
  );
}
