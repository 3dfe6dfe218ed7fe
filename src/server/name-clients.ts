import { nameClients } from '#http/client-address.ts';

// Runs inside the web process, before its own code: it listens before it is ready, and who is heard
// then is to be named as well.
nameClients();
