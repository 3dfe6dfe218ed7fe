import type { PayloadRequest, Where } from 'payload';
import styles from '#desk/shared/dashboard.module.css';
import { CHANNELS, isSetUp } from '#submissions/messages/channels.ts';
import { OUTBOX } from '#submissions/messages/outbox-slug.ts';

/** A line on the first screen while messages do not go by themselves. */
export async function MessagesStuck({ req }: { req: PayloadRequest }) {
  const failed: Where = { hasError: { equals: true } };
  const waiting: Where = { queue: { in: CHANNELS.filter((channel) => !isSetUp(channel)) } };
  const { totalDocs } = await req.payload.count({
    collection: OUTBOX,
    where: { or: [failed, waiting] },
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
