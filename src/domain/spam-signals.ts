/** Signs that a submission is spam. */
export const SPAM_SIGNALS = [
  'hidden-box',
  'proof-used',
  'many-of-contact',
  'many-times',
  'link-in-name',
  'markup',
  'many-links',
  'same-text',
  'too-fast',
  'no-stamp',
  'no-proof',
  'no-origin',
  'number-costly',
  'number-abroad',
  'number-toll-free',
] as const;
export type SpamSignal = (typeof SPAM_SIGNALS)[number];

/** The signals as coordinators read them. */
export const SPAM_SIGNAL_LABELS: Record<SpamSignal, string> = {
  'hidden-box': 'A box that people cannot see was filled in.',
  'proof-used': 'It came with a proof of work that another request had used.',
  'many-of-contact': 'Many requests came with this number or address within an hour.',
  'many-times': 'Many calls were booked from the same internet address within a day.',
  'link-in-name': 'The name has a web address in it.',
  markup: 'The text has the code of a web page in it.',
  'many-links': 'The text has several web addresses in it.',
  'same-text': 'The same text stands in several fields.',
  'too-fast': 'It was sent less than two seconds after the form was opened.',
  'no-stamp': 'It does not say when the form was opened.',
  'no-proof': 'It came without a proof of work, as from a browser without scripts.',
  'no-origin': 'The browser did not say that the form was on our site.',
  'number-costly':
    'The phone number is of a kind that costs its caller more, like a premium-rate or satellite number.',
  'number-abroad': 'The phone number is of a country that we do not serve.',
  'number-toll-free': 'The phone number is toll-free: it belongs to an organization.',
};
