import styles from './pathway.module.css';
import stepStyles from './pathway-step.module.css';

/** A step of a pathway, like a treatment stage. */
export interface PathwayStep {
  title: string;
  href?: string;
  text?: string;
  facts?: { term: string; description: string }[];
  isCurrent?: boolean;
}

interface PathwayProps {
  steps: readonly PathwayStep[];
  /** Text at the current step, like “You are reading about this stage”. */
  currentLabel?: string;
  /**
   * `down`: the steps are below each other. `across`: they are beside each other on wide screens. `line`: a compact
   * row at any width, which hides the titles on phones.
   */
  layout?: 'down' | 'across' | 'line';
  /** True if each step can be expanded and collapsed. The current steps are expanded. */
  collapsible?: boolean;
}

/** An ordered list of steps on a line. The current step is marked by color and, with a label, in words. */
export function Pathway({
  steps,
  currentLabel,
  layout = 'down',
  collapsible = false,
}: PathwayProps) {
  const Step = collapsible ? CollapsibleStep : PlainStep;
  return (
    <ol className={`${styles.way} ${styles[layout]} ${collapsible ? styles.opens : ''}`}>
      {steps.map((step) => (
        <li
          key={step.title}
          className={step.isCurrent ? `${styles.station} ${styles.present}` : styles.station}
          aria-current={step.isCurrent ? 'step' : undefined}
        >
          <span className={styles.mark} />
          <Step step={step} label={step.isCurrent ? currentLabel : undefined} />
        </li>
      ))}
    </ol>
  );
}

interface StepProps {
  step: PathwayStep;
  label: string | undefined;
}

const PlainStep = ({ step, label }: StepProps) => (
  <>
    <span className={styles.title}>
      {step.href ? <a href={step.href}>{step.title}</a> : step.title}
    </span>
    {label && <p className={styles.here}>{label}</p>}
    <StepText {...step} />
  </>
);

const CollapsibleStep = ({ step, label }: StepProps) => (
  <details className={stepStyles.details} open={step.isCurrent}>
    <summary>
      <span className={`${styles.title} ${stepStyles.arrow}`}>{step.title}</span>
      {label && <span className={styles.here}>{label}</span>}
    </summary>
    <StepText {...step} />
    {step.href && (
      <a className={stepStyles.more} href={step.href}>
        Read about {step.title}
      </a>
    )}
  </details>
);

const StepText = ({ text, facts }: PathwayStep) => (
  <>
    {text && <p className={styles.text}>{text}</p>}
    {facts && (
      <dl className={stepStyles.facts}>
        {facts.map(({ term, description }) => (
          <div key={term}>
            <dt>{term}:</dt>
            <dd>{description}</dd>
          </div>
        ))}
      </dl>
    )}
  </>
);
