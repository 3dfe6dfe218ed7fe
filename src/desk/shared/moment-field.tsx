import type { DateFieldServerProps } from 'payload';
import { DEFAULT_LOCALE } from '#domain/locales.ts';
import { momentInWords } from '#domain/time-zone.ts';
import styles from './moment-field.module.css';
import { siteZone } from './site-zone.ts';

/** A moment that nobody changes by hand, in words and in the Site's time zone. */
export async function MomentField({ clientField, payload, value }: DateFieldServerProps) {
  const label = 'label' in clientField ? clientField.label : undefined;
  return (
    <div className={styles.moment}>
      <p className={styles.label}>{typeof label === 'string' ? label : undefined}</p>
      <p>
        {value
          ? momentInWords(new Date(String(value)), await siteZone(payload), DEFAULT_LOCALE)
          : 'Not set'}
      </p>
    </div>
  );
}
