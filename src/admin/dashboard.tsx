import { Gutter } from '@payloadcms/ui';
import { CollectionCards } from '@payloadcms/ui/rsc';
import type { AdminViewServerProps } from 'payload';
import { holds } from '#access/rules.ts';
import styles from './dashboard.module.css';
import { DraftsInWork } from './drafts-in-work.tsx';
import { RequestsWaiting } from './requests-waiting.tsx';

/** The first screen: what waits for this person, then everything else. */
export function Dashboard({ initPageResult }: AdminViewServerProps) {
  const { req } = initPageResult;
  return (
    <Gutter className={styles.dashboard}>
      <h1>Welcome, {req.user?.name}</h1>
      {holds(req.user, 'coordinator', 'lead', 'admin') && <RequestsWaiting req={req} />}
      {holds(req.user, 'writer', 'editor', 'reviewer', 'admin') && <DraftsInWork req={req} />}
      <CollectionCards {...initPageResult} widgetSlug="collections" />
    </Gutter>
  );
}
