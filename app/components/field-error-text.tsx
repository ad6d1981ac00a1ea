import { Mark } from './mark.tsx';

export function FieldErrorText({ id, children }: { id: string; children: string }) {
  return (
    <p className="field__error" id={id}>
      <Mark name="warning" />
      <span>{children}</span>
    </p>
  );
}
