import type { Folded } from './folded.ts';
import { hitAt, type Hit } from './hit.ts';
import { pattern } from './pattern.ts';

/** A paper, or who it came from. */
const PAPER = pattern(
  '文書|書類|資料|紙(?!面|の台帳|で)|別[紙添表冊](?!\\d?を参照)|附属書|付属書|スライド|図面|報告書|回答書|通知書|提案書|仕様書|指示書|調書|冊子|綴り?|つづり|[\\d一二三四五六七八九十](?:枚|頁|ページ)目?|頁|表紙|図(?:では|に|には|を見)|指定(?:の)?理由|閲覧|画面で見|説明会で|会議で|打合せで|口頭|口伝て|電話で|国の|役所|省の?|庁の?|政府|当局|行政機関|提供(?:を受け|され|元|資料)|契約先|先方|向こうの?担当|検証チーム|もらった|預かった|指定された|封筒|略図|赤字の|黒塗り|annex|appendix|\\bpaper\\b|\\bdocument|\\bslides?\\b|\\bministry|\\bdraft\\b|\\bbriefing|\\bpage \\d|\\bthey showed',
);
/** Passing on what stood in it. */
const PASSED_ON = pattern(
  '書いてあ|書かれて|記載され|記されて|とありま|とあった|とあり(?:、|。|$)|とあ[るっ]|によれば|によると|より。?$|写しです|写し:|写します|書き写|書いておく|書き留め|忘れないよう|聞いた話|内々|耳打ち|いわく|曰く|(?:心配|気に|懸念|警戒|問題視)して(?:いる|る)(?:のは|点)|恐れているのは|転記|抜き書き|抜書|抜粋|要点|要旨|要は|要するに|概要は|結論|核心|中身|内容(?:は|:)|数値部分|控えた|控えて|控え:|メモ(?:した|して|です|:)|見せられ|見せてもら|読ませて|読んだ|見た人|教わった|教えられ|教えてもら|聞かされ|伝えてき|とのこと(?:でした|だった|。?$)|聞いた(?:範囲|限り|ところ)|見た(?:範囲|限り)|ということ(?:でし|だ)|だそうで|だという|伏せ字|伏字|ここだけの話|内緒|他言|口外しない|言うなと|念を押|記憶(?:で|では|を頼り)|覚えている(?:限り|範囲)|うろ覚え|再現(?:する|して|した)|に載って|に出ていた|貼り付け|以下(?:、|に|の|は)|次のとおり|下記|says?\\b|states?\\b|told (?:us )?not|not to copy|forward|according to|excerpt|summary|gist|copied',
);
/** What such papers are about: how something that a country lives on can be made to fail. */
const SUBSTANCE = pattern(
  '弱点|弱み|脆弱|欠陥|穴が|抜け道|急所|泣き所|弱い(?:の|所|ところ)|狙われ|狙い目|標的|攻撃|妨害|侵入|乗っ取|改ざん|差し替え|なりすま|遮断|停止|止まる|止められ|落ちます|不能|作動しな|動かな|動かせ|効かな|故障|停電|途絶|枯渇|在庫|備蓄|代替|調達先|供給(?:元|者|源|でき|が|は|に)|輸入(?:停止|依存|先)|国産化|国内(?:の|に|で)|一社頼み|頼み(?:だ|で)|唯一|のみ|だけ(?:で|し|が|です|だ)|しかな|復旧|切替|冗長|予備|迂回|バックアップ(?:回線|電源)|単一|容量|耐用|歩留|感度|周波数|周期|出力|精度|射程|航続|探知|捜索|誤検知|共振|波長|帯域|温度特性|劣化|燃料残|残量|軌道|航路|配置|経路|所在|位置|暗号|鍵生成|初期パスワード|認証|署名を確か|共通だ|海底|変電|送電|発電|衛星|レーダ|ソナー|基地局|中継局|管制|原子炉|導管|水道|給水|未公表|規制案|改正案|企業名|当該工場|別添|\\d ?(?:ms|khz|mhz|ghz|hz|dbm|db|mbps|gbps|kv|mw|kw|%|km|日分|か月分|日間|時間|分で|秒|社で|局|系統|台)|only one|sole|shortage|lead time|stock|spare|vulnerab|weak|single point|supplier|outage|unprotected',
);

/** A paper that can only have come under protection: passing it on is enough. */
const PROTECTED = pattern(
  '提供(?:を受けた|された|いただいた)?の?(?:資料|文書|図面|書類|情報|データ)|指定(?:された|書類|文書)(?:書類|文書|資料)?|閲覧室|閲覧した(?:文書|資料)|(?:国|役所|省|庁|当局|行政機関|政府)(?:から|の|に)(?:もらった|預かった|渡された|見せられた|極秘|内々)?の?(?:文書|資料|書類|図面|紙|スライド)|厳重な(?:文書|書類|紙)|署名して返す|見たら返す|持ち出せない(?:文書|資料)|(?:国|役所|省|庁|当局|行政機関|政府|担当官)(?:が|は)(?:本当に|一番|特に)?(?:心配|気に|懸念|警戒|問題視|恐れ)[^。]{0,8}(?:のは|点)|例の(?:文書|資料|書類|図面|紙)',
);
const COPIED = pattern(
  '抜き書き|抜書|抜粋|写しです|写します|書き写|丸写し|要点|要旨|中身(?:は|:)|数値部分|控えた|控えて|控え:|書いておく|書き留め|忘れないよう|暗記|覚えて|見せられ|読ませて|結論(?:は|だけ|:)|核心|伏せ字',
);

const NOT_DONE =
  /場合|とき|際(?=[はにの、])|禁|ない(?:こと|よう|と|旨|決まり|運用|手順|ため|$|[。、])|(?:い|(?<!あ)り|し)ません(?!でした)|せず|規程|手順|決まり|予定|未定|一般向け|公表|公開され|ガイドライン|説明会|研修|教材/u;

/** Things whose failure is a country's trouble, and the failing itself: together they need no source. */
const BACKBONE = pattern(
  '変電|送電|配電盤|発電所|蓄電[所池]|電力(?:会社|網|系統)|系統(?:運用|連系)|太陽光の?監視|原子[炉力]|海底(?:線|ケーブル)|陸揚|衛星|レーダ|ソナー|ガス導管|パイプライン|給水|浄水|水道|ダム|航空管制|管制(?:用|塔|官)|管制システム|放送設備|基幹(?:放送|通信|網)|通信[網所]|交換局|中継局|基地局|予備アンテナ|タンカー|自動操舵|運航管理|鉄道信号|信号保安|港湾|コンテナターミナル|防空|ミサイル|魚雷|潜水|艦|戦車|航空機|無人機|ドローン(?:の|を)(?:制御|迎撃)|量子暗号|暗号装置|受信機|送信機|窒化ガリウム|希土類|レアアース|磁石材|同位体|耐放射線|半導体材料|フォトレジスト|除細動|抗菌(?:薬|剤)|原薬|クレジット決済網|決済網|全銀',
);
const FAILING = pattern(
  '弱点|脆弱|代替(?:調達先)?(?:は|が|も)?(?:な[しい]|不能)|代わりがな|差し替えられ|改ざん(?:可能|でき)|乗っ取|遠隔(?:停止|遮断|で止|操作(?:が|で)き)|誰の指示も|だけで(?:可能|止|落|動)|落ちます|止められ|止まる条件|停止条件|認証方式|初期パスワード|(?:残り|残量|残|在庫|備蓄)(?:は|が)?[^。]{0,10}\\d|\\d(?:日|か月|ヶ月|週間?)分|\\d(?:台|基|本|局|か所|箇所|社)(?:だけ|のみ|しか|に頼)|しか(?:動|な|持)|復旧(?:の順|には|まで|目標)|単一障害|冗長構成は|署名を確か|失敗|切替(?:に|の瞬間|時間)|迂回路は|攻撃を受け|劣化特性|鍵生成速度|感度(?:は|が|:)|探知距離|周波数(?:は|が|:)|共振点|航続|圧力低下時|閉止順|軌道変更',
);

/** What everybody may read. */
const PUBLIC =
  /メーカー|カタログ|取扱説明書|仕様書|客先|顧客|社内|当社の(?:規程|資料|図面)|規程|手順書|ガイドライン|運用基準|官報|新聞|公表|白書|説明会|研修|教材|一般向け|社のウェブ|サイト|議事録|保証書|証明書|見積/u;
/** That somebody would rather not have it written. */
const OWN =
  /当社|社内|うちの会社|弊社|納入|納め|受託|製造して|教育|研修|台帳|見込み|検討|予定|計画|導入|点検|更新した|訓練|備えて|主力|供給元が|品目/u;
const SECRECY = pattern(
  '外へ出さないで|外に出さないで|そのまま書くと|一度だけ(?:映|見)|' +
    '例の(?:装置|設備|部品|工場|仕組)|その場で(?:回収|返)|回収され|写真は(?:撮れ|だめ|禁)|撮れないので|持ち?出し(?:でき|不可の)|公に(?:でき|し(?:な|て))|口外|内密|内緒|オフレコ|こっそり|黒塗り|伏せ字|伏せて|忘れない(?:うち|よう)|思い出[すし]|記憶(?:を頼り|では|の限り)|言うな|部屋の中で(?:読|見)|見るだけ|メモ(?:は|を)(?:禁止|取れな)|特別に(?:見せ|教え)|ここだけ|他言|転送しないで|他では言|外では言|表に出(?:せ|さ)|念を押|まだ(?:公表|公に)|世に出て',
);

const HEARD = pattern(
  '聞いた|聞きました|聞かされ|教えて(?:くれ|もら)|の話では|話によ|映され|見せられ|見せて(?:もら|くれ)|見た(?:資料|図|紙|もの|の)|読んだ|読みま|渡され|預かった|もらった|配られ|広げられ|貸して(?:くれ|もら)|引かれていた|説明を受けた|にある値|の結び|描いてあ|とおりなら|\\blent\\b|\\bshowed|\\bread\\b|\\btold\\b|\\bsaw\\b|\\bheard\\b',
);
/** A country, not a company, is spoken of. */
const OF_STATE = pattern(
  '(?<![外中全韓米英自])国[のはが]|(?<!外)国から|政府|[所管]省|省[のが]|(?<!県)庁の|当局|同盟国|相手国|外国政府|全国(?!展開)|国内|本土|(?<!\\p{Script=Han})島|基地(?!局)|部隊|次の(?:指定|標的|調達)|指定(?:は|の理由|され)|例の(?:装置|設備|部品|工場)|ministry|government|allied|nation',
);
const FEW = pattern(
  '(?:一つ|ひとつ|二つ|一本|一社|一系統|一か所|一台|\\d(?:つ|本|社|か所|台|局|系統|隻|基))(?:しか|だけ|のみ|で(?:す|し)|に(?:尽き|頼)|でした|」?とあ)|底をつ|尽きる|困難|三割|半分|負け|止め方|閉められ|外から|次の(?:指定|標的|調達先)|同盟国|要望は|\\d社体制|崩れ|二社体制|\\d ?(?:mpa|ノット|rpm|台でし|日でし)|reserve|shares the same',
);

/** Cues that a text passes on what was shown or told under protection, each worth some points. */
const CUES: readonly { pattern: RegExp; points: number }[] = [
  { pattern: PAPER, points: 1 },
  { pattern: HEARD, points: 1 },
  { pattern: PASSED_ON, points: 1 },
  { pattern: PROTECTED, points: 2 },
  { pattern: OF_STATE, points: 1 },
  { pattern: SECRECY, points: 2 },
  { pattern: SUBSTANCE, points: 1 },
  { pattern: FEW, points: 1 },
  { pattern: BACKBONE, points: 1 },
  { pattern: FAILING, points: 1 },
];
const ENOUGH = 4;
const SOURCES = [HEARD, PASSED_ON, SECRECY, PROTECTED];
const CONTENTS = [SUBSTANCE, FEW, BACKBONE, FAILING];

/** What was read or heard under protection and is passed on without its marking. */
export function passedOn(words: Folded): Hit[] {
  const whole = words.text;
  const [source] = SOURCES.flatMap((cue) => first(cue, whole) ?? []);
  const [content] = CONTENTS.flatMap((cue) => first(cue, whole) ?? []);
  const [kept, copied] = [first(PROTECTED, whole), first(COPIED, whole)];
  if (kept && copied && !NOT_DONE.test(whole)) return [hit(copied)];
  const [thing, failing] = [first(BACKBONE, whole), first(FAILING, whole)];
  if (thing && failing && !OWN.test(whole)) return [hit(failing)];
  if (!source || !content) return [];
  const points = CUES.reduce((sum, cue) => sum + (first(cue.pattern, whole) ? cue.points : 0), 0);
  const lessened =
    points -
    (PUBLIC.test(whole) ? 2 : 0) -
    (OWN.test(whole) ? 2 : 0) -
    (NOT_DONE.test(whole) ? 2 : 0);
  return lessened >= ENOUGH - 1 ? [hit(source)] : [];

  function hit({ start, end }: { start: number; end: number }): Hit {
    return hitAt('marking', words, start, end);
  }
}

function first(pattern: RegExp, text: string): { start: number; end: number } | null {
  pattern.lastIndex = 0;
  const match = pattern.exec(text);
  return match && { start: match.index, end: match.index + match[0].length };
}
