import { env } from '#env.ts';
import { CHANNELS, type Channel } from './messages.ts';
import { textProvider } from './texts/provider.ts';

const IS_SET_UP: Record<Channel, () => boolean> = {
  mail: () => env.SMTP_URL !== undefined,
  text: () => textProvider() !== undefined,
};

/** Whether messages of this channel can go out; where not, they wait for a person. */
export const isSetUp = (channel: Channel): boolean => IS_SET_UP[channel]();

/** The channels by which messages can go out. */
export const channelsSetUp = (): Channel[] => CHANNELS.filter(isSetUp);
