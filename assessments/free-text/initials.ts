/** K.N., R.H., W・K, T社員, A氏: somebody without a name, with capitals as typed. */
export const INITIALS =
  /(?<![A-Za-z])[A-Z]・[A-Z](?![A-Za-z])|(?<![A-Za-z.])(?!U\.?S|U\.?K|E\.?U|S\.A|N\.A|P\.S|A\.I|I\.T|P\.C|V\.S|C\.I)[A-Z]\.\s?[A-Z]\.?(?:[A-Z]\.)?(?![A-Za-z\d.])|(?<![A-Za-z\d])[A-Z](?=社員|氏(?!名)|さん|君|くん|課長|部長|係長|主任|従業員|職員(?!録)|技師|専務|常務|取締役|顧問|監査役|工場長|室長|次長|班長|先生|様)/gu;
