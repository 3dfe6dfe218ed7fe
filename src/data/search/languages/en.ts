import type { Language } from '../languages.ts';

/** Alternatives for the name of any drug: no article is about a single one. */
const DRUGS = ['drug use', 'addiction', 'call help'];
const DRUG_USE = ['addiction', 'drug use', 'use disorder'];
const SUICIDE = ['suicide', '988'];
const SAFETY = ['cover tracks', 'safe home'];

/** English stop words and synonyms. */
export const en: Language = {
  // Porter's stemmer: “programs” and “program”, “drinking” and “drink” have the same stem.
  tokenizer: 'porter unicode61',
  stopWords: `
    a an the i me my myself we us our you your he him his she her it its they them their this that these those
    is am are was were be been being do does did doing have has had having will would can could should may might
    must of in on at to for from with by about into and or but if so as than then no not
    what which who whom whose when where why how there here any some just really very
    s t d m ll re ve im ive id dont doesnt didnt cant wont isnt arent
    vs near please`,
  synonyms: {
    'rehab, rehabs, rehabilitation': ['residential', 'inpatient', 'treatment program'],
    'inpatient, live in': ['residential'],
    'after rehab, after treatment, out of rehab, leaving rehab': [
      'after treatment',
      'after program',
      'continuing care',
    ],
    'iop, i o p, outpatient rehab, day treatment': ['intensive outpatient program'],
    'php, p h p, day hospital': ['partial hospitalization'],
    'cold turkey, quit alone, quit by myself': ['withdrawal stop', 'detox'],
    'detox, detoxification, detoxing': ['withdrawal', 'detox', 'detoxification'],
    'withdrawal, dope sick, the shakes, shakes, shaking, dts, delirium tremens': [
      'withdrawal',
      'detox',
    ],
    'clean, get clean, sober, get sober, sobriety': ['recovery', 'stop', 'call for help'],
    'sober living, sober house, halfway house': ['recovery housing', 'home shared', 'community'],
    'aa, na, a a, n a, alcoholics anonymous, narcotics anonymous, 12 step, 12step, twelve step': [
      'mutual aid',
    ],
    'support group, self help group': ['mutual aid'],
    'suboxone, subutex, sublocade, bupe, subs': ['buprenorphine'],
    vivitrol: ['naltrexone'],
    narcan: ['naloxone'],
    'mat, medication assisted treatment, oud, moud': ['medication opioid'],
    'heroin, fentanyl, oxy, oxycontin, oxycodone, percocet, percs, vicodin, painkillers': [
      'opioid',
    ],
    'xanax, valium, klonopin, ativan, benzos': ['benzodiazepines'],
    'relapse, slip up, fell off the wagon, using again, drinking again': ['return use'],
    'alcoholic, alcoholism, drunk, booze, wino': ['alcohol', 'drinking'],
    'meth, crystal meth, methamphetamine, cocaine, coke, crack, adderall, stimulants': DRUGS,
    'weed, pot, marijuana, cannabis, molly, ecstasy, mdma, ketamine, kratom, shrooms': DRUGS,
    'drug abuse, substance abuse, alcohol abuse': DRUG_USE,
    'addict, addicted, addicts, junkie, user': DRUG_USE,
    'meds, pill': ['medication', 'medicines'],
    'boss, employer, coworker, coworkers': ['work', 'employer'],
    'job, career': ['work'],
    'mom, mother, dad, father, parent, son, daughter, brother, sister, sibling': ['family'],
    'kid, child, children, teen, teenager, adolescent': ['family'],
    'husband, wife, spouse, partner, boyfriend, girlfriend, loved one, friend': ['family'],
    'counsellor, therapist, shrink': ['counselor', 'therapy'],
    'counselling, counseling': ['therapy', 'counselor'],
    'cost, costs, price, afford, expensive, medicaid, copay': ['insurance', 'pay'],
    'hotline, helpline': ['call', 'phone'],
    'phone number, email address': ['contact'],
    'aftercare, after care': ['continuing care'],
    'urge, urges, craving': ['craving'],
    'quit, quitting': ['stop'],
    'court, court ordered, court mandated, judge, probation, parole, dui, dwi': [
      'start treatment',
      'treatment program',
    ],
    'abuse, abusive, violence': SAFETY,
  },
  crisisSynonyms: {
    'suicide, suicidal, kill myself, end my life, take my life, hurt myself, self harm': SUICIDE,
    "want to die, wanna die, don't want to live, dont want to live, better off dead": SUICIDE,
    'overdose, overdosing, od, ods, oding': ['overdose'],
    "not breathing, won't wake up, wont wake up, can't wake, cant wake": ['overdose', '911'],
    'domestic violence, domestic abuse, hits me, beats me, hurts me': SAFETY,
  },
};
