/**
 * Queries and the pages that they should lead to: everyday words, questions, plurals, misspellings. Chosen before the
 * search was tuned. Queries that are missed stay in the list, and the test prints them.
 */
export const QUERIES: [typed: string, expected: string][] = [
  // Everyday words that no article uses
  ['rehab', '/articles/residential-or-outpatient'],
  ['rehabs near me', '/stages/therapy-and-residential-care'],
  ['how long is rehab', '/stages/therapy-and-residential-care'],
  ['life after rehab', '/articles/after-an-iop'],
  ['cold turkey', '/articles/what-detox-involves'],
  ['quitting alcohol cold turkey', '/articles/what-detox-involves'],
  ['how to get clean', '/stages/call-for-help'],
  ['sober living', '/stages/living-in-the-community'],
  ['AA meetings', '/articles/after-an-iop'],
  ['suboxone', '/articles/medication-for-opioid-use-disorder'],
  ['narcan', '/articles/medication-for-opioid-use-disorder'],
  ['relapse', '/articles/after-an-iop'],
  ['alcoholic mother', '/articles/how-a-family-can-help'],
  ['will my boss find out', '/articles/going-back-to-work'],

  // Questions
  ['i relapsed what now', '/articles/after-an-iop'],
  ['do i need detox to stop drinking', '/articles/what-detox-involves'],
  ['can i keep my job', '/articles/understanding-intensive-outpatient-treatment'],
  ['my son is using drugs what do i do', '/articles/how-a-family-can-help'],
  ['how to help my husband stop drinking', '/articles/how-a-family-can-help'],
  ['how do i talk to my wife about rehab', '/articles/how-a-family-can-help'],
  ['i dont want to talk in front of people', '/articles/what-happens-in-group-therapy'],
  ['what happens in group', '/articles/what-happens-in-group-therapy'],
  ['who do i call for help', '/stages/call-for-help'],
  ['does insurance pay for treatment', '/articles/residential-or-outpatient'],

  // Several words
  ['inpatient vs outpatient', '/articles/residential-or-outpatient'],
  ['drug test at work', '/articles/going-back-to-work'],
  ['pregnant and using', '/articles/medication-for-opioid-use-disorder'],
  ['methadone clinic', '/articles/medication-for-opioid-use-disorder'],
  ['IOP', '/articles/understanding-intensive-outpatient-treatment'],
  ['phone number', '/contact'],
  ['privacy', '/privacy'],

  // Other forms of a word
  ['detoxing at home', '/articles/what-detox-involves'],
  ['intensive outpatient programs', '/articles/understanding-intensive-outpatient-treatment'],
  ['group therapies', '/articles/what-happens-in-group-therapy'],

  // Misspellings
  ['withdrawl symptoms', '/articles/what-detox-involves'],
  ['detoks', '/articles/what-detox-involves'],
  ['outpaitent program', '/stages/intensive-outpatient-program'],
  ['buprenorfine', '/articles/medication-for-opioid-use-disorder'],
  ['medicatons for opiod use', '/articles/medication-for-opioid-use-disorder'],
  ['residental treatment', '/stages/therapy-and-residential-care'],
];

/** Synonyms whose words the demo content does not contain, and the pages that they lead to. */
export const SYNONYM_QUERIES: [typed: string, expected: string][] = [
  ['meth', '/articles/understanding-intensive-outpatient-treatment'],
  ['crack', '/articles/understanding-intensive-outpatient-treatment'],
  ['weed', '/articles/understanding-intensive-outpatient-treatment'],
  ['percs', '/articles/medication-for-opioid-use-disorder'],
  ['shakes', '/stages/supervised-detox'],
  ['teenager', '/articles/how-a-family-can-help'],
  ['12step', '/stages/living-in-the-community'],
  ['i.o.p.', '/stages/intensive-outpatient-program'],
  ['court ordered', '/stages/call-for-help'],
  ['husband hits me', '/articles/how-a-family-can-help'],
  ['hits me', '/cover-your-tracks'],
  ['domestic violence', '/cover-your-tracks'],
];
