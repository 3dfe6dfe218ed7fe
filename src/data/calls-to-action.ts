import { fillInWording } from '#domain/consent-wording-template.ts';
import { isSubmissionKind, type SubmissionKind } from '#domain/submission-kinds.ts';
import type { CallToActionView, ConsentView, LinkView } from '#domain/view-models.ts';
import { businessHoursOf, questionsOf } from '#forms/form-definition.ts';
import type { CallsToAction, Site } from '#payload-types.ts';
import { env } from '#platform/environment/env.ts';
import { resolveLinks } from './links.ts';
import type { Reader } from './reader.ts';
import { phoneLineOf, phoneLinkOf } from './site-layout.ts';

/** Finds the published call to action with a slug. */
export async function findCallToAction(
  reader: Reader,
  slug: string,
): Promise<CallToActionView | undefined> {
  const callToAction = await reader.findBySlug('calls-to-action', slug);
  if (!callToAction) return undefined;
  const [view] = await loadCallToActionViews(reader, [callToAction]);
  return view;
}

/** Finds a link to the first published call to action of a kind. */
export async function findCallToActionLink(
  reader: Reader,
  kind: SubmissionKind,
): Promise<LinkView | undefined> {
  const { docs } = await reader.list('calls-to-action', {
    where: { kind: { equals: kind } },
    limit: 1,
    pagination: false,
  });
  const [callToAction] = docs;
  return callToAction && { label: callToAction.heading, href: `/requests/${callToAction.slug}` };
}

/** Finds the calls to action with these ids that are published. */
export async function findCallsToAction(
  reader: Reader,
  ids: Iterable<string>,
): Promise<Map<string, CallToActionView>> {
  const docs = [...(await reader.findByIds('calls-to-action', ids)).values()];
  const views = await loadCallToActionViews(reader, docs);
  return new Map(docs.flatMap(({ id }, n) => (views[n] ? [[id, views[n]]] : [])));
}

async function loadCallToActionViews(
  reader: Reader,
  docs: CallsToAction[],
): Promise<CallToActionView[]> {
  if (docs.length === 0) return [];
  const [site, consent, hrefOf] = await Promise.all([
    reader.findGlobal('site'),
    loadConsentView(reader),
    resolveLinks(
      reader,
      docs.flatMap(({ link }) => link ?? []),
    ),
  ]);
  return docs.map((doc) => {
    const phoneLink = doc.kind === 'phone-line' ? phoneLinkOf(doc.phone ?? '') : undefined;
    const href = isSubmissionKind(doc.kind)
      ? `/requests/${doc.slug}`
      : (phoneLink?.href ?? hrefOf(doc.link ?? {}) ?? '/');
    return {
      slug: doc.slug,
      kind: doc.kind,
      heading: doc.heading,
      text: doc.text,
      button: doc.button,
      href,
      fullUrl: href.startsWith('/') ? `${env.SITE_URL}${href}` : href,
      questions: questionsOf(doc),
      responder: responderOf(doc, site),
      consent,
      hours: businessHoursOf(site),
      phoneLine: phoneLink ?? phoneLineOf(site),
    };
  });
}

const responderOf = ({ responder }: CallsToAction, { legalEntity }: Site) => {
  const { name, role, paidByProviders } = responder?.name ? responder : legalEntity;
  return { name: name ?? '', role: role ?? '', paidByProviders: paidByProviders ?? false };
};

/** Loads the current consent wording for text messages in the reader's locale. */
async function loadConsentView(reader: Reader): Promise<ConsentView | undefined> {
  const [{ docs }, { name }] = await Promise.all([
    reader.list('consent-texts', {
      where: { purpose: { equals: 'text-messages' }, language: { equals: reader.locale } },
      limit: 1,
      pagination: false,
    }),
    reader.findGlobal('site'),
  ]);
  const [text] = docs;
  return (
    text && {
      slug: text.slug,
      version: text.version ?? 1,
      wording: fillInWording(text.wording, name ?? ''),
    }
  );
}
