/** Keywords that stop all text messages if they are the whole message (47 CFR 64.1200(a)(10)). */
export const OPT_OUT_KEYWORDS = [
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
 * What the sender of a text message wants. An `unclear` text has a keyword in it, but may mean something else:
 * “I want to stop drinking” or “end my life” must not count as an opt-out. The reply says how to opt out.
 */
export type TextIntent = 'stop' | 'help' | 'unclear' | 'nothing';

/** Returns the intent of a text message. Beyond the keywords, the rule covers every wording that reasonably means stop. */
export function detectTextIntent(text: string): TextIntent {
  const normalized = normalizeText(text);
  const clauses = normalized
    .split(/[^\p{L}\p{N} ]+/u)
    .map(stripCourtesy)
    .filter(Boolean);
  if (KEYWORD_ALONE.test(normalized.replace(/[^\p{L}]/gu, ''))) return 'stop';
  if (
    clauses.some(
      (clause) =>
        !NEGATED_KEYWORD.test(clause) && OPT_OUT_PHRASES.some((phrase) => phrase.test(clause)),
    )
  ) {
    return 'stop';
  }
  if (clauses.some((clause) => HELP.test(clause))) return 'help';
  return ANY_KEYWORD.test(normalized) ? 'unclear' : 'nothing';
}

/** Returns the text in lower case with single spaces, and with all spellings of “opt out” as `optout`. */
const normalizeText = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\p{Cf}|['’]/gu, '')
    .replace(/🛑/gu, ' stop ')
    .replace(/\bopt[\s_-]*out\b/g, 'optout')
    .replace(/[^\S\n]+/g, ' ');

const stripCourtesy = (clause: string): string =>
  clause
    .replace(/\b(please|pls|plz|just|ok|okay|hey|hi|hello|thanks|thank you|thx|i said|now)\b/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();

const KEYWORDS = OPT_OUT_KEYWORDS.join('|');
const KEYWORD_ALONE = new RegExp(`^(${KEYWORDS})$`);
const ANY_KEYWORD = new RegExp(`\\b(${KEYWORDS})\\b`);
const NEGATED_KEYWORD = new RegExp(
  `\\b(dont|do not|never|cant|cannot|can not|wont|not|without) (\\w+ ){0,2}(${KEYWORDS})`,
);

const ME = '(me|us|here|this number|my (phone|number|cell))';
const AGAIN = '(again|anymore|any more|ever|ever again)';
const KINDS_OF = '( (all|any|the|these|those|this|your|further|more|of|my|sending|me|with))*';

const OPT_OUT_PHRASES = [
  KEYWORD_ALONE,
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
