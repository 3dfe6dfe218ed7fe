import type { Payload } from 'payload';
import { cache } from 'react';
import { WORK_ON_REQUESTS } from '#domain/roles.ts';

/** Somebody who works on requests. */
export interface Colleague {
  id: string;
  name: string;
}

/** All who may own a request, by name; read once for each page of the admin. */
export const colleagues = cache(async (payload: Payload): Promise<Colleague[]> => {
  const { docs } = await payload.find({
    collection: 'users',
    where: { roles: { in: [...WORK_ON_REQUESTS] } },
    sort: 'name',
    depth: 0,
    pagination: false,
    select: { name: true },
    // System: colleagues see each other's names on requests, but not each other's accounts.
    overrideAccess: true,
  });
  return docs.map(({ id, name }) => ({ id, name }));
});

const FORMER = 'A former colleague';

/** The name under which a colleague's work is shown, also after the account is gone. */
export const nameOf = async (payload: Payload, id: string): Promise<string> =>
  (await colleagues(payload)).find((one) => one.id === id)?.name ?? FORMER;
