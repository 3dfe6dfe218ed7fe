/** A system that accepts submissions and stores them in MongoDB. */
export interface SubmissionTarget {
  name: string;
  /** What it does with a submission, in Markdown. */
  does: string;
  /** Opens clients with this many connections together. */
  connect(connections: number): Promise<Clients>;
  /** Returns how many submissions are stored. */
  countStored(): Promise<number>;
  stop(): Promise<void>;
}

export interface Clients {
  /** Sends one submission. @throws Error if it is not acknowledged */
  send(): Promise<void>;
  close(): Promise<void>;
}

/** Creates a visitor with a unique name and email address. */
export const createVisitor = (n: number) => ({
  name: `Visitor ${n}`,
  email: `visitor.${n}@mail.example`,
  phone: `(212) 555-${String(n % 10_000).padStart(4, '0')}`,
});
