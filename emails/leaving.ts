import type { Message, MessageLanguage } from './message.ts';

/** To every owner: somebody asked for the company to be deleted. */
export function erasureAskedMessage(
  language: MessageLanguage,
  { company, byName, page }: { company: string; byName: string; page: string },
): Message {
  return {
    ja: {
      kind: 'erasure-asked',
      subject: '準備 Junbi：会社の削除の申し込みがありました',
      bodyText: `${byName}さんが「${company}」の削除を申し込みました。
30日後に、回答も記録もすべて消え、元に戻せません。

それまでは、責任者なら次のページで取りやめられます。
${page}
`,
    },
    en: {
      kind: 'erasure-asked',
      subject: 'Junbi 準備: your company is to be deleted',
      bodyText: `${byName} asked for "${company}" to be deleted.
In 30 days all answers and records will be gone, for good.

Until then any owner can recall it on this page:
${page}
`,
    },
  }[language];
}

export function erasureRecalledMessage(
  language: MessageLanguage,
  { company, byName }: { company: string; byName: string },
): Message {
  return {
    ja: {
      kind: 'erasure-recalled',
      subject: '準備 Junbi：会社の削除を取りやめました',
      bodyText: `${byName}さんが「${company}」の削除を取りやめました。すべて今までどおり使えます。
`,
    },
    en: {
      kind: 'erasure-recalled',
      subject: 'Junbi 準備: the deletion of your company was recalled',
      bodyText: `${byName} recalled the deletion of "${company}". Everything stands as before.
`,
    },
  }[language];
}

/** The receipt: what is gone, and the end of the access log that an export can be compared with. */
export function erasedMessage(
  language: MessageLanguage,
  receipt: { id: string; hash: string; entries: number; rows: number; day: string },
): Message {
  const { id, hash, entries, rows, day } = receipt;
  return {
    ja: {
      kind: 'erased',
      subject: '準備 Junbi：会社の記録をすべて消しました',
      bodyText: `${day}に、会社の記録をすべて消しました。この知らせが控えです。

控えの番号：${id}
消した記録：${rows}件
操作の記録：${entries}件、最後のハッシュ値 ${hash}

控えの写し（バックアップ）は、運営者が定めた期間ののちに消えます。詳しくは運営者にお尋ねください。
`,
    },
    en: {
      kind: 'erased',
      subject: 'Junbi 準備: all records of your company are gone',
      bodyText: `All records of your company were deleted on ${day}. This message is the receipt.

Receipt: ${id}
Deleted rows: ${rows}
Access log: ${entries} entries, last hash ${hash}

Backups are the operator's: copies in them go after the time that the operator has set. Ask the operator.
`,
    },
  }[language];
}
