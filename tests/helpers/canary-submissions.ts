import { expect } from 'vitest';
import type { RunningSite } from './running-site.ts';
import { readSessionToken, sessionHeaders } from './session.ts';

/** Slug of the form that the canaries are sent to. */
export const CANARY_FORM = 'canary';
const JSON_TYPE = { 'Content-Type': 'application/json' };
const FORM_TYPE = { 'Content-Type': 'application/x-www-form-urlencoded' };

/** Posts to a site, and records the URLs of the responses. */
export interface RecordingClient {
  /** URLs of all responses, and their redirects. */
  urls: string[];
  post(
    target: string,
    init: RequestInit & { headers?: Record<string, string> },
  ): Promise<PostResult>;
  /** Signs in as a demo account. @returns the headers of its session */
  signIn(role: string): Promise<Record<string, string>>;
}

interface PostResult {
  status: number;
  headers: Headers;
  body: string;
}

export function createRecordingClient({
  url,
  password,
}: Pick<RunningSite, 'url' | 'password'>): RecordingClient {
  const urls: string[] = [];
  const post: RecordingClient['post'] = async (target, init) => {
    const response = await fetch(`${url}${target}`, {
      method: 'POST',
      redirect: 'manual',
      ...init,
    });
    urls.push(response.url, response.headers.get('Location') ?? '');
    return { status: response.status, headers: response.headers, body: await response.text() };
  };
  const signIn: RecordingClient['signIn'] = async (role) => {
    const response = await post('/api/users/login', {
      headers: JSON_TYPE,
      body: JSON.stringify({ email: `${role}@example.org`, password }),
    });
    return sessionHeaders(readSessionToken(response));
  };
  return { urls, post, signIn };
}

/** Creates a form with a question that an editor added. */
export async function createCanaryForm({ post, signIn }: RecordingClient): Promise<void> {
  const { status } = await post('/api/calls-to-action', {
    headers: { ...JSON_TYPE, ...(await signIn('editor')) },
    body: JSON.stringify({
      kind: 'let-us-help',
      slug: CANARY_FORM,
      heading: 'A form',
      text: 'Words.',
      button: 'Send',
      questions: [{ id: 'story', label: 'What happened?', type: 'long-text', required: true }],
      _status: 'published',
    }),
  });
  expect(status).toBe(201);
}

/**
 * Sends the canaries in accepted submissions, and in one submission for each reason to reject it: to both submission
 * endpoints, and to endpoints that accept none.
 */
export async function sendCanaries(
  { post }: RecordingClient,
  answers: Record<string, string>,
): Promise<void> {
  const postJson = (submission: unknown, headers: Record<string, string> = {}) =>
    post('/api/requests', {
      headers: { ...JSON_TYPE, ...headers },
      body: JSON.stringify(submission),
    });
  const submission = { callToAction: CANARY_FORM, answers };
  const form = new URLSearchParams({ ...answers, key: 'canary-form' });
  const wrong = { ...answers, email: `${answers.email} at home` };
  const responses = {
    json: await postJson(submission),
    text: await postJson({
      callToAction: 'text-info',
      answers: { phone: answers.phone },
      consent: { text: 'text-messages', version: 1, given: true },
    }),
    form: await post(`/requests/${CANARY_FORM}`, { headers: FORM_TYPE, body: form }),
    'wrong value': await postJson({ ...submission, answers: wrong }),
    'unknown field': await postJson({ ...submission, [answers.name ?? '']: answers.phone }),
    'other form': await postJson({ ...submission, callToAction: answers.name }),
    'other site': await postJson(submission, { Origin: 'https://elsewhere.example' }),
    'reused key': await postJson(
      { ...submission, answers: { ...answers, message: `${answers.message} again` } },
      { 'Idempotency-Key': 'canary-form' },
    ),
    truncated: await post('/api/requests', {
      headers: JSON_TYPE,
      body: JSON.stringify(submission).slice(0, -1),
    }),
    'too large': await postJson({ ...submission, more: answers.message?.repeat(5000) }),
    'wrong type': await post('/api/requests', {
      headers: { 'Content-Type': 'text/plain' },
      body: JSON.stringify(submission),
    }),
    'wrong form': await post(`/requests/${CANARY_FORM}`, {
      headers: FORM_TYPE,
      body: new URLSearchParams(wrong),
    }),
    nowhere: await post('/requests/nowhere', { headers: FORM_TYPE, body: form }),
    rest: await post('/api/form-submissions', {
      headers: JSON_TYPE,
      body: JSON.stringify(answers),
    }),
    'truncated for REST': await post('/api/form-submissions', {
      headers: JSON_TYPE,
      body: JSON.stringify(answers).slice(0, -1),
    }),
    'sign-in': await post('/api/users/login', {
      headers: JSON_TYPE,
      body: JSON.stringify({ email: answers.email, password: answers.message }),
    }),
    'forgotten password': await post('/api/users/forgot-password', {
      headers: JSON_TYPE,
      body: JSON.stringify({ email: answers.email }),
    }),
  };
  expect(
    Object.fromEntries(Object.entries(responses).map(([name, { status }]) => [name, status])),
  ).toEqual({
    json: 201,
    text: 201,
    form: 303,
    'wrong value': 422,
    'unknown field': 422,
    'other form': 422,
    'other site': 403,
    'reused key': 409,
    truncated: 422,
    'too large': 413,
    'wrong type': 415,
    'wrong form': 422,
    nowhere: 404,
    rest: 403,
    'truncated for REST': 400,
    'sign-in': 401,
    'forgotten password': 200,
  });
}
