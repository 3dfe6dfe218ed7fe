import { Gutter } from '@payloadcms/ui';
import { CollectionCards } from '@payloadcms/ui/rsc';
import type { AdminViewServerProps } from 'payload';
import { WORK_ON_REQUESTS } from '#domain/roles.ts';
import { holds } from '#platform/access/rules.ts';
import { WarningsNotice } from './admin/warnings-notice.tsx';
import { RequestsWaiting } from './coordinator/list/requests-waiting.tsx';
import { MessagesStuck } from './coordinator/messages/messages-stuck.tsx';
import { TextsAtLimit } from './coordinator/messages/texts-at-limit.tsx';
import { DraftsInWork } from './editor/drafts-in-work.tsx';
import styles from './shared/dashboard.module.css';

/** The first screen: what waits for this person, then everything else. */
export function Dashboard({ initPageResult }: AdminViewServerProps) {
  const { req } = initPageResult;
  const writes = holds(req.user, 'writer', 'editor', 'reviewer', 'admin');
  return (
    <Gutter className={styles.dashboard}>
      <h1>Welcome, {req.user?.name}</h1>
      {holds(req.user, 'admin') && <WarningsNotice />}
      {holds(req.user, ...WORK_ON_REQUESTS) && <RequestsWaiting req={req} />}
      {holds(req.user, ...WORK_ON_REQUESTS) && <MessagesStuck req={req} />}
      {holds(req.user, ...WORK_ON_REQUESTS) && <TextsAtLimit req={req} />}
      {writes && <DraftsInWork req={req} />}
      {writes && <CollectionCards {...initPageResult} widgetSlug="collections" />}
    </Gutter>
  );
}
