import { DEFAULT_LOCALE } from '#domain/locales.ts';
import { formatZone } from '#domain/time-zone.ts';
import type { LinkView } from '#domain/view-models.ts';
import field from '#ui/field.module.css';
import type { SlotDay } from './slot-days.ts';
import styles from './slots-field.module.css';

export interface SlotsFieldProps {
  /** Unique on the page. It is the id of the first day, to which the error summary links. */
  id: string;
  name: string;
  label: string;
  error?: string;
  days: readonly SlotDay[];
  /** Link to another form, for visitors who find no free slot. */
  alternative?: LinkView;
  /** Time zone of the days and times. */
  timeZone: string;
  value?: string;
}

/** The field for choosing a slot. One day is expanded; the others expand without a script. */
export function SlotsField(props: SlotsFieldProps) {
  const { id, name, label, error, days, alternative, timeZone, value } = props;
  const expanded = days.find(({ times }) => times.some(({ at }) => at === value)) ?? days[0];
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
            <strong data-zone>{formatZone(timeZone, DEFAULT_LOCALE)}</strong>.
          </>
        ) : (
          <NoFreeSlots alternative={alternative} />
        )}
      </p>
      <p className={field.error} id={`${id}-error`} data-error-for={name} hidden={!error}>
        {error}
      </p>
      {days.map((day, index) => (
        <details className={styles.day} key={day.day} open={day === expanded}>
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

/** Shown if there is no free slot. */
const NoFreeSlots = ({ alternative }: Pick<SlotsFieldProps, 'alternative'>) =>
  alternative ? (
    <>
      There is no free time in the coming days. Call us, look again tomorrow, or leave your number:{' '}
      <a href={alternative.href}>{alternative.label}</a>
    </>
  ) : (
    'There is no free time in the coming days. Call us, or look again tomorrow.'
  );
