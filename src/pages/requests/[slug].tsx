import { findCallToAction, findCallToActionOf } from '#data/calls-to-action.ts';
import { timeZone as zoneSchema } from '#domain/iana-zone.ts';
import { DEFAULT_LOCALE } from '#domain/locales.ts';
import { ERROR } from '#domain/page-title.ts';
import { promiseInWords } from '#domain/promise.ts';
import { SubmissionError } from '#domain/submission-error.ts';
import { isSubmissionKind, type SubmissionKind } from '#domain/submission-kinds.ts';
import type { CallToActionView, LinkView } from '#domain/view-models.ts';
import { COPY } from '#forms/copy.ts';
import { slotDays } from '#forms/slot-days.ts';
import { pagePath } from '#forms/submission-schema.ts';
import { BESIDE, FIRST_STEP, firstOf, type Typed } from '#forms/typed.ts';
import { type Answer, page, type Visit } from '#site/page.ts';
import { CallToActionPage, type CallToActionPageProps } from '#site/views/call-to-action.tsx';
import { findFreeTimes } from '#submissions/booking/free-times.ts';
import { clientOf } from '#submissions/pipeline/client.ts';
import { receiptOfUnchanged } from '#submissions/pipeline/idempotent-replay.ts';
import { newKey } from '#submissions/pipeline/keys.ts';
import { newRenderedAtToken } from '#submissions/pipeline/rendered-at-token.ts';
import { fromForm } from '#submissions/pipeline/submission-payload.ts';
import { submit } from '#submissions/pipeline/submit.ts';

export default CallToActionPage;

export const getServerSideProps = page(load, { takesPosts: true });

async function load(visit: Visit): Promise<Answer<CallToActionPageProps>> {
  const invitation = await findCallToAction(visit.reader, visit.params.slug ?? '');
  if (!invitation || !isSubmissionKind(invitation.kind))
    return (await sentBefore(visit)) ?? 'missing';
  const sent = await send(visit, invitation.slug);
  if (typeof sent === 'string') return { redirect: `/requests/received/${sent}` };
  const times = invitation.kind === 'schedule-call' ? await findTimes(visit) : undefined;
  return {
    view: view(visit, { ...invitation, kind: invitation.kind }, sent, times),
    head: {
      title: (sent ? ERROR : '') + invitation.heading,
      description: invitation.text,
      path: visit.path,
      // People come here from a page that says what it is about.
      noIndex: true,
    },
    status: sent?.status,
    retryAfterS: sent?.retryAfterS,
    cache: 'never',
  };
}

/** A form that is gone may have been sent, and its answer lost. */
async function sentBefore({ typed, refused, params }: Visit) {
  if (!typed || refused) return undefined;
  const before = await receiptOfUnchanged(fromForm(typed, params.slug ?? ''));
  return before && { redirect: `/requests/received/${before.receipt}` };
}

/** Sends what was posted, if it was: the name of its receipt, or why it is not taken. */
async function send({ typed, refused, req, now }: Visit, slug: string) {
  if (refused || !typed || firstOf(typed, BESIDE.step) === FIRST_STEP) return refused;
  try {
    const { receipt } = await submit(fromForm(typed, slug), clientOf(req, now));
    return receipt;
  } catch (error) {
    if (error instanceof SubmissionError) return error;
    throw error;
  }
}

interface Times {
  free: string[];
  /** Where a call can be asked for if no time is free. */
  otherwise?: LinkView;
}

/** The times that are free now, and what to do if none is. */
async function findTimes({ reader, now }: Visit): Promise<Times> {
  const free = await findFreeTimes(await reader.global('site'), now);
  return free.length > 0
    ? { free }
    : { free, otherwise: await findCallToActionOf(reader, 'request-call') };
}

function view(
  { typed = {}, query, frame, now, path }: Visit,
  invitation: CallToActionView & { kind: SubmissionKind },
  refused: SubmissionError | undefined,
  times: Times | undefined,
): CallToActionPageProps {
  const { kind, hours } = invitation;
  const words = COPY[kind];
  const timeZone = zoneOf(typed) ?? hours.timeZone;
  const from = firstOf(typed, BESIDE.from) ?? query.get('from');
  return {
    invitation,
    crisisLines: frame.crisisLines,
    from: pagePath.safeParse(from).data ?? path,
    own: {
      key: keyFor(typed, refused),
      // Who mends a mistake opened the form long before.
      rendered: firstOf(typed, BESIDE.rendered) || newRenderedAtToken(now),
      promise: words.promise(
        kind === 'schedule-call'
          ? 'at the time you choose'
          : promiseInWords(hours, now, DEFAULT_LOCALE),
      ),
      typed,
      problems: problemsOf(refused),
      days: slotDays(times?.free ?? [], timeZone),
      otherwise: times?.otherwise,
      timeZone,
    },
  };
}

/** What was sent stays one request until it is taken, however often it is mended in between. */
const keyFor = (typed: Typed, refused: SubmissionError | undefined): string =>
  (refused?.code !== 'repeated' && firstOf(typed, BESIDE.key)) || newKey();

const zoneOf = (typed: Typed): string | undefined =>
  zoneSchema.safeParse(firstOf(typed, BESIDE.timeZone) || undefined).data;

const problemsOf = (refused: SubmissionError | undefined) =>
  refused && refused.problems.length === 0
    ? [{ name: '', message: refused.message }]
    : [...(refused?.problems ?? [])];
