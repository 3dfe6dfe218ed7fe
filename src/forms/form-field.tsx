import type { LinkView } from '#domain/view-models.ts';
import { ChoicesField, SelectField, TextField } from '#ui/field.tsx';
import type { FormFieldView } from './describe-fields.ts';
import type { SlotDay } from './slot-days.ts';
import { SlotsField } from './slots-field.tsx';

interface FormFieldProps {
  field: FormFieldView;
  id: string;
  error?: string;
  values: readonly string[];
  days: readonly SlotDay[];
  alternative?: LinkView;
  timeZone: string;
}

/** The control for a field, with the values that the visitor entered. */
export function FormField({
  field,
  id,
  error,
  values,
  days,
  alternative,
  timeZone,
}: FormFieldProps) {
  const { input, options = [], ...meta } = field;
  const common = { ...meta, id, error };
  switch (input) {
    case 'slots':
      return (
        <SlotsField
          {...common}
          days={days}
          alternative={alternative}
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
          multiple={input === 'checkboxes'}
        />
      );
    default:
      return <TextField {...common} input={input} value={values[0]} />;
  }
}
