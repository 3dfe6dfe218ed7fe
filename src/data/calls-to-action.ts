import { wordingParts } from '#domain/consent-wording.ts';
import { isSubmissionKind, type SubmissionKind } from '#domain/submission-kinds.ts';
import type { CallToActionView, ConsentView, LinkView } from '#domain/view-models.ts';
import { businessHoursOf, questionsOf } from '#forms/form-definition.ts';
import type { CallsToAction, Site } from '#payload-types.ts';
import { env } from '#platform/environment/env.ts';
import { resolveLinks } from './links.ts';
import type { Reader } from './reader.ts';
import { lineOf, phoneLineOf } from './site-layout.ts';

/** The published call to action at this slug, with what has to stand beside its form. */
export async function findCallToAction(
  reader: Reader,
  slug: string,
): Promise<CallToActionView | undefined> {
  const callToAction = await reader.bySlug('calls-to-action', slug);
  if (!callToAction) return undefined;
  const [invitation] = await invitationsOf(reader, [callToAction]);
  return invitation;
}

/** The way to the first published call to action of a kind that has a form. */
export async function findCallToActionOf(
  reader: Reader,
  kind: SubmissionKind,
): Promise<LinkView | undefined> {
  const { docs } = await reader.list('calls-to-action', {
    where: { kind: { equals: kind } },
    limit: 1,
    pagination: false,
  });
  const [found] = docs;
  return found && { label: found.heading, href: `/requests/${found.slug}` };
}

/** Those of the calls to action that are published, by id. */
export async function findCallsToAction(
  reader: Reader,
  ids: Iterable<string>,
): Promise<Map<string, CallToActionView>> {
  const docs = [...(await reader.byIds('calls-to-action', ids)).values()];
  const invitations = await invitationsOf(reader, docs);
  return new Map(docs.flatMap(({ id }, n) => (invitations[n] ? [[id, invitations[n]]] : [])));
}

async function invitationsOf(reader: Reader, docs: CallsToAction[]): Promise<CallToActionView[]> {
  if (docs.length === 0) return [];
  const [site, consent, hrefOf] = await Promise.all([
    reader.global('site'),
    findConsent(reader),
    resolveLinks(
      reader,
      docs.flatMap(({ link }) => link ?? []),
    ),
  ]);
  return docs.map((doc) => {
    const line = doc.kind === 'phone-line' ? lineOf(doc.phone ?? '') : undefined;
    const href = isSubmissionKind(doc.kind)
      ? `/requests/${doc.slug}`
      : (line?.href ?? hrefOf(doc.link ?? {}) ?? '/');
    return {
      slug: doc.slug,
      kind: doc.kind,
      heading: doc.heading,
      text: doc.text,
      button: doc.button,
      href,
      address: href.startsWith('/') ? `${env.SITE_URL}${href}` : href,
      questions: questionsOf(doc),
      responder: responderOf(doc, site),
      consent,
      hours: businessHoursOf(site),
      phoneLine: line ?? phoneLineOf(site),
    };
  });
}

const responderOf = ({ responder }: CallsToAction, { legalEntity }: Site) => {
  const { name, role, paidByProviders } = responder?.name ? responder : legalEntity;
  return { name: name ?? '', role: role ?? '', paidByProviders: paidByProviders ?? false };
};

/** The wording in force for text messages, in the reader's language. */
async function findConsent(reader: Reader): Promise<ConsentView | undefined> {
  const [{ docs }, { name }] = await Promise.all([
    reader.list('consent-texts', {
      where: { purpose: { equals: 'text-messages' }, language: { equals: reader.locale } },
      limit: 1,
      pagination: false,
    }),
    reader.global('site'),
  ]);
  const [text] = docs;
  return (
    text && {
      slug: text.slug,
      version: text.version ?? 1,
      wording: wordingParts(text.wording, name ?? ''),
    }
  );
}
