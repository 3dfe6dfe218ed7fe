import { APIError } from 'payload';
import type { Account } from '#tests/helpers/accounts.ts';
import { PICTURE } from '#tests/helpers/document-data.ts';
import { rest } from '#tests/helpers/rest.ts';
import type { Attempt, Operation } from './operations.ts';

export type Outcome = 'allowed' | 'refused';

const REFUSAL_STATUSES = [401, 403, 404];

/**
 * Attempts an operation through one API, in all ways that the operation lists; they must agree. A read is
 * allowed if the result contains `title`, whatever its status.
 * @throws Error if a status means neither “allowed” nor “refused”, or if the ways do not agree
 */
export async function attemptOperation(
  { isRead, ...operation }: Operation,
  attempt: Attempt,
  api: 'rest' | 'local',
  account: Account | undefined,
  title: string,
): Promise<Outcome> {
  const results =
    api === 'rest'
      ? await Promise.all(operation.rest(attempt).map((call) => callRest(call, attempt, account)))
      : await Promise.all((operation.local?.(attempt) ?? []).map(toResult));
  const outcomes = results.map(({ status, body }) => {
    if (status >= 400 && !REFUSAL_STATUSES.includes(status)) {
      throw new Error(`Unexpected status ${status}: ${JSON.stringify(body)}`);
    }
    if (isRead) return JSON.stringify(body).includes(title) ? 'allowed' : 'refused';
    return status < 400 ? 'allowed' : 'refused';
  });
  const [first] = outcomes;
  if (!first || outcomes.some((outcome) => outcome !== first)) {
    throw new Error(`The results do not agree: ${outcomes.join(', ')}`);
  }
  return first;
}

interface Result {
  status: number;
  body: unknown;
}

function callRest(
  [method, path, data]: ReturnType<Operation['rest']>[number],
  { slug, fileOptions }: Attempt,
  account: Account | undefined,
): Promise<Result> {
  const token = account?.token;
  if (slug !== 'media' || path !== '/media' || !('file' in fileOptions)) {
    return rest(method, path, { token, data });
  }
  const form = new FormData();
  form.set('_payload', JSON.stringify(data));
  form.set('file', new File([PICTURE.data], PICTURE.name, { type: PICTURE.mimetype }));
  return rest(method, path, { token, form });
}

const toResult = (work: Promise<unknown>): Promise<Result> =>
  work.then(
    (body) => ({ status: 200, body: body ?? null }),
    (error: unknown) => {
      if (error instanceof APIError) return { status: error.status, body: error.message };
      throw error;
    },
  );
