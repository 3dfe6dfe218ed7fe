import { DEFAULT_LOCALE } from '#domain/locales.ts';
import { zoneName } from '#domain/time-zone.ts';
import type { LinkView } from '#domain/view-models.ts';
import field from '#ui/field.module.css';
import type { SlotDay } from './slot-days.ts';
import styles from './slots-field.module.css';

export interface SlotsFieldProps {
  /** Unique on the page; the error summary leads to the first day. */
  id: string;
  name: string;
  label: string;
  error?: string;
  days: readonly SlotDay[];
  /** Where a call can be asked for if no time is free. */
  otherwise?: LinkView;
  /** The zone in which the times are told. */
  timeZone: string;
  value?: string;
}

/** A time for a call: one day is open, the others open by a tap or a key, scripts or not. */
export function SlotsField(props: SlotsFieldProps) {
  const { id, name, label, error, days, otherwise, timeZone, value } = props;
  const chosen = days.find(({ times }) => times.some(({ at }) => at === value)) ?? days[0];
  return (
    <fieldset
      className={field.field}
      aria-describedby={[`${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ')}
      data-slots={timeZone}
    >
      <legend className={field.label}>{label}</legend>
      <p className={field.hint} id={`${id}-hint`}>
        {days.length > 0 ? (
          <>
            Open a day, then choose when the call begins. All times are{' '}
            <strong data-zone>{zoneName(timeZone, DEFAULT_LOCALE)}</strong>.
          </>
        ) : (
          <NoTime otherwise={otherwise} />
        )}
      </p>
      <p className={field.error} id={`${id}-error`} data-error-for={name} hidden={!error}>
        {error}
      </p>
      {days.map((day, index) => (
        <details className={styles.day} key={day.day} open={day === chosen}>
          <summary id={index === 0 ? id : undefined}>{day.day}</summary>
          <fieldset className={styles.times}>
            <legend>{day.day}</legend>
            {day.times.map(({ at, time }) => (
              <label className={styles.time} key={at}>
                <input type="radio" name={name} value={at} defaultChecked={at === value} />
                <time dateTime={at}>{time}</time>
              </label>
            ))}
          </fieldset>
        </details>
      ))}
    </fieldset>
  );
}

/** What else can be done where no time is free. */
const NoTime = ({ otherwise }: Pick<SlotsFieldProps, 'otherwise'>) =>
  otherwise ? (
    <>
      There is no free time in the coming days. Call us, look again tomorrow, or leave your number:{' '}
      <a href={otherwise.href}>{otherwise.label}</a>
    </>
  ) : (
    'There is no free time in the coming days. Call us, or look again tomorrow.'
  );
