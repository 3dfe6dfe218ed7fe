import groupsOfSuite from './upstream/tests/index.mjs';

/** `required` by the RFCs, `optimal` if a cache is to be of use, or a `check` of what a cache does. */
export type Kind = 'required' | 'optimal' | 'check';

export type SuiteHeader = [name: string, value: string | number, isCheckedInResponse?: boolean];

export interface SuiteRequest {
  response_headers?: SuiteHeader[];
  response_status?: [code: number, reason: string];
  expected_response_headers?: (string | SuiteHeader)[];
  /** The origin closes the connection in place of a response. */
  disconnect?: boolean;
}

export interface SuiteTest {
  id: string;
  /** `required` by default. */
  kind?: Kind;
  /** About private caches alone. */
  browser_only?: boolean;
  /** Prints all requests and responses. */
  dump?: boolean;
  requests: SuiteRequest[];
}

export interface SuiteGroup {
  id: string;
  name: string;
  tests: SuiteTest[];
}

/** The suite's tests of shared caches. Its client changes them, so each caller gets a copy. */
export const loadGroups = (): SuiteGroup[] =>
  filterTests(
    structuredClone(groupsOfSuite as unknown as SuiteGroup[]),
    ({ browser_only }) => !browser_only,
  );

/** Returns the groups with those of their tests for which `isIncluded` is true. */
export const filterTests = (
  groups: readonly SuiteGroup[],
  isIncluded: (test: SuiteTest) => boolean,
): SuiteGroup[] => groups.map((group) => ({ ...group, tests: group.tests.filter(isIncluded) }));

export const kindOf = ({ kind = 'required' }: SuiteTest): Kind => kind;
