import { anyOf } from './any-of.ts';

/** How something is said: as a thing that is so, or as a rule. */
export const MANNERS = {
  hearsay: anyOf(
    `らし(?:い|く|き)|そうだ|そうで(?:す|、|。|あ|し|$)|だそう|とのこと|との(?:報告|連絡|情報|噂|申告|申出|申し出|通知|話|相談|回答)|(?:だ|た|い|る|な|」)って(?=$|[。、よさね！])|みたい|っぽい|と聞|に聞|を聞|聞い(?:た|て)|聞き及|耳に|噂|うわさ|由(?=$|[、。])|承知|判明|発覚|分かり|分かった|わかっ|知った|と申告|旨の|申し?出|打ち明け|告白|話し(?:た|て)|話した|言って(?:い|た|る)|言った|いわく|談(?=$|[。、])|認めた|見た人|ということ|だよね|でしょ|いるでしょ|ますよね|情報提供|報告が|連絡が|そうです|とか(?=$|[。])|らしいで|やって(?=$|[。])|言うて|んだと(?=$|[。])|言うとった|げな|だべ|との由|聞いだ`,
    `heard|apparently|reportedly|rumou?r\\w*|told me|says he|says she|admitted|confided|between us|turns out|found out|afaik|i think|per (?:his|her|hr)|according to|mentioned|supposedly|allegedly|keep (?:this|it) quiet|don't share|noted|fyi`,
  ),
  done: anyOf(
    `(?:し|さ|っ|れ|い|け|せ|え|め|け|げ|べ|ね|ん|き|ぎ|び|み|り|ち)(?:た|だ)(?=$|[。、とのが]|らし|ので|ため|から|けど|人|方|こと|経|過|件|そう|って|よ)|まし(?:た|て)|てる|てた|ている|ており|ていた|ております|でいる|でる(?=$|[。、のら])|でいた|てい(?:る|た|て)|中(?=$|[、。のだでにな])|歴(?:あり|が|。|も|を|$)|あり(?=$|[、。（(で]|ま)|がある|があっ|だった|でした|おる(?=$|[。、の])|おって|おった|(?:ん|へん)?かった|しよった|しとる|しとった|て(?:も)?ろた|(?:て|で)もうた|まみれ|済|まま|常連|三度目|二度目|の疑い|繰り返|常習|受けて`,
    `was|were|has|had|got|did|been|is on|is in|is a|is an|is the|failed|tested|keeps|went`,
  ),
  when: anyOf(
    `去年|昨年|一昨年|先月|先週|今年|今年に|前に|昔|若い(?:頃|とき|時)|かつて|過去に|以前|[\\d一二三四五六七八九十]{1,5}年前|[\\d〇一二三四五六七八九十]{1,5}年に|[\\d一二三四五六七八九十]{1,5}月(?:に|末|から|の)|昨[春夏秋冬]|前職|前の(?:会社|職場|勤)|学生時代|大学時代|高校|留学中|駐在(?:時|中|から)|また(?=[、入休落])|今も|いまも|今は|もともと|実は|当初|昨日|来月|最近`,
    `last (?:year|month|week|spring|summer|autumn|fall|winter|march|october)|years? ago|back in|in (?:19|20)\\d\\d|since|used to|again|in (?:january|february|march|april|may|june|july|august|september|october|november|december)|once|twice`,
  ),
  decided: anyOf(
    `外し(?:た|て|ま)|外す(?!こと)|外れて|入れない(?=$|[。、])|入れてな|入れられ|入れてい|預けない|預けられ|渡せ(?:ん|な)|任せ(?:に|ら|ない)|止めて(?:あ|い)|止めた|見合わせ|保留|差し?戻し(?:た|ま)|見送(?:り|っ|る)|配置換|異動(?:検|さ|に|し|を)|除(?:い|外)|抜い(?:た|て)|抜き(?:ま|た)|抜け(?:て|た)|候補から|名簿から|リストから|体制から|メンバーから|チームから|当番(?:は|を|か|表|解)|代え(?:た|て)|代わり|替え(?:た|て)|繰上|推薦|向か(?:ない|ん)|向いて|荷が重|無理|ムリ|不安|心配|慎重|懸念|やめ(?:とく|ておく|よう)|様子見|要配慮|要注意|ng|立入不可|許可(?:は|を|証)?(?:出さ|出して(?:い)?な|見)|不可(?=$|[。、])|入室させ|立ち?入ら?せ|権限を|解除|回収|点数|下げ|夜間当番|当直|鍵(?:は|を)|難色|担当(?:を|から)(?:外|替|代|降)|一人で|一人に|いいのか|どうする|していい|疑わ|問題(?:あり|が)|させられ|控えて|遠ざけ|返して|条件にし|一時停止|使わせ|持たせ|知らせて|付けない|付けられ|席を|同行|抹消|別の(?:業務|棟|部署|者|人)|までとする|いいべ|入れね|入れん|入らせん|あかん|おすすめでき|避け(?:た|て|る)|格下げ|当面|しばらく|決めた|落とした|落としました|入れ替|交代`,
    `kept? (?:him|her|them) (?:off|out|away)|left (?:him|her) off|(?:no|not get|without) (?:vault |server |zone )?(?:access|badge|key)|taken off|pulled (?:him|her) (?:from|off)|moved (?:him|her)|off the (?:list|project|access|roster)|would not trust|don't trust|not eligible|reassign\\w*|removed (?:him|her)|should not|shall not hold|not fit|unfit|keep (?:him|her)|out of the (?:restricted|secure|vault)|swap(?:ped)? (?:him|her)|watch (?:him|her)|badge`,
  ),
  vetting: anyOf(
    `適性評価|てきせいひょうか|適せい評価|適性評か|名簿(?:に(?=[^。、]{0,8}さん|[^。、]{0,4}(?:入|載))|から)|適評|適性(?:の件|検|調)|クリアランス|身辺調査|質問票|調査票|同意書|結果通知|漏らすおそれ|内閣府の面接|取扱(?:予定)?者|候補|評価対象|同意欄|審査|評価(?=が|の結果|さ|は(?!高)|に(?:落|通|同|応)|まだ|、)|受検|結果が`,
    `clearance|cleared|vetting|vetted|suitability|background check|screening|assessment|consent`,
  ),
  outcome: anyOf(
    `落ち(?:た|て|ま)|落とされ|通った|通ら(?:な|ず|ん|へん)|通りま|通って(?:い|お|き)|通過し|受から|受かっ|取れ(?:た|な|ま)|合格|不適|否認|グレー判定|非該当|認められ(?:た|な|ま)|認定の(?:御?通知|連絡)|否(?:だ|で|と(?!し)|。|、|$)|不可(?=$|[。、])|[=→:：]?(?:ng|ok)(?=$|[。、])|○|×|✕|△|資格取り?消|取り?消(?:され|しに)|再評価|保留|パスし|クリアし|はねられ|弾かれ|はじかれ|アウト|白だ|黒だ|結果(?:が|は|に)?(?:来|出|届)|問題な(?:し|か)|だめだ|駄目だ|ダメだ|残念|首を(?:縦|横)|不承認|見送られ`,
    `passed|failed|denied|granted|refused|rejected|negative|positive|approved|cleared|turned down|revoked|came back|didn't (?:pass|make|clear)|did not (?:pass|make)|flunked|adverse|unsuitable|made it through|got (?:his|her) clearance`,
  ),
  refusal: anyOf(
    `不同意|どうい(?:せ|し|を|てっ|書)|同意(?:し(?:な|て|た|ま|ね)|せ[ずん]|を賜|いただけ|頂け|できな|でき(?:ん|ませ)|する気|の判子|には|を(?:しない|せ|撤|取り?下|見合|拒|渋|保|得|も)|なさら|撤回|取消|拒否|が(?:得|取|もら)|欄|→|書(?:に|を|も)?(?:サ|署|出|提|白|未|拒))|サイン(?:し(?:な|た)|を)|署名(?:し|を(?:拒|渋|し|もら))|断った|断り|断って|辞退|拒否|拒ん|拒み|撤回|受けたくな|嫌がっ|嫌だ(?:と|って)|渋っ|渋って|取り下げ|取下げ|空欄|空白で|白紙|応じ(?:な|ま|て)|返事が|抵抗がある|乗り気|ごねて|難色|保留にし`,
    `refus\\w+|declin\\w+|withdr(?:ew|awn)|no consent|would(?:n't| not) (?:sign|consent|agree)|did(?:n't| not) (?:sign|consent|agree)|opted out|backed out|blank|consented|signed|said no|dropped out`,
  ),
} as const satisfies Record<string, RegExp>;
