import type { SourceSeed } from '../seed-types.ts';

const NIDA = 'National Institute on Drug Abuse (NIDA)';
const SAMHSA = 'Substance Abuse and Mental Health Services Administration (SAMHSA)';

/** The sources that the demo articles may cite. A year is given only where the publisher states it. */
export const SOURCES = {
  'nida-treatment-and-recovery': {
    key: 'nida-treatment-and-recovery',
    title: 'Drugs, Brains, and Behavior: The Science of Addiction',
    publisher: NIDA,
    detail: 'Chapter “Treatment and Recovery”',
  },
  'nida-principles': {
    key: 'nida-principles',
    title: 'Principles of Drug Addiction Treatment: A Research-Based Guide',
    publisher: NIDA,
    detail: '3rd edition',
  },
  'nida-words-matter': {
    key: 'nida-words-matter',
    title: 'Words Matter: Terms to Use and Avoid When Talking About Addiction',
    publisher: NIDA,
  },
  'samhsa-tip-47': {
    key: 'samhsa-tip-47',
    title: 'Substance Abuse: Clinical Issues in Intensive Outpatient Treatment',
    publisher: SAMHSA,
    detail: 'Treatment Improvement Protocol (TIP) 47',
  },
  'samhsa-advisory-iop': {
    key: 'samhsa-advisory-iop',
    title: 'Clinical Issues in Intensive Outpatient Treatment for Substance Use Disorders',
    publisher: SAMHSA,
    year: '2021',
    detail: 'Advisory',
  },
  'samhsa-tip-45': {
    key: 'samhsa-tip-45',
    title: 'Detoxification and Substance Abuse Treatment',
    publisher: SAMHSA,
    detail: 'Treatment Improvement Protocol (TIP) 45',
  },
  'samhsa-tip-63': {
    key: 'samhsa-tip-63',
    title: 'Medications for Opioid Use Disorder',
    publisher: SAMHSA,
    detail: 'Treatment Improvement Protocol (TIP) 63',
  },
  'samhsa-tip-41': {
    key: 'samhsa-tip-41',
    title: 'Substance Abuse Treatment: Group Therapy',
    publisher: SAMHSA,
    detail: 'Treatment Improvement Protocol (TIP) 41',
  },
  'samhsa-tip-39': {
    key: 'samhsa-tip-39',
    title: 'Substance Use Disorder Treatment and Family Therapy',
    publisher: SAMHSA,
    detail: 'Treatment Improvement Protocol (TIP) 39',
  },
  'mccarty-2014': {
    key: 'mccarty-2014',
    title: 'Substance Abuse Intensive Outpatient Programs: Assessing the Evidence',
    publisher: 'Psychiatric Services',
    year: '2014',
    detail: 'McCarty D. et al., 65(6):718–726',
  },
  'asam-criteria': {
    key: 'asam-criteria',
    title: 'The ASAM Criteria',
    publisher: 'American Society of Addiction Medicine (ASAM)',
    detail: 'Level 2.1',
  },
  'surgeon-general-2016': {
    key: 'surgeon-general-2016',
    title: 'Facing Addiction in America',
    publisher: 'U.S. Surgeon General',
    year: '2016',
  },
  'samhsa-national-helpline': {
    key: 'samhsa-national-helpline',
    title: 'SAMHSA National Helpline',
    publisher: SAMHSA,
  },
  '988-lifeline': {
    key: '988-lifeline',
    title: '988 Suicide & Crisis Lifeline',
    publisher: '988 Suicide & Crisis Lifeline',
  },
} satisfies Record<string, SourceSeed>;
