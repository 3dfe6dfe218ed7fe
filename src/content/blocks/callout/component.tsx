import type { Shown } from '#content/blocks/block-view.ts';
import { Words } from '#content/blocks/words.tsx';
import type { CalloutBlock } from '#payload-types.ts';
import { CrisisLines } from '#ui/crisis-lines.tsx';
import styles from './styles.module.css';

/** Said in words as well: a color alone tells nobody that something is dangerous. */
const KICKERS: Partial<Record<CalloutBlock['tone'], string>> = { safety: 'For your safety' };

/** A remark that must not be missed, set apart from the text. */
export function Callout({ tone, heading, body, level, crisisLines }: Shown<CalloutBlock>) {
  const Heading = `h${level}` as const;
  const kicker = KICKERS[tone];
  return (
    <div className={`${styles.callout} ${styles[tone]}`} role="note">
      {kicker && <p className={styles.kicker}>{kicker}</p>}
      <Heading className={styles.heading}>{heading}</Heading>
      <Words body={body} />
      {tone === 'crisis' && (
        <div className={styles.lines}>
          <CrisisLines lines={crisisLines} />
        </div>
      )}
    </div>
  );
}
