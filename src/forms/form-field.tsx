import type { LinkView } from '#domain/view-models.ts';
import { ChoicesField, SelectField, TextField } from '#ui/field.tsx';
import type { DescribedField } from './describe.ts';
import type { SlotDay } from './slot-days.ts';
import { SlotsField } from './slots-field.tsx';

interface FormFieldProps {
  field: DescribedField;
  id: string;
  error?: string;
  values: readonly string[];
  days: readonly SlotDay[];
  otherwise?: LinkView;
  timeZone: string;
}

/** A field of a request as its schema describes it, with what was typed into it. */
export function FormField({ field, id, error, values, days, otherwise, timeZone }: FormFieldProps) {
  const { input, options = [], ...words } = field;
  const common = { ...words, id, error };
  switch (input) {
    case 'slots':
      return (
        <SlotsField
          {...common}
          days={days}
          otherwise={otherwise}
          timeZone={timeZone}
          value={values[0]}
        />
      );
    case 'select':
      return <SelectField {...common} options={options} values={values} />;
    case 'radios':
    case 'checkboxes':
      return (
        <ChoicesField
          {...common}
          options={options}
          values={values}
          several={input === 'checkboxes'}
        />
      );
    default:
      return <TextField {...common} input={input} value={values[0]} />;
  }
}
