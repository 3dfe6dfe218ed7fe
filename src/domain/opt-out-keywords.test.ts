import { expect, it } from 'vitest';
import { detectTextIntent } from './opt-out-keywords.ts';

it.each([
  'STOP',
  'Stop!',
  '  stop. ',
  '“stop”',
  'S.T.O.P',
  'ＳＴＯＰ',
  'ST\u200bOP',
  '🛑',
  'stopall',
  'STOP ALL',
  'quit',
  'End.',
  'REVOKE',
  'opt out',
  'OPT-OUT',
  'optout',
  'Cancel',
  'unsubscribe',
  'Please stop',
  'please, stop!',
  'ok stop now thanks',
  'I said STOP',
  'STOP\n\nSent from my phone',
  'Stop. Wrong number',
  'stop wrong number',
  'stop it',
  'Stop texting me',
  'please quit messaging me!!',
  'stop sending me these texts',
  'When will you stop contacting me',
  'unsubscribe me',
  'I want to opt out',
  'I would like to unsubscribe from this',
  'I revoke my consent',
  'cancel my subscription',
  'end these messages',
  'Don’t text me again',
  'do not contact me',
  'dont call me anymore',
  'no more texts',
  'Remove me from your list',
  'take my number off',
  'leave me alone',
])('reads %j as an opt-out', (text) => {
  expect(detectTextIntent(text)).toBe('stop');
});

it.each([
  'cancel my appointment',
  'Can we cancel the call tomorrow',
  'I want to stop drinking',
  'quit drinking',
  'I quit',
  'help me stop calling my dealer',
  'I cant stop texting him',
  'Please don’t stop texting me',
  'end my life',
  'I want to end it all',
  'make it stop',
  'They will revoke my probation',
  'I will stop by tomorrow',
])('reads %j as unclear rather than as an opt-out', (text) => {
  expect(detectTextIntent(text)).toBe('unclear');
});

it.each(['HELP', 'help me', 'Help!', 'info', 'I need help', 'hi, help please'])(
  'reads %j as a request for help',
  (text) => {
    expect(detectTextIntent(text)).toBe('help');
  },
);

it.each(['START', 'yes', 'unstop', 'Thank you', '', '   ', 'nonstop', 'My friend will call', '👍'])(
  'reads no intent into %j',
  (text) => {
    expect(detectTextIntent(text)).toBe('nothing');
  },
);
