/** Why the edge does not behave as tests of the suite expect. In each list, `*` stands for any text. */
export interface Decision {
  /** One sentence. */
  reason: string;
  /** Required or optimal behavior that the edge does not have. */
  fails?: string[];
  /** Questions of the suite that it answers with “no”. */
  answersNo?: string[];
  /** Tests that the edge ends early, because they need what it does not do. */
  cannotBeSetUp?: string[];
}
