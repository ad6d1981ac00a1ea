import { TOPICS } from './topics.ts';

/** What a named person may be said to do: the ordinary work on a rule, a record, a meeting. */
const TASK =
  '確認|説明|報告|お願い|依頼|相談|連絡|出席|参加|担当|作成|策定|準備|管理|承認|提出|点検|改訂|改定|更新|送付|送る|送った|渡す|渡した|指示|回答|質問|打ち?合わ?せ|訪問|受講|講師|開催|調整|手配|修正|直す|直した|見直|整理|差戻|立会|立ち会|監査|対応|返信|検討|届け|引き?継|まとめ|集計|務め|兼ね|兼務|起案|決裁|押印|印刷|配布|貼|登録|入力|訳し|翻訳|撮影し|測定|見積|発注|購入|検収|案内|周知|共有|聞いて確|交渉|設定し|実施|助言|反映|指導|意見|了承|了解|同席|紹介|返却|設置|取り付け|交換|修理|納品|見学|巡回|施錠|当番|選任|任命|就任|着任|所管|統括|主導|執筆|編集|校正|議案|司会|進行|任せ|預けた図面';
const SUFFIX =
  '(?:さん|サン|氏|くん|君|様|殿|部長|課長|係長|主任|社長|専務|常務|取締役|室長|次長|工場長|所長|主査|顧問|監査役|工場長|センター長|店長|班長|課長代理|部長代理|先生)';
const DOES = new RegExp(
  `${SUFFIX}(?:に|へ|が|は|の|と|から|より|を|も|まで|、|,|:|に対し)?[^。、]{0,24}?(?:${TASK})`,
  'u',
);
const AGENT = new RegExp(`${SUFFIX}[がはにへ]`, 'u');
const DOCUMENT =
  /(?:規程|規則|手順書?|記録|様式|資料|議案|計画|台帳|案|マニュアル|研修|教育|説明会|点検表|名簿以外)(?:の[^。、]{0,4})?[をに](?:作成|作|策定|管理|出す|出し|提出|準備|点検|改訂|見直|更新|まとめ|担当|整備|修正|保管|書い)/u;
const ENGLISH_DOES =
  /\b(?:prepares?d?|confirms?(?:ed)?|explains?(?:ed)?|approves?d?|reviews?(?:ed)?|attends?(?:ed)?|checks?(?:ed)?|drafts?(?:ed)?|manages?d?|writes?|wrote|updates?d?|maintains?(?:ed)?|is in charge of|is responsible for|will (?:prepare|explain|check|review|draft|update|attend)|trains?(?:ed)?|presents?(?:ed)?|schedules?d?|answers?(?:ed)?|asks?(?:ed)?)\b/u;

/** Hints that more than work is meant, whatever else the sentence says. */
const MORE =
  /こと(?:が|を|も)(?:確認|判明|発覚|報告|認め|分か)|(?:との|旨の)(?:報告|連絡|情報|申告|相談)|があった|権限外|深夜|不正|らしい|そうで[すだ]|そうだ(?:$|。|、)|噂|うわさ|心配|不安|懸念|怪し|変だ|様子|性格|ルーズ|癖|個人的|事情|身の上|私生活|家庭|家族|妻|夫(?![々婦])|奥さ|嫁|子供|息子|娘|親(?!会社|局|機)|[兄弟姉妹](?!会社|分)|彼女|恋|国籍|外国|大使|生まれ|育ち|留学|帰国|病|医|薬(?!品|液)|通院|入院|休職|休ん|酒(?!井|匂|向|巻|田|造|谷|本|寄)|飲ん|飲む|借|金(?:を|が|に)(?:貸|困|な)|給[与料]|税(?!務署|理士)|裁判|警察|逮捕|罰|処分|違反|無断|紛失|誤送信|漏|持ち帰|持ち出|盗|嘘|隠|外(?:し|さ)(?:た|て|れ)|外れ|替え|交代|異動|配置換|降り|辞退|拒|断っ|断り|同意|サイン|署名|質問票|調査票|適性|適評|クリアランス|評価|認定|判定|審査|候補|名簿|取扱者|取扱予定|合格|落ち|通ら|通り|不適|駄目|だめ|「[否可適白黒]」|例の(?:件|紙|回答|部屋)|国(?:の|が|から)|役所|当局|身辺|身上|素性|面接|疑/u;

/** Whether a sentence that names somebody says only what they do at work. */
export function isOrdinaryDuty(text: string): boolean {
  if (
    DOCUMENT.test(text) &&
    AGENT.test(text) &&
    !/適性評価の?結果|不適(?![切合当])|同意書/u.test(text)
  )
    return true;
  if (TOPICS.some(({ pattern }) => text.search(pattern) >= 0)) return false;
  return !MORE.test(text) && (DOES.test(text) || ENGLISH_DOES.test(text));
}
