/** Write concern: MongoDB acknowledges a write once a majority of the replica set has it on disk. */
export const DURABLE = { writeConcern: { w: 'majority', journal: true } } as const;
