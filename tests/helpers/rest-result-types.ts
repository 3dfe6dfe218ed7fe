import type { User } from '#payload-types.ts';

// Successful responses of Payload's REST API, as far as tests read them.

export interface Doc {
  id: string;
  [field: string]: unknown;
}

/** `GET /api/<collection>` */
export interface FindResult<D = Doc> {
  docs: D[];
  totalDocs: number;
}

/** `POST` or `PATCH` of a document. */
export interface SaveResult {
  doc: Doc;
}

/** `POST /api/users/login` */
export interface LoginResult {
  user: User;
}
