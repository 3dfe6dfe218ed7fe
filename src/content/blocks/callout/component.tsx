import type { BlockView } from '#content/blocks/block-view.ts';
import { ShortRichText } from '#content/blocks/short-rich-text.tsx';
import type { CalloutBlock } from '#payload-types.ts';
import { CrisisLines } from '#ui/crisis-lines.tsx';
import styles from './styles.module.css';

/** Names the tone in words: color alone does not convey it (WCAG 1.4.1). */
const KICKERS: Partial<Record<CalloutBlock['tone'], string>> = { safety: 'For your safety' };

/** A note set apart from the text; a crisis callout ends with the crisis lines. */
export function Callout({ tone, heading, body, level, crisisLines }: BlockView<CalloutBlock>) {
  const Heading = `h${level}` as const;
  const kicker = KICKERS[tone];
  return (
    <div className={`${styles.callout} ${styles[tone]}`} role="note">
      {kicker && <p className={styles.kicker}>{kicker}</p>}
      <Heading className={styles.heading}>{heading}</Heading>
      <ShortRichText body={body} />
      {tone === 'crisis' && (
        <div className={styles.lines}>
          <CrisisLines lines={crisisLines} />
        </div>
      )}
    </div>
  );
}
