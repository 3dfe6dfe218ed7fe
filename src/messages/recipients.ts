import type { PayloadRequest } from 'payload';

/** The addresses of all colleagues who answer requests. */
export async function coordinatorAddresses(req: PayloadRequest): Promise<string[]> {
  const { docs } = await req.payload.find({
    collection: 'users',
    where: { roles: { in: ['coordinator', 'lead'] } },
    pagination: false,
    depth: 0,
    select: { email: true },
    // System: the platform writes to them, nobody gets to see the addresses.
    overrideAccess: true,
    req,
  });
  return docs.map(({ email }) => email);
}
