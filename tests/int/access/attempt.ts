import { APIError } from 'payload';
import type { Account } from '#tests/helpers/accounts.ts';
import { rest } from '#tests/helpers/rest.ts';
import { PICTURE } from '#tests/helpers/specimens.ts';
import type { Operation, Try } from './operations.ts';

export type Outcome = 'allowed' | 'refused';

const REFUSED = [401, 403, 404];

/**
 * Tries an operation through a door. Where it reads, it is allowed if the words are in what comes
 * back, whatever the status; all ways of reading must agree.
 * @throws Error if an answer is neither a yes nor a no
 */
export async function attempt(
  { reads, ...operation }: Operation,
  at: Try,
  door: 'rest' | 'local',
  account: Account | undefined,
  words: string,
): Promise<Outcome> {
  const answers =
    door === 'rest'
      ? await Promise.all(operation.rest(at).map((call) => ask(call, at, account)))
      : await Promise.all((operation.local?.(at) ?? []).map(settle));
  const outcomes = answers.map(({ status, body }) => {
    if (status >= 400 && !REFUSED.includes(status)) {
      throw new Error(`An answer that is neither yes nor no: ${status} ${JSON.stringify(body)}`);
    }
    if (reads) return JSON.stringify(body).includes(words) ? 'allowed' : 'refused';
    return status < 400 ? 'allowed' : 'refused';
  });
  const [first] = outcomes;
  if (!first || outcomes.some((outcome) => outcome !== first)) {
    throw new Error(`The ways do not agree: ${outcomes.join(', ')}`);
  }
  return first;
}

interface Answered {
  status: number;
  body: unknown;
}

function ask(
  [method, path, data]: ReturnType<Operation['rest']>[number],
  { slug, file }: Try,
  account: Account | undefined,
): Promise<Answered> {
  const token = account?.token;
  if (slug !== 'media' || path !== '/media' || !('file' in file)) {
    return rest(method, path, { token, data });
  }
  const form = new FormData();
  form.set('_payload', JSON.stringify(data));
  form.set('file', new File([PICTURE.data], PICTURE.name, { type: PICTURE.mimetype }));
  return rest(method, path, { token, form });
}

const settle = (work: Promise<unknown>): Promise<Answered> =>
  work.then(
    (body) => ({ status: 200, body: body ?? null }),
    (error: unknown) => {
      if (error instanceof APIError) return { status: error.status, body: error.message };
      throw error;
    },
  );
