import type { PayloadRequest, Where } from 'payload';
import styles from '#desk/shared/dashboard.module.css';
import { CHANNELS, isConfigured } from '#submissions/messages/channels.ts';
import { OUTBOX } from '#submissions/messages/outbox-slug.ts';

/** A dashboard notice while messages fail or their channel is not set up. */
export async function StuckMessages({ req }: { req: PayloadRequest }) {
  const hasFailed: Where = { hasError: { equals: true } };
  const hasNoChannel: Where = {
    queue: { in: CHANNELS.filter((channel) => !isConfigured(channel)) },
  };
  const { totalDocs } = await req.payload.count({
    collection: OUTBOX,
    where: { or: [hasFailed, hasNoChannel] },
    overrideAccess: false,
    req,
  });
  if (totalDocs === 0) return null;
  return (
    <section className={styles.section} aria-labelledby="messages-stuck">
      <h2 id="messages-stuck">
        {totalDocs === 1 ? '1 message needs a person' : `${totalDocs} messages need a person`}
      </h2>
      <p>
        They cannot be sent, or nothing is set up to send them.
        <a href={`/admin/collections/${OUTBOX}`}>All messages</a>
      </p>
    </section>
  );
}
