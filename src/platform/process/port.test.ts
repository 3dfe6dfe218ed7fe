import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { expect, it } from 'vitest';
import { requireFreePort } from './port.ts';

async function startServer() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  return { server, port: (server.address() as AddressInfo).port };
}

it('says that a port is taken', async () => {
  const { server, port } = await startServer();
  await expect(requireFreePort('127.0.0.1', port)).rejects.toThrow(
    `Port ${port} is taken by another program; stop it, or set PORT to another one.`,
  );
  server.close();
}, 10_000);

it('waits a moment for a server that is about to close', async () => {
  const { server, port } = await startServer();
  setTimeout(() => server.close(), 300);
  await expect(requireFreePort('127.0.0.1', port)).resolves.toBeUndefined();
});

it('says that an address does not belong to this machine', async () => {
  await expect(requireFreePort('203.0.113.7', 3131)).rejects.toThrow(/^HOST and PORT must be/);
});
