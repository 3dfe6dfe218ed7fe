import type { Where } from 'payload';

/** A list of requests that people open often. */
export interface RequestList {
  label: string;
  where?: Record<string, unknown> & Where;
  href: string;
}

const PATH = '/admin/collections/form-submissions';

/** The lists of requests, for the person with this id. */
export const listOf = (me: string): RequestList[] => [
  { label: 'All', href: PATH },
  filtered('Waiting', 'status', 'new'),
  filtered('Mine', 'owner', me),
  filtered('Closed', 'status', 'closed'),
];

/** In the shape in which the admin's own filters stand in an address. */
const filtered = (label: string, field: string, value: string): RequestList => ({
  label,
  where: { or: [{ and: [{ [field]: { equals: value } }] }] },
  href: `${PATH}?where[or][0][and][0][${field}][equals]=${encodeURIComponent(value)}`,
});
