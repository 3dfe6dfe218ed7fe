import type { LinkView } from '#domain/view-models.ts';

/** Says how to stop all contact: each way proves that the phone number or email address is the visitor's own. */
export const StopAllContact = ({ phoneLine }: { phoneLine?: LinkView }) => (
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
