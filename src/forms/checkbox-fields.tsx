import type { ConsentView } from '#domain/view-models.ts';
import field from '#ui/field.module.css';
import { Checkbox, Optional } from '#ui/field.tsx';
import { META_FIELDS } from './form-values.ts';
import styles from './submission-form.module.css';

interface CheckboxFieldProps {
  id: string;
  error?: string;
  checked: boolean;
}

/** Asks whether we may leave a voicemail, because other people may hear it. */
export const VoicemailCheckbox = (props: CheckboxFieldProps) => (
  <fieldset className={styles.box}>
    <legend className={field.label}>
      Voicemail
      <Optional />
    </legend>
    <Checkbox {...props} name={META_FIELDS.voicemail}>
      You may leave me a voicemail. If others could hear it, leave this box empty.
    </Checkbox>
  </fieldset>
);

/** Asks whether to send a receipt by email, because other people may read it. */
export const ReceiptCheckbox = (props: CheckboxFieldProps) => (
  <fieldset className={styles.box}>
    <legend className={field.label}>
      Receipt
      <Optional />
    </legend>
    <Checkbox {...props} name={META_FIELDS.receiptByMail}>
      Email me a receipt. It does not say what you asked for.
    </Checkbox>
  </fieldset>
);

interface ConsentCheckboxProps extends CheckboxFieldProps {
  consent: ConsentView;
  required: boolean;
}

/** Asks for consent to text messages, in exactly the wording that is stored as evidence. */
export const ConsentCheckbox = ({ consent, required, ...props }: ConsentCheckboxProps) => (
  <fieldset className={styles.box}>
    <legend className={field.label}>
      Text messages
      {!required && <Optional />}
    </legend>
    <input type="hidden" name={META_FIELDS.consentText} value={consent.slug} />
    <input type="hidden" name={META_FIELDS.consentVersion} value={consent.version} />
    <Checkbox {...props} name={META_FIELDS.consent}>
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
