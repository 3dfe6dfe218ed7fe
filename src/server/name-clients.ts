import { nameClients } from '#platform/http/client-address.ts';
import { watchForProxies } from '#platform/http/unlisted-proxy.ts';

// Runs inside the web process, before its own code: it listens before it is ready, and who is heard
// then is to be named as well. Once only: the edge's token is taken off each request, so a second look
// would take the edge for the client.
nameClients();
watchForProxies();
