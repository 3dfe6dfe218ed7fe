import type { PayloadRequest, Where } from 'payload';
import { emailKey } from '#domain/email.ts';
import type { FormSubmission } from '#payload-types.ts';
import { driverCollection } from '#platform/database/driver-collection.ts';
import type { Contact } from './contact.ts';

/** The fields of a submission that a withdrawal needs. */
export type ContactSubmission = Pick<
  FormSubmission,
  'id' | 'reference' | 'receipt' | 'receivedAt' | 'phoneE164' | 'email'
>;

/** The `select` of a `ContactSubmission`. */
export const CONTACT_SUBMISSION_FIELDS = {
  reference: true,
  receipt: true,
  receivedAt: true,
  phoneE164: true,
  email: true,
} as const;

/** Finds the submissions with this phone number or email address, however the address is written. */
export async function findSubmissionsOf(
  { phoneE164, email }: Contact,
  where: Where,
  req: PayloadRequest,
): Promise<ContactSubmission[]> {
  const contactConditions: Where[] = [
    ...(phoneE164 ? [{ phoneE164: { equals: phoneE164 } }] : []),
    // `like` also matches longer addresses; they are filtered out below.
    ...(email ? emailConditions(email) : []),
  ];
  if (contactConditions.length === 0) return [];
  const { docs } = await req.payload.find({
    collection: 'form-submissions',
    where: { and: [where, { or: contactConditions }] },
    pagination: false,
    depth: 0,
    select: CONTACT_SUBMISSION_FIELDS,
    showHiddenFields: true,
    // System: the withdrawal covers all submissions of the person, whoever records it.
    overrideAccess: true,
    req,
  });
  return docs.filter((doc) => isSamePhone(doc, { phoneE164 }) || isSameEmail(doc, { email }));
}

/** Submissions from before `normalizedEmail` existed match by the address as typed. */
const emailConditions = (email: string): Where[] => [
  { email: { like: email } },
  { email: { like: emailKey(email) } },
  { normalizedEmail: { like: emailKey(email) } },
];

/** True if both have the same phone number. */
export const isSamePhone = (one: Contact, other: Contact): boolean =>
  Boolean(one.phoneE164) && one.phoneE164 === other.phoneE164;

/** True if both have the same email address, however it is written. */
export const isSameEmail = (one: Contact, other: Contact): boolean =>
  keyOf(one) !== undefined && keyOf(one) === keyOf(other);

const keyOf = ({ email }: Contact): string | undefined => (email ? emailKey(email) : undefined);

export type ObjectIds = Awaited<ReturnType<typeof objectIdsOf>>;

/** Returns the ids of submissions, as the MongoDB driver needs them. */
export async function objectIdsOf(submissions: readonly ContactSubmission[], req: PayloadRequest) {
  const { ObjectId } = await driverCollection('form-submissions', req);
  return submissions.map(({ id }) => new ObjectId(id));
}
