import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';
import { MongoClient } from 'mongodb';
import { expect, it, onTestFinished } from 'vitest';
import { loadOrCreateCredentials } from '#server/database/credentials.ts';
import { preparePrimary, replicaSetUri } from '#server/database/replica-set.ts';
import { createTemporaryFolder } from '#tests/helpers/temporary-folder.ts';
import { startTestMongod } from '#tests/helpers/test-mongod.ts';

/** Forwards a port of its own to this one, and closes the first connection that signs in. */
async function startFaultyProxy(target: number): Promise<{ port: number; closed: () => number }> {
  let closed = 0;
  const sockets = new Set<Socket>();
  const server = createServer((inbound) => {
    const outbound = connect(target, '127.0.0.1');
    for (const socket of [inbound, outbound]) {
      sockets.add(socket);
      socket.on('error', () => {});
    }
    inbound.on('close', () => outbound.destroy());
    outbound.on('close', () => inbound.destroy());
    inbound.on('data', (bytes) => {
      if (closed > 0 || !bytes.includes('saslStart')) return outbound.write(bytes);
      closed += 1;
      inbound.destroy();
    });
    outbound.pipe(inbound);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => {
    server.close();
    for (const socket of sockets) socket.destroy();
  });
  return { port: (server.address() as AddressInfo).port, closed: () => closed };
}

it('prepares a server that closes the connection of the first sign-in', async () => {
  const folder = await createTemporaryFolder();
  const { uri, stop } = await startTestMongod({ folder });
  const proxy = await startFaultyProxy(Number(new URL(uri).port));
  const credentials = await loadOrCreateCredentials(folder);
  await preparePrimary(proxy.port, credentials);
  expect(proxy.closed()).toBe(1);
  const client = await MongoClient.connect(
    replicaSetUri(proxy.port, 'throughcare', credentials.password),
  );
  const { hosts } = await client.db('admin').command({ hello: 1 });
  expect(hosts).toEqual([`127.0.0.1:${proxy.port}`]);
  await client.close();
  await stop();
});
