import { forwardClientAddress } from '#platform/http/client-address.ts';
import { watchForUnlistedProxies } from '#platform/http/unlisted-proxy.ts';

// Loaded into the web process with `--import`, because Next listens before it has loaded our code, and those requests
// need the client's address as well. It must run only once: it removes the edge's token from each request, so a second
// run would take the edge for the client.
forwardClientAddress();
watchForUnlistedProxies();
