import type { CrisisLine } from '#domain/crisis-lines.ts';
import type { FieldProblem } from '#domain/field-problem.ts';
import { formatBusinessHours } from '#domain/format-business-hours.ts';
import { DEFAULT_LOCALE } from '#domain/locales.ts';
import { isSubmissionKind, type SubmissionKind } from '#domain/submission-kinds.ts';
import type { CallToActionView, ConsentView, LinkView } from '#domain/view-models.ts';
import { SubmitButton } from '#ui/button.tsx';
import { ErrorSummary } from '#ui/error-summary.tsx';
import { ConsentCheckbox, ReceiptCheckbox, VoicemailCheckbox } from './checkbox-fields.tsx';
import { describeFields, type FormFieldView } from './describe-fields.ts';
import { FormField } from './form-field.tsx';
import { FormIntroduction, NotSentAlert, SubmitNotes } from './form-notices.tsx';
import {
  FIRST_STEP,
  type FormValues,
  firstValueOf,
  isFilledIn,
  META_FIELDS,
  valuesOf,
} from './form-values.ts';
import { HoneypotField } from './honeypot-field.tsx';
import { asksForEmail, FORM_KINDS, offersSlots } from './kinds.ts';
import type { SlotDay } from './slot-days.ts';
import styles from './submission-form.module.css';

/** The part of a form that differs from visitor to visitor. It exists only on the form's own page. */
export interface FormPageState {
  /** New for each rendering. Everything that is sent under it counts as one submission. */
  idempotencyKey: string;
  /** Signed token with the time at which the form was first rendered. */
  renderedAtToken: string;
  /** When we contact a visitor who sends the form now, as a sentence. */
  promise: string;
  values: FormValues;
  problems: readonly FieldProblem[];
  days: readonly SlotDay[];
  /** Link to another form, for visitors who find no free slot. */
  alternative?: LinkView;
  /** Time zone of the days and times. */
  timeZone: string;
}

interface SubmissionFormProps {
  callToAction: CallToActionView;
  crisisLines: readonly CrisisLine[];
  /** Path of the page with the form. */
  fromPath: string;
  /** Undefined if the form is part of another page: that page is cached and the same for all visitors. */
  pageState?: FormPageState;
}

/** The form of a call to action. Renders nothing for a kind without a form. */
export function SubmissionForm({ callToAction, ...props }: SubmissionFormProps) {
  const { kind } = callToAction;
  return isSubmissionKind(kind) ? (
    <KindForm {...props} callToAction={{ ...callToAction, kind }} />
  ) : null;
}

interface KindFormProps extends SubmissionFormProps {
  callToAction: CallToActionView & { kind: SubmissionKind };
}

function KindForm({ callToAction, crisisLines, fromPath, pageState }: KindFormProps) {
  const { slug, kind, questions, consent, responder, phoneLine, button } = callToAction;
  const { copy, asksAboutVoicemail, answersByText } = FORM_KINDS[kind];
  const {
    values = {},
    problems = [],
    days = [],
    timeZone = callToAction.hours.timeZone,
  } = pageState ?? {};
  // A cached page cannot offer slots, because free slots change by the minute.
  const isFirstStep = offersSlots(kind) && !pageState;
  const errorOf = (name: string) => problems.find((problem) => problem.name === name)?.message;
  const renderField = (field: FormFieldView) => (
    <FormField
      key={field.name}
      field={field}
      id={idOf(slug, field.name)}
      error={errorOf(field.name)}
      values={valuesOf(values, field.name)}
      days={days}
      alternative={pageState?.alternative}
      timeZone={timeZone}
    />
  );
  const kindFields = describeFields(kind, []);
  const questionFields = describeFields(kind, questions).slice(kindFields.length);
  return (
    <form
      className={styles.form}
      method="post"
      action={`/requests/${slug}`}
      noValidate
      data-request={slug}
      data-first-step={isFirstStep || undefined}
      data-typed={isFilledIn(values) || undefined}
    >
      <input type="hidden" name={META_FIELDS.from} value={fromPath} />
      <input type="hidden" name={META_FIELDS.locale} value={DEFAULT_LOCALE} />
      <input
        type="hidden"
        name={META_FIELDS.timeZone}
        defaultValue={firstValueOf(values, META_FIELDS.timeZone) ?? ''}
      />
      {pageState && <input type="hidden" name={META_FIELDS.key} value={pageState.idempotencyKey} />}
      {pageState && (
        <input type="hidden" name={META_FIELDS.rendered} value={pageState.renderedAtToken} />
      )}
      {isFirstStep && <input type="hidden" name={META_FIELDS.step} value={FIRST_STEP} />}
      <ErrorSummary id={idOf(slug, 'errors')} problems={linkProblems(problems, callToAction)} />
      <FormIntroduction
        responder={responder}
        crisisLines={crisisLines}
        lead={pageState?.promise ?? describeHours(callToAction)}
      />
      {kindFields
        .filter(({ input, required }) => !isFirstStep || (required && input !== 'slots'))
        .map(renderField)}
      {!isFirstStep && asksAboutVoicemail && (
        <VoicemailCheckbox
          id={idOf(slug, META_FIELDS.voicemail)}
          error={errorOf(META_FIELDS.voicemail)}
          checked={firstValueOf(values, META_FIELDS.voicemail) === 'yes'}
        />
      )}
      {!isFirstStep && questionFields.map(renderField)}
      {!isFirstStep && asksForEmail(kind) && (
        <ReceiptCheckbox
          id={idOf(slug, META_FIELDS.receiptByMail)}
          error={errorOf(META_FIELDS.receiptByMail)}
          checked={firstValueOf(values, META_FIELDS.receiptByMail) === 'yes'}
        />
      )}
      {!isFirstStep && consent && (
        <ConsentCheckbox
          id={idOf(slug, META_FIELDS.consent)}
          consent={consent}
          required={answersByText}
          error={errorOf(META_FIELDS.consent)}
          checked={isConsentGiven(values, consent)}
        />
      )}
      <HoneypotField
        id={idOf(slug, META_FIELDS.website)}
        value={firstValueOf(values, META_FIELDS.website)}
      />
      <SubmitNotes />
      <NotSentAlert phoneLine={phoneLine} />
      <SubmitButton>{(pageState && copy.submitLabel) ?? button}</SubmitButton>
      <p
        className={styles.status}
        role="status"
        data-status="Sending your request"
        data-slow="Still sending: the connection is slow. What you wrote is safe on this page."
      />
    </form>
  );
}

const idOf = (slug: string, name: string) => `${slug}-${name}`;

/** True if the visitor agreed to the wording that is shown. Consent to another version has to be given again. */
const isConsentGiven = (values: FormValues, { slug, version }: ConsentView): boolean =>
  firstValueOf(values, META_FIELDS.consent) === 'yes' &&
  firstValueOf(values, META_FIELDS.consentText) === slug &&
  firstValueOf(values, META_FIELDS.consentVersion) === String(version);

/** Returns a sentence with the business hours, for a cached page, which cannot have a promise for the current minute. */
function describeHours({ hours }: CallToActionView): string | undefined {
  const formatted = formatBusinessHours(hours, DEFAULT_LOCALE);
  return formatted && `We answer ${formatted}.`;
}

/** Returns the errors for the error summary, with links to the fields of the form. */
function linkProblems(
  problems: readonly FieldProblem[],
  { slug, kind, questions }: KindFormProps['callToAction'],
) {
  const names = describeFields(kind, questions).map(({ name }) => name);
  const fields = new Set<string>([
    ...names,
    META_FIELDS.consent,
    META_FIELDS.voicemail,
    META_FIELDS.receiptByMail,
  ]);
  return problems.map(({ name, message }) => ({
    message,
    href: fields.has(name) ? `#${idOf(slug, name)}` : undefined,
  }));
}
