import { nameClients } from '#http/client-address.ts';
import { secureAnswers } from '#http/secure-answers.ts';

// Runs inside the web process, before its own code: it listens before it is ready, and who is heard
// then is to be named, and answered with care, as well.
nameClients();
secureAnswers();
