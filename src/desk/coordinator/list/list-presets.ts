/** A preset list of submissions. */
export interface ListPreset {
  label: string;
  /** Name and value of its query parameter; undefined for the list of all. */
  filter?: readonly [name: string, value: string];
  href: string;
}

const PATH = '/admin/collections/form-submissions';

/** Returns the preset lists for a user. */
export const listPresets = (userId: string): ListPreset[] => [
  { label: 'All', href: PATH },
  filterPreset('Waiting', 'status', 'new'),
  filterPreset('Mine', 'owner', userId),
  filterPreset('Closed', 'status', 'closed'),
  filterPreset('Possible spam', 'quarantined', 'true'),
];

/** Builds a preset with the query parameter that the admin's own filters use. */
function filterPreset(label: string, field: string, value: string): ListPreset {
  const name = `where[or][0][and][0][${field}][equals]`;
  return { label, filter: [name, value], href: `${PATH}?${new URLSearchParams([[name, value]])}` };
}

type Query = Record<string, string | string[] | undefined>;

/** Returns the preset that a query selects; undefined if other filters are set. */
export function findActivePreset(presets: ListPreset[], query: Query = {}): ListPreset | undefined {
  const filters = Object.entries(query).filter(([name]) => name.startsWith('where'));
  return presets.find(({ filter }) =>
    filter
      ? filters.length === 1 && filters[0]?.[0] === filter[0] && filters[0]?.[1] === filter[1]
      : filters.length === 0,
  );
}
