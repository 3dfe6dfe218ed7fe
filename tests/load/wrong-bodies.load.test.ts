import { randomInt } from 'node:crypto';
import { expect, it, onTestFinished } from 'vitest';
import { ROLES, type Role } from '#domain/roles.ts';
import config from '#payload-config';
import { readContents } from '#tests/helpers/fuzz.ts';
import {
  describeWrongResponse,
  type Existing,
  type WrongWrite,
  wrongWrites,
} from '#tests/helpers/hostile/writes.ts';
import type { FindResult, SaveResult } from '#tests/helpers/rest-result-types.ts';
import { startSite } from '#tests/helpers/running-site.ts';
import { SEED } from '#tests/helpers/seed.ts';
import { readSessionToken, sessionHeaders } from '#tests/helpers/session.ts';

const BODIES = Number(process.env.BODIES ?? 5_000);

it(`rejects ${BODIES} wrong bodies of staff, names the wrong field and stores nothing (seed ${SEED})`, async () => {
  const site = await startSite({ RATE_LIMIT_FACTOR: '1000000' });
  onTestFinished(site.stop);
  const tokens = new Map<Role, string>();
  const call = async (role: Role | undefined, method: string, path: string, data?: unknown) => {
    const token = role && tokens.get(role);
    const response = await fetch(`${site.url}/api${path}`, {
      method,
      headers: {
        ...(token && sessionHeaders(token)),
        ...(data ? { 'Content-Type': 'application/json' } : {}),
      },
      body: data ? JSON.stringify(data) : null,
    });
    const { status, headers } = response;
    return { status, headers, body: (await response.json()) as unknown };
  };
  for (const role of ROLES) {
    const login = { email: `${role}@example.org`, password: site.password };
    tokens.set(role, readSessionToken(await call(undefined, 'POST', '/users/login', login)));
  }
  const resolved = await config;
  const existing: Existing = {};
  for (const { slug } of resolved.collections) {
    const { body } = await call('admin', 'GET', `/${slug}?limit=1&depth=0`);
    const id = (body as Partial<FindResult>).docs?.[0]?.id;
    if (!id) continue;
    const versions = `/${slug}/versions?where[parent][equals]=${id}&limit=1&depth=0`;
    const { body: older } = await call('admin', 'GET', versions);
    existing[slug] = { id, version: (older as Partial<FindResult>).docs?.[0]?.id };
  }
  // Writes go to an account that nobody is signed in with.
  const account = {
    name: 'Nobody',
    email: 'nobody@example.org',
    password: `Not ${randomInt(2 ** 47)} signed in`,
    roles: ['writer'],
    currentPassword: site.password,
  };
  const { body: created } = await call('admin', 'POST', '/users', account);
  existing.users = { id: (created as SaveResult).doc.id };

  const before = await readContents(site);
  const statuses: Record<number, number> = {};
  const problems: string[] = [];
  const send = async (write: WrongWrite) => {
    const response = await call(write.role, write.method, write.path, write.body);
    statuses[response.status] = (statuses[response.status] ?? 0) + 1;
    problems.push(...[describeWrongResponse(write, response) ?? []].flat());
  };
  const writes = wrongWrites(resolved, existing, SEED, BODIES);
  for (const write of writes) if (write.names) await send(write);
  expect(problems).toEqual([]);
  const after = await readContents(site);
  for (const [name, documents] of Object.entries(before)) expect(after[name]).toBe(documents);
  // These restore a version, which ignores the body.
  for (const write of writes) if (!write.names) await send(write);
  console.log(`Seed ${SEED}:`, { statuses, problems: problems.length });
  expect(problems).toEqual([]);
});
