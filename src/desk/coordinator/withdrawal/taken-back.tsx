import type { Shared } from '#domain/withdrawal.ts';
import suspect from '../spam/suspect.module.css';
import withdrawal from './withdrawal.module.css';

/** Above a request that was taken back by its receipt. */
export const TakenBack = () => (
  <section className={withdrawal.banner} aria-labelledby="taken-back">
    <h2 id="taken-back">They took this request back</h2>
    <p>Do not contact them about it. If they have sent another request, answer that one.</p>
  </section>
);

const WORDS: Record<Shared, string> = {
  phone: 'the same phone number',
  email: 'the same email address',
  answers: 'the same answers',
};

/** Above an open request: somebody took back another one with the same contact. A person decides. */
export function TakenBackBeside({ shared }: { shared: readonly Shared[] }) {
  if (shared.length === 0) return null;
  return (
    <section className={suspect.notice} aria-labelledby="taken-back-beside">
      <h2 id="taken-back-beside">
        Another request with {shared.map((one) => WORDS[one]).join(' and ')} was taken back
      </h2>
      <p>
        We cannot tell whether the same person sent both, so this one stays open. The timeline says
        which one it was. If you speak to them, ask what they want. If they want no contact, record
        a withdrawal.
      </p>
    </section>
  );
}
