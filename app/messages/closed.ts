/** Why a form was refused on an assessment that takes no more answers. */
export const closed = {
  ja: {
    'closed-submitted':
      '提出済みのため、答えや範囲は変えられません。直すときは、提出を取り下げるか、差し戻しを受けてください。入力した内容は、この画面に残っています。',
    'closed-approved':
      '署名済みのため、答えや範囲は変えられません。直すときは、理由を書いて修正を再開してください。入力した内容は、この画面に残っています。',
    'closed-carried':
      '新しい版の点検に引き継がれています。答えは新しい点検で入れてください。入力した内容は、この画面に残っています。',
    'closed-undone':
      'この点検の引き継ぎは取り消されました。元の点検で答えてください。入力した内容は、この画面に残っています。',
  },
  en: {
    'closed-submitted':
      'It has been submitted, so answers and scope cannot be changed. To correct it, take the submission back or have it returned. What you typed is still on this page.',
    'closed-approved':
      'It has been signed, so answers and scope cannot be changed. To correct it, reopen it with a reason. What you typed is still on this page.',
    'closed-carried':
      'It was carried into a new self-check. Please answer there. What you typed is still on this page.',
    'closed-undone':
      'The carrying into this self-check was undone. Please answer in the earlier one. What you typed is still on this page.',
  },
} as const;
