import { findCallToAction, findCallToActionLink } from '#data/calls-to-action.ts';
import { formatContactPromise } from '#domain/contact-promise.ts';
import { DEFAULT_LOCALE } from '#domain/locales.ts';
import { ERROR_PREFIX } from '#domain/page-title.ts';
import { SubmissionError } from '#domain/submission-error.ts';
import { isSubmissionKind, type SubmissionKind } from '#domain/submission-kinds.ts';
import { timeZoneSchema as zoneSchema } from '#domain/time-zone-schema.ts';
import type { CallToActionView, LinkView } from '#domain/view-models.ts';
import { FIRST_STEP, type FormValues, firstValueOf, META_FIELDS } from '#forms/form-values.ts';
import { FORM_KINDS, offersSlots } from '#forms/kinds.ts';
import { groupSlotsByDay } from '#forms/slot-days.ts';
import { pagePathSchema } from '#forms/submission-schema.ts';
import { page } from '#site/page.ts';
import type { LoadResult, PageContext } from '#site/page-types.ts';
import { CallToActionPage, type CallToActionPageProps } from '#site/views/call-to-action.tsx';
import { findFreeTimes } from '#submissions/booking/free-times.ts';
import { readClient } from '#submissions/pipeline/client.ts';
import { newIdempotencyKey } from '#submissions/pipeline/idempotency-keys.ts';
import { findReceiptByContentKey } from '#submissions/pipeline/idempotent-replay.ts';
import { newRenderedAtToken } from '#submissions/pipeline/rendered-at-token.ts';
import { payloadFromForm } from '#submissions/pipeline/submission-payload.ts';
import { submit } from '#submissions/pipeline/submit.ts';

export default CallToActionPage;

export const getServerSideProps = page(load, { acceptsPosts: true });

async function load(context: PageContext): Promise<LoadResult<CallToActionPageProps>> {
  const callToAction = await findCallToAction(context.reader, context.params.slug ?? '');
  if (!callToAction || !isSubmissionKind(callToAction.kind))
    return (await findEarlierReceipt(context)) ?? 'missing';
  const submitted = await submitPosted(context, callToAction.slug);
  if (typeof submitted === 'string') return { redirect: `/requests/received/${submitted}` };
  const times = offersSlots(callToAction.kind)
    ? await findTimes(context, FORM_KINDS[callToAction.kind].alternative)
    : undefined;
  return {
    view: createView(context, { ...callToAction, kind: callToAction.kind }, submitted, times),
    head: {
      title: (submitted ? ERROR_PREFIX : '') + callToAction.heading,
      description: callToAction.text,
      path: context.path,
      // Search engines should list the pages that lead here, which explain what the form is for.
      noIndex: true,
    },
    status: submitted?.status,
    retryAfterS: submitted?.retryAfterS,
    cache: 'never',
  };
}

/** Redirects to the receipt of an idempotent replay: the form may have been unpublished after it was submitted. */
async function findEarlierReceipt({ typed, postError, params }: PageContext) {
  if (!typed || postError) return undefined;
  const earlier = await findReceiptByContentKey(payloadFromForm(typed, params.slug ?? ''));
  return earlier && { redirect: `/requests/received/${earlier.receipt}` };
}

/**
 * Submits the posted form.
 * @returns the token of the receipt, the error, or undefined if there was nothing to submit
 */
async function submitPosted({ typed, postError, req, now }: PageContext, slug: string) {
  if (postError || !typed || firstValueOf(typed, META_FIELDS.step) === FIRST_STEP) return postError;
  try {
    const { receipt } = await submit(payloadFromForm(typed, slug), readClient(req, now));
    return receipt;
  } catch (error) {
    if (error instanceof SubmissionError) return error;
    throw error;
  }
}

interface FreeTimes {
  free: string[];
  /** Link to another form, if no time is free. */
  alternative?: LinkView;
}

async function findTimes(
  { reader, now }: PageContext,
  alternative: SubmissionKind | undefined,
): Promise<FreeTimes> {
  const free = await findFreeTimes(await reader.findGlobal('site'), now);
  if (free.length > 0 || !alternative) return { free };
  return { free, alternative: await findCallToActionLink(reader, alternative) };
}

function createView(
  { typed = {}, query, siteLayout, now, path }: PageContext,
  callToAction: CallToActionView & { kind: SubmissionKind },
  error: SubmissionError | undefined,
  times: FreeTimes | undefined,
): CallToActionPageProps {
  const { kind, hours } = callToAction;
  const { copy } = FORM_KINDS[kind];
  const timeZone = zoneOf(typed) ?? hours.timeZone;
  const from = firstValueOf(typed, META_FIELDS.from) ?? query.get('from');
  return {
    callToAction,
    crisisLines: siteLayout.crisisLines,
    fromPath: pagePathSchema.safeParse(from).data ?? path,
    pageState: {
      idempotencyKey: idempotencyKeyFor(typed, error),
      // After a correction, the token still says when the form was first opened.
      renderedAtToken: firstValueOf(typed, META_FIELDS.rendered) || newRenderedAtToken(now),
      promise: copy.promise(
        offersSlots(kind)
          ? 'at the time you choose'
          : formatContactPromise(hours, now, DEFAULT_LOCALE),
      ),
      values: typed,
      problems: problemsOf(error),
      days: groupSlotsByDay(times?.free ?? [], timeZone),
      alternative: times?.alternative,
      timeZone,
    },
  };
}

/** Keeps the posted key until the submission is saved: a corrected form is still the same submission. */
const idempotencyKeyFor = (typed: FormValues, error: SubmissionError | undefined): string =>
  (error?.code !== 'repeated' && firstValueOf(typed, META_FIELDS.key)) || newIdempotencyKey();

const zoneOf = (typed: FormValues): string | undefined =>
  zoneSchema.safeParse(firstValueOf(typed, META_FIELDS.timeZone) || undefined).data;

const problemsOf = (error: SubmissionError | undefined) =>
  error && error.problems.length === 0
    ? [{ name: '', message: error.message }]
    : [...(error?.problems ?? [])];
