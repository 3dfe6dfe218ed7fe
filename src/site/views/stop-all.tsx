import type { LinkView } from '#domain/view-models.ts';

/** How somebody stops all contact: in a way by which we know that the phone or the address is theirs. */
export const StopAll = ({ phoneLine }: { phoneLine?: LinkView }) => (
  <>
    To stop all contact, reply STOP to a text from us, use the link in a text or email from us, or{' '}
    {phoneLine ? (
      <>
        call <a href={phoneLine.href}>{phoneLine.label}</a> and tell us.
      </>
    ) : (
      'tell the person who calls you.'
    )}
  </>
);
