import { createServer, get } from 'node:http';
import { buffer } from 'node:stream/consumers';

// node bare.ts URL: serves what is at an address, compressed as it comes from there, out of memory, and
// nothing else. The most that a server in Node can do. Says its port to its parent.

const [, , url = ''] = process.argv;

get(url, { headers: { 'Accept-Encoding': 'gzip' } }, async (answer) => {
  const body = await buffer(answer);
  const headers = {
    'Content-Type': 'text/html; charset=utf-8',
    'Content-Encoding': answer.headers['content-encoding'],
    'Content-Length': body.length,
    Vary: 'Accept-Encoding',
  };
  const server = createServer((_, res) => {
    res.writeHead(200, headers);
    res.end(body);
  });
  server.listen(0, '127.0.0.1', () => process.send?.(server.address()));
});
