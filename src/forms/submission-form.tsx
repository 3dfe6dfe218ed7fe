import type { CrisisLine } from '#domain/crisis-lines.ts';
import type { FieldProblem } from '#domain/field-problem.ts';
import { hoursInWords } from '#domain/hours-in-words.ts';
import { DEFAULT_LOCALE } from '#domain/locales.ts';
import { isSubmissionKind, type SubmissionKind } from '#domain/submission-kinds.ts';
import type { CallToActionView, ConsentView, LinkView } from '#domain/view-models.ts';
import { Submit } from '#ui/button.tsx';
import { ErrorSummary } from '#ui/error-summary.tsx';
import { Before, BeforeSending, NotSent } from './beside-form.tsx';
import { ConsentBox, ReceiptBox, VoicemailBox } from './boxes.tsx';
import { COPY } from './copy.ts';
import { type DescribedField, describeFields } from './describe.ts';
import { FormField } from './form-field.tsx';
import { HiddenBox } from './hidden-box.tsx';
import styles from './request-form.module.css';
import type { SlotDay } from './slot-days.ts';
import { asksForEmail } from './submission-schema.ts';
import { BESIDE, FIRST_STEP, firstOf, isFilledIn, type Typed, valuesOf } from './typed.ts';

/** What is known of a visitor on the form's own page. */
export interface OwnPage {
  /** Made for this rendering: what is sent under it is one request. */
  key: string;
  /** Says, signed, when the form was rendered first. */
  rendered: string;
  /** When we answer what is sent now, in words. */
  promise: string;
  typed: Typed;
  problems: readonly FieldProblem[];
  days: readonly SlotDay[];
  /** Where a call can be asked for if no time is free. */
  otherwise?: LinkView;
  /** The zone in which the days and times are told. */
  timeZone: string;
}

interface RequestFormProps {
  invitation: CallToActionView;
  crisisLines: readonly CrisisLine[];
  /** The path of the page that the form stands in. */
  from: string;
  /** Set on the form's own page alone: any other page is the same for all visitors. */
  own?: OwnPage;
}

/** A form as a conversation: who will call, whom to call instead, what we ask, and what happens then. */
export function SubmissionForm({ invitation, ...props }: RequestFormProps) {
  const { kind } = invitation;
  return isSubmissionKind(kind) ? (
    <KindForm {...props} invitation={{ ...invitation, kind }} />
  ) : null;
}

interface KindFormProps extends RequestFormProps {
  invitation: CallToActionView & { kind: SubmissionKind };
}

function KindForm({ invitation, crisisLines, from, own }: KindFormProps) {
  const { slug, kind, questions, consent, responder, phoneLine, button } = invitation;
  const { typed = {}, problems = [], days = [], timeZone = invitation.hours.timeZone } = own ?? {};
  // Which times are free changes by the minute: only the form's own page offers them.
  const firstStep = kind === 'schedule-call' && !own;
  const errorOf = (name: string) => problems.find((problem) => problem.name === name)?.message;
  const asField = (field: DescribedField) => (
    <FormField
      key={field.name}
      field={field}
      id={idOf(slug, field.name)}
      error={errorOf(field.name)}
      values={valuesOf(typed, field.name)}
      days={days}
      otherwise={own?.otherwise}
      timeZone={timeZone}
    />
  );
  const ofKind = describeFields(kind, []);
  const ofEditor = describeFields(kind, questions).slice(ofKind.length);
  return (
    <form
      className={styles.form}
      method="post"
      action={`/requests/${slug}`}
      noValidate
      data-request={slug}
      data-first-step={firstStep || undefined}
      data-typed={isFilledIn(typed) || undefined}
    >
      <input type="hidden" name={BESIDE.from} value={from} />
      <input type="hidden" name={BESIDE.locale} value={DEFAULT_LOCALE} />
      <input
        type="hidden"
        name={BESIDE.timeZone}
        defaultValue={firstOf(typed, BESIDE.timeZone) ?? ''}
      />
      {own && <input type="hidden" name={BESIDE.key} value={own.key} />}
      {own && <input type="hidden" name={BESIDE.rendered} value={own.rendered} />}
      {firstStep && <input type="hidden" name={BESIDE.step} value={FIRST_STEP} />}
      <ErrorSummary id={idOf(slug, 'errors')} problems={linked(problems, invitation)} />
      <Before
        responder={responder}
        crisisLines={crisisLines}
        lead={own?.promise ?? answerHours(invitation)}
      />
      {ofKind
        .filter(({ input, required }) => !firstStep || (required && input !== 'slots'))
        .map(asField)}
      {!firstStep && kind !== 'text-info' && (
        <VoicemailBox
          id={idOf(slug, BESIDE.voicemail)}
          error={errorOf(BESIDE.voicemail)}
          checked={firstOf(typed, BESIDE.voicemail) === 'yes'}
        />
      )}
      {!firstStep && ofEditor.map(asField)}
      {!firstStep && asksForEmail(kind) && (
        <ReceiptBox
          id={idOf(slug, BESIDE.receiptByMail)}
          error={errorOf(BESIDE.receiptByMail)}
          checked={firstOf(typed, BESIDE.receiptByMail) === 'yes'}
        />
      )}
      {!firstStep && consent && (
        <ConsentBox
          id={idOf(slug, BESIDE.consent)}
          consent={consent}
          required={kind === 'text-info'}
          error={errorOf(BESIDE.consent)}
          checked={agreed(typed, consent)}
        />
      )}
      <HiddenBox id={idOf(slug, BESIDE.website)} value={firstOf(typed, BESIDE.website)} />
      <BeforeSending />
      <NotSent phoneLine={phoneLine} />
      <Submit>{(own && COPY[kind].send) ?? button}</Submit>
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

/** A tick stands for the words beside it: for others, it has to be set again. */
const agreed = (typed: Typed, { slug, version }: ConsentView): boolean =>
  firstOf(typed, BESIDE.consent) === 'yes' &&
  firstOf(typed, BESIDE.consentText) === slug &&
  firstOf(typed, BESIDE.consentVersion) === String(version);

/** A page that any cache may keep says the hours, not what is promised at this minute. */
function answerHours({ hours }: CallToActionView): string | undefined {
  const words = hoursInWords(hours, DEFAULT_LOCALE);
  return words && `We answer ${words}.`;
}

/** The problems with links to the fields that the form has. */
function linked(
  problems: readonly FieldProblem[],
  { slug, kind, questions }: KindFormProps['invitation'],
) {
  const names = describeFields(kind, questions).map(({ name }) => name);
  const fields = new Set<string>([
    ...names,
    BESIDE.consent,
    BESIDE.voicemail,
    BESIDE.receiptByMail,
  ]);
  return problems.map(({ name, message }) => ({
    message,
    href: fields.has(name) ? `#${idOf(slug, name)}` : undefined,
  }));
}
