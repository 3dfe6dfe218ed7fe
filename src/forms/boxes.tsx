import type { ConsentView } from '#domain/view-models.ts';
import field from '#ui/field.module.css';
import { Checkbox, Optional } from '#ui/field.tsx';
import styles from './request-form.module.css';
import { BESIDE } from './typed.ts';

interface BoxProps {
  id: string;
  error?: string;
  checked: boolean;
}

/** Whether a voicemail may be left: others in the house may hear it. */
export const VoicemailBox = (props: BoxProps) => (
  <fieldset className={styles.box}>
    <legend className={field.label}>
      Voicemail
      <Optional />
    </legend>
    <Checkbox {...props} name={BESIDE.voicemail}>
      You may leave me a voicemail. If others could hear it, leave this box empty.
    </Checkbox>
  </fieldset>
);

/** Whether a receipt may come by email: others may read along there. */
export const ReceiptBox = (props: BoxProps) => (
  <fieldset className={styles.box}>
    <legend className={field.label}>
      Receipt
      <Optional />
    </legend>
    <Checkbox {...props} name={BESIDE.receiptByMail}>
      Email me a receipt. It does not say what you asked for.
    </Checkbox>
  </fieldset>
);

interface ConsentBoxProps extends BoxProps {
  consent: ConsentView;
  required: boolean;
}

/** Consent to text messages, in the very words that are kept as evidence. */
export const ConsentBox = ({ consent, required, ...box }: ConsentBoxProps) => (
  <fieldset className={styles.box}>
    <legend className={field.label}>
      Text messages
      {!required && <Optional />}
    </legend>
    <input type="hidden" name={BESIDE.consentText} value={consent.slug} />
    <input type="hidden" name={BESIDE.consentVersion} value={consent.version} />
    <Checkbox {...box} name={BESIDE.consent}>
      <Wording wording={consent.wording} />
    </Checkbox>
  </fieldset>
);

const Wording = ({ wording }: Pick<ConsentView, 'wording'>) =>
  wording.map(({ text, path }) =>
    path ? (
      <a key={path} href={path} target="_blank" rel="noopener">
        {text}
      </a>
    ) : (
      text
    ),
  );
