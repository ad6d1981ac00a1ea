import type { KeyboardEvent } from 'react';

/** Enter that ends a conversion is no wish to send; some browsers tell it by this code alone. */
export function keepConversion(event: KeyboardEvent): void {
  const converting = event.nativeEvent.isComposing || event.keyCode === 229;
  if (event.key === 'Enter' && converting) event.preventDefault();
}
