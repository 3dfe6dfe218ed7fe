import { createServer, get } from 'node:http';
import { buffer } from 'node:stream/consumers';

// node bare.ts URL: fetches a compressed page once and serves its bytes from memory, which is the upper bound of what
// a Node server can do. Sends its port to the parent process.

const [, , url = ''] = process.argv;

get(url, { headers: { 'Accept-Encoding': 'gzip' } }, async (response) => {
  const body = await buffer(response);
  const headers = {
    'Content-Type': 'text/html; charset=utf-8',
    'Content-Encoding': response.headers['content-encoding'],
    'Content-Length': body.length,
    Vary: 'Accept-Encoding',
  };
  const server = createServer((_, res) => {
    res.writeHead(200, headers);
    res.end(body);
  });
  server.listen(0, '127.0.0.1', () => process.send?.(server.address()));
});
