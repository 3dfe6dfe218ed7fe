/** Types of question that an editor can add to a form. */
export const QUESTION_TYPES = ['short-text', 'long-text', 'choice', 'choices', 'yes-no'] as const;
export type QuestionType = (typeof QUESTION_TYPES)[number];

export const QUESTION_TYPE_LABELS: Record<QuestionType, string> = {
  'short-text': 'Short text',
  'long-text': 'Long text',
  choice: 'One of several choices',
  choices: 'Any of several choices',
  'yes-no': 'Yes or no',
};

/** A question that an editor added to a form. Its `id` stays the same if an editor changes the wording. */
export interface Question {
  id: string;
  label: string;
  hint?: string;
  type: QuestionType;
  required: boolean;
  options: string[];
}

/** Returns the name of the form field for a question. */
export const questionName = (id: string): string => `question-${id}`;
