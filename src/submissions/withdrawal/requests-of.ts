import type { PayloadRequest, Where } from 'payload';
import { emailKey } from '#domain/email.ts';
import type { FormSubmission } from '#payload-types.ts';
import { inDriver } from '#platform/database/in-driver.ts';
import type { Contact } from './contact.ts';

/** A request, as far as a withdrawal is concerned with it. */
export type Known = Pick<
  FormSubmission,
  'id' | 'reference' | 'receipt' | 'receivedAt' | 'phoneE164' | 'email'
>;

/** What to select of a request to know it. */
export const KNOWN = {
  reference: true,
  receipt: true,
  receivedAt: true,
  phoneE164: true,
  email: true,
} as const;

/** The requests that gave this number or this address; an address in whatever case and writing. */
export async function requestsOf(
  { phoneE164, email }: Contact,
  where: Where,
  req: PayloadRequest,
): Promise<Known[]> {
  const theirs: Where[] = [
    ...(phoneE164 ? [{ phoneE164: { equals: phoneE164 } }] : []),
    // What merely contains it is sorted out below.
    ...(email ? inAnyWriting(email) : []),
  ];
  if (theirs.length === 0) return [];
  const { docs } = await req.payload.find({
    collection: 'form-submissions',
    where: { and: [where, { or: theirs }] },
    pagination: false,
    depth: 0,
    select: KNOWN,
    showHiddenFields: true,
    // System: the requests are theirs, whoever writes the withdrawal down.
    overrideAccess: true,
    req,
  });
  return docs.filter((doc) => isSamePhone(doc, { phoneE164 }) || isSameEmail(doc, { email }));
}

/** Requests from before there was a normalized address are found as it was typed. */
const inAnyWriting = (email: string): Where[] => [
  { email: { like: email } },
  { email: { like: emailKey(email) } },
  { normalizedEmail: { like: emailKey(email) } },
];

/** Whether both gave the same number. */
export const isSamePhone = (one: Contact, other: Contact): boolean =>
  Boolean(one.phoneE164) && one.phoneE164 === other.phoneE164;

/** Whether both gave the same address. */
export const isSameEmail = (one: Contact, other: Contact): boolean =>
  keyOf(one) !== undefined && keyOf(one) === keyOf(other);

const keyOf = ({ email }: Contact): string | undefined => (email ? emailKey(email) : undefined);

/** Ids as the database has them. */
export type Ids = Awaited<ReturnType<typeof idsOf>>;

/** The ids of requests. */
export async function idsOf(requests: readonly Known[], req: PayloadRequest) {
  const { ObjectId } = await inDriver('form-submissions', req);
  return requests.map(({ id }) => new ObjectId(id));
}
