import { bullets, type Node } from '../rich-text-markup.ts';

/** Returns the national crisis lines as a list for callouts, with the wording of `#domain/crisis-lines.ts`. */
export const crisisLines = (): Node =>
  bullets(
    'Call [911](tel:911) if someone is in danger, has overdosed or cannot be woken.',
    'Call [988](tel:988), [text 988](sms:988) or [chat online](https://988lifeline.org/chat/) if you are thinking about suicide or need someone to talk to right now.',
    'Call the SAMHSA National Helpline at [1-800-662-4357](tel:+18006624357) to ask where to find treatment. It is free and open day and night. TTY: [1-800-487-4889](tel:+18004874889).',
  );
