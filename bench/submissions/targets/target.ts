/** Something that takes requests and keeps them in MongoDB. */
export interface Target {
  name: string;
  /** What it does with a request. */
  does: string;
  /** Connects so many clients. */
  connect(connections: number): Promise<Clients>;
  /** How many it has kept. */
  kept(): Promise<number>;
  stop(): Promise<void>;
}

export interface Clients {
  /** Sends one request. @throws Error unless it was taken */
  send(): Promise<void>;
  close(): Promise<void>;
}

/** A visitor like no other. */
export const visitor = (n: number) => ({
  name: `Visitor ${n}`,
  email: `visitor.${n}@mail.example`,
  phone: `(212) 555-${String(n % 10_000).padStart(4, '0')}`,
});
