/** Whether it is written as a corporate number (法人番号): thirteen digits, the first of which checks the others. */
export function isCorporateNumber(text: string): boolean {
  if (!/^[0-9]{13}$/.test(text)) return false;
  const [check, ...others] = text.split('').map(Number);
  const sum = others
    .toReversed()
    .reduce((total, digit, at) => total + digit * (at % 2 === 0 ? 1 : 2), 0);
  return check === 9 - (sum % 9);
}
