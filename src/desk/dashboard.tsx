import { Gutter } from '@payloadcms/ui';
import { CollectionCards } from '@payloadcms/ui/rsc';
import type { AdminViewServerProps } from 'payload';
import { WORK_ON_REQUESTS } from '#domain/roles.ts';
import { holds } from '#platform/access/rules.ts';
import styles from './dashboard.module.css';
import { DraftsInWork } from './drafts-in-work.tsx';
import { MessagesStuck } from './messages/messages-stuck.tsx';
import { TextsAtLimit } from './messages/texts-at-limit.tsx';
import { RequestsWaiting } from './requests-waiting.tsx';
import { WarningsNotice } from './warnings-notice.tsx';

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
