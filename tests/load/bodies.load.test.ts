import { randomInt } from 'node:crypto';
import { expect, it, onTestFinished } from 'vitest';
import { ROLES, type Role } from '#domain/roles.ts';
import config from '#payload-config';
import type { Found, Saved } from '#tests/helpers/answers.ts';
import { contentsOf } from '#tests/helpers/fuzz.ts';
import {
  type Existing,
  type WrongWrite,
  wrongAnswer,
  wrongWrites,
} from '#tests/helpers/hostile/writes.ts';
import { startSite } from '#tests/helpers/running-site.ts';
import { sessionHeaders, sessionIn } from '#tests/helpers/session.ts';

const BODIES = Number(process.env.BODIES ?? 5_000);
const seed = Number(process.env.SEED ?? randomInt(2 ** 31));

it(`${BODIES} wrong bodies of colleagues are named and store nothing (seed ${seed})`, async () => {
  const site = await startSite({ RATE_LIMIT_FACTOR: '1000000' });
  onTestFinished(site.stop);
  const tokens = new Map<Role, string>();
  const ask = async (role: Role | undefined, method: string, path: string, data?: unknown) => {
    const token = role && tokens.get(role);
    const answer = await fetch(`${site.url}/api${path}`, {
      method,
      headers: {
        ...(token && sessionHeaders(token)),
        ...(data ? { 'Content-Type': 'application/json' } : {}),
      },
      body: data ? JSON.stringify(data) : null,
    });
    const { status, headers } = answer;
    return { status, headers, body: (await answer.json()) as unknown };
  };
  for (const role of ROLES) {
    const login = { email: `${role}@example.org`, password: site.password };
    tokens.set(role, sessionIn(await ask(undefined, 'POST', '/users/login', login)));
  }
  const resolved = await config;
  const existing: Existing = {};
  for (const { slug } of resolved.collections) {
    const { body } = await ask('admin', 'GET', `/${slug}?limit=1&depth=0`);
    const id = (body as Partial<Found>).docs?.[0]?.id;
    if (!id) continue;
    const versions = `/${slug}/versions?where[parent][equals]=${id}&limit=1&depth=0`;
    const { body: older } = await ask('admin', 'GET', versions);
    existing[slug] = { id, version: (older as Partial<Found>).docs?.[0]?.id };
  }
  // Nobody's own account: the others are signed in with theirs.
  const person = {
    name: 'Nobody',
    email: 'nobody@example.org',
    password: `Not ${randomInt(2 ** 47)} signed in`,
    roles: ['writer'],
    currentPassword: site.password,
  };
  const { body: made } = await ask('admin', 'POST', '/users', person);
  existing.users = { id: (made as Saved).doc.id };

  const before = await contentsOf(site);
  const statuses: Record<number, number> = {};
  const wrong: string[] = [];
  const send = async (write: WrongWrite) => {
    const answer = await ask(write.role, write.method, write.path, write.body);
    statuses[answer.status] = (statuses[answer.status] ?? 0) + 1;
    wrong.push(...[wrongAnswer(write, answer) ?? []].flat());
  };
  const writes = wrongWrites(resolved, existing, seed, BODIES);
  for (const write of writes) if (write.names) await send(write);
  expect(wrong).toEqual([]);
  const after = await contentsOf(site);
  for (const [name, documents] of Object.entries(before)) expect(after[name]).toBe(documents);
  // A version is restored whatever is sent with it.
  for (const write of writes) if (!write.names) await send(write);
  console.log(`Seed ${seed}:`, { statuses, wrong: wrong.length });
  expect(wrong).toEqual([]);
});
