import { describe, expect, test } from 'vitest';
import { SPAM_SIGNALS } from '#domain/spam-signals.ts';
import { type FreeText, findTextSignals, signalsAboveThreshold } from './detect-spam-signals.ts';

const message = (...texts: string[]): FreeText => ({ name: 'Ann', texts });

describe('finds no signal in what people in distress write', () => {
  test.each<[string, FreeText]>([
    ['nothing', { texts: [] }],
    ['one word', message('help')],
    ['capitals', message('PLEASE CALL ME BACK I CANT DO THIS ANYMORE!!!!!!')],
    [
      'no spaces, bad spelling',
      message('i cant go on.pleese help me.im so tierd of it.com home son'),
    ],
    [
      'another language',
      message('Necesito ayuda para mi hermano. No sé qué hacer. ¿Pueden llamarme?'),
    ],
    ['another script', message('Мне нужна помощь. 请帮帮我。 أحتاج إلى مساعدة')],
    ['one link', message('Is this place any good? https://clinic.example/detox?x=1')],
    ['two links', message('www.one.example or www.two.example, which is better')],
    ['addresses for mail', message('write to me@mail.com or b@c.com or d@e.org or f@g.net')],
    [
      'hearts and arrows',
      message('I love him <3 <3 -> he is <b>not</b> himself [sorry] <-- 2 < 3 > 1'),
    ],
    [
      'numbers and prices',
      message('$5,000 a week?? call 212-555-0142 / 212.555.0143 any time 24/7'),
    ],
    ['emoji', message('😭😭😭 pls 🙏')],
    ['the words of a drug shop', message('buying pills online, viagra, cheap oxy, casino debts')],
    ['the same short answer twice', message('myself', 'myself')],
    ['the name in the message', { name: 'Ann', texts: ['Ann'] }],
    ['an email address for a name', { name: 'ann.smith@mail.com', texts: [] }],
    ['a title in the name', { name: 'Dr. J.R. St.John-Smythe Jr.', texts: [] }],
  ])('%s', (_, text) => {
    expect(findTextSignals(text)).toEqual([]);
  });
});

describe('finds signals in what programs write', () => {
  test.each<[string, FreeText, string[]]>([
    ['a link in the name', { name: 'Win now https://x.example/1', texts: [] }, ['link-in-name']],
    ['a bare address in the name', { name: 'cheap-seo.top', texts: [] }, ['link-in-name']],
    ['a link of HTML', message('see <a href="https://x.example">this</a>'), ['markup']],
    ['a script', message('<script src=//x.example></script>'), ['markup']],
    ['a link of a forum', message('[url=https://x.example]this[/url]'), ['markup']],
    ['markup in the name', { name: '<img src=x onerror=1>', texts: [] }, ['markup']],
    [
      'three links, in several answers',
      message('https://a.example www.b.example/c', 'or d-e.shop/f'),
      ['many-links'],
    ],
    [
      'the same text everywhere',
      { name: 'Great offers for you', texts: ['great offers for you ', 'other'] },
      ['same-text'],
    ],
  ])('%s', (_, text, signals) => {
    expect(findTextSignals(text)).toEqual(signals);
  });

  test('is fast on long texts', () => {
    const start = performance.now();
    for (const piece of ['a.', 'www.', '<a ', '[url', '@', 'a-', 'http://']) {
      findTextSignals(message(piece.repeat(2000 / piece.length), piece.repeat(10_000)));
    }
    expect(performance.now() - start).toBeLessThan(2000);
  });
});

describe('the spam score', () => {
  test('stays below the threshold for all weak signals combined', () => {
    expect(signalsAboveThreshold(['no-stamp', 'no-proof', 'no-origin'])).toEqual([]);
  });

  test.each(['many-links', 'same-text', 'too-fast'] as const)(
    'stays below the threshold for %s alone',
    (signal) => {
      expect(signalsAboveThreshold([signal])).toEqual([]);
    },
  );

  test.each(['hidden-box', 'proof-used', 'link-in-name', 'markup'] as const)(
    'reaches the threshold for %s alone',
    (signal) => {
      expect(signalsAboveThreshold([signal])).toEqual([signal]);
    },
  );

  test('reaches the threshold for several signals together, and returns all of them', () => {
    const signals = ['too-fast', 'no-proof', 'no-origin'] as const;
    expect(signalsAboveThreshold(signals)).toEqual(signals);
    expect(signalsAboveThreshold(SPAM_SIGNALS)).toEqual(SPAM_SIGNALS);
  });

  test('stays below the threshold for a browser without scripts that submits at once', () => {
    expect(signalsAboveThreshold(['too-fast', 'no-proof'])).toEqual([]);
  });
});
