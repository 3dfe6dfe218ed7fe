interface StageDetails {
  levelOfCare: string;
  usualDuration: string;
}

/** Returns the facts that every view of a treatment stage shows, for a description list. */
export const listStageFacts = ({ levelOfCare, usualDuration }: StageDetails) => [
  { term: 'Level of care', description: levelOfCare },
  { term: 'Usually takes', description: usualDuration },
];
