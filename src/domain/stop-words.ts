/** The words by which anybody may stop text messages, alone in a message (47 CFR 64.1200(a)(10)). */
export const STOP_WORDS = [
  'stop',
  'stopall',
  'quit',
  'end',
  'revoke',
  'optout',
  'cancel',
  'unsubscribe',
] as const;

/**
 * What a text message asks for. `unclear` has such a word in it and may mean another thing: who writes
 * “I want to stop drinking” or “end my life” must not be turned away, and who means us must be told how.
 */
export type TextAsks = 'stop' | 'help' | 'unclear' | 'nothing';

/** The rule asks to honor other words as well, where anybody would understand them so. */
export function askedOf(text: string): TextAsks {
  const plain = plainly(text);
  const clauses = plain
    .split(/[^\p{L}\p{N} ]+/u)
    .map(withoutCourtesy)
    .filter(Boolean);
  if (ALONE.test(plain.replace(/[^\p{L}]/gu, ''))) return 'stop';
  if (clauses.some((clause) => !NEGATED.test(clause) && STOPS.some((stop) => stop.test(clause)))) {
    return 'stop';
  }
  if (clauses.some((clause) => HELP.test(clause))) return 'help';
  return ANY.test(plain) ? 'unclear' : 'nothing';
}

/** Small letters, one space between words, “opt out” in one word however it is written. */
const plainly = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\p{Cf}|['’]/gu, '')
    .replace(/🛑/gu, ' stop ')
    .replace(/\bopt[\s_-]*out\b/g, 'optout')
    .replace(/[^\S\n]+/g, ' ');

const withoutCourtesy = (clause: string): string =>
  clause
    .replace(/\b(please|pls|plz|just|ok|okay|hey|hi|hello|thanks|thank you|thx|i said|now)\b/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();

const WORDS = STOP_WORDS.join('|');
const ALONE = new RegExp(`^(${WORDS})$`);
const ANY = new RegExp(`\\b(${WORDS})\\b`);
const NEGATED = new RegExp(
  `\\b(dont|do not|never|cant|cannot|can not|wont|not|without) (\\w+ ){0,2}(${WORDS})`,
);

const ME = '(me|us|here|this number|my (phone|number|cell))';
const AGAIN = '(again|anymore|any more|ever|ever again)';
const KINDS_OF = '( (all|any|the|these|those|this|your|further|more|of|my|sending|me|with))*';

const STOPS = [
  ALONE,
  /^(stop|quit) (it|this|that|all|everything|already|with|you|u|wrong|not|who|immediately|asap)\b/,
  /\b(unsubscribe|optout|opt me out|stopall)\b/,
  /\b(revoke|withdraw)( \w+)? (consent|permission)\b/,
  new RegExp(
    `\\b(stop|quit|cease)( with)? (texting|messaging|contacting|calling|sending|bothering|spamming|harassing)( (${ME}|these|this|texts?|messages?|so|and|${AGAIN})\\b|$)`,
  ),
  new RegExp(
    `\\b(stop|quit|end|cancel|cease)${KINDS_OF} (texts?|messages?|msgs?|sms|subscription)\\b`,
  ),
  new RegExp(`\\b(stop|quit|cease)${KINDS_OF} (calls?|emails?|spam)\\b`),
  new RegExp(`\\b(do not|dont|never)( ever)? (text|message|contact) ${ME}( ${AGAIN})?$`),
  new RegExp(`\\b(do not|dont|never)( ever)? (text|message|contact|call)( ${ME})? ${AGAIN}$`),
  /\bno more (texts?|messages?|calls?|emails?)\b/,
  /\b((remove|delete|take) (me|my number)( off| from|$)|leave me alone|lose my number)\b/,
];

const HELP = /^(help|info|help me|(i )?need help|more info(rmation)?|information)$/;
