import type { DateFieldServerProps } from 'payload';
import { DEFAULT_LOCALE } from '#domain/locales.ts';
import { formatMoment } from '#domain/time-zone.ts';
import styles from './date-time-field.module.css';
import { loadSiteTimeZone } from './site-time-zone.ts';

/** A read-only date and time in the Site's time zone. */
export async function DateTimeField({ clientField, payload, value }: DateFieldServerProps) {
  const label = 'label' in clientField ? clientField.label : undefined;
  return (
    <div className={styles.moment}>
      <p className={styles.label}>{typeof label === 'string' ? label : undefined}</p>
      <p>
        {value
          ? formatMoment(new Date(String(value)), await loadSiteTimeZone(payload), DEFAULT_LOCALE)
          : 'Not set'}
      </p>
    </div>
  );
}
