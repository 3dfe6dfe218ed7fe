interface Facts {
  levelOfCare: string;
  usualDuration: string;
}

/** What is said of every stage, wherever it stands. */
export const factsOf = ({ levelOfCare, usualDuration }: Facts) => [
  { term: 'Level of care', description: levelOfCare },
  { term: 'Usually takes', description: usualDuration },
];
