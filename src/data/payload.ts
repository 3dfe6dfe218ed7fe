import { getPayload, type Payload } from 'payload';
import config from '#payload-config';

/** Returns the Payload instance of this process; the first call starts it. */
export const payload = (): Promise<Payload> => getPayload({ config });
