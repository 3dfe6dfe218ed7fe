/** A list of requests that people open often. */
export interface RequestList {
  label: string;
  /** Name and value of the filter, as they stand in the address; none for the list of all. */
  filter?: readonly [name: string, value: string];
  href: string;
}

const PATH = '/admin/collections/form-submissions';

/** The lists of requests, for the person with this id. */
export const listsFor = (me: string): RequestList[] => [
  { label: 'All', href: PATH },
  filtered('Waiting', 'status', 'new'),
  filtered('Mine', 'owner', me),
  filtered('Closed', 'status', 'closed'),
  filtered('Possible spam', 'quarantined', 'true'),
];

/** In the shape in which the admin's own filters stand in an address. */
function filtered(label: string, field: string, value: string): RequestList {
  const name = `where[or][0][and][0][${field}][equals]`;
  return { label, filter: [name, value], href: `${PATH}?${new URLSearchParams([[name, value]])}` };
}

type Query = Record<string, string | string[] | undefined>;

/** The list that an address shows; undefined where other filters are set. */
export function chosenOf(lists: RequestList[], query: Query = {}): RequestList | undefined {
  const set = Object.entries(query).filter(([name]) => name.startsWith('where'));
  return lists.find(({ filter }) =>
    filter
      ? set.length === 1 && set[0]?.[0] === filter[0] && set[0]?.[1] === filter[1]
      : set.length === 0,
  );
}
