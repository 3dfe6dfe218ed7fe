import type { Payload } from 'payload';
import { cache } from 'react';
import { SUBMISSION_ROLES } from '#domain/roles.ts';

/** A user who works on submissions. */
export interface Colleague {
  id: string;
  name: string;
}

/** Loads all users who may own a submission, sorted by name; once for each page of the admin. */
export const loadColleagues = cache(async (payload: Payload): Promise<Colleague[]> => {
  const { docs } = await payload.find({
    collection: 'users',
    where: { roles: { in: [...SUBMISSION_ROLES] } },
    sort: 'name',
    depth: 0,
    pagination: false,
    select: { name: true },
    // System: coordinators see colleagues' names on submissions, but may not read their accounts.
    overrideAccess: true,
  });
  return docs.map(({ id, name }) => ({ id, name }));
});

const FORMER_COLLEAGUE = 'A former colleague';

/** Returns the name of a colleague, or a placeholder if the account was deleted. */
export const findColleagueName = async (payload: Payload, id: string): Promise<string> =>
  (await loadColleagues(payload)).find((colleague) => colleague.id === id)?.name ??
  FORMER_COLLEAGUE;
