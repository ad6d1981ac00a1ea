import { anyOf } from './any-of.ts';

/** What the seven items of 適性評価 (法12条2項) ask, in words that hardly mean anything else. */
export const SUBJECTS = {
  crime: anyOf(
    `前科|前歴|犯罪歴|犯歴|補導|逮捕|検挙|書類送検|送検|起訴|略式(?:命令|起訴)|執行猶予|実刑|服役|刑務所|少年院|鑑別所|保護観察|仮釈放
    |有罪|罰金|前があ|お縄|捕まっ|捕まえられ|つかまっ|パクられ|しょっ(?:ぴ|引)か|拘置|留置|勾留|取り?調べ|示談|万引き|窃盗|盗み|横領|着服|詐欺
    |恐喝|脅迫|傷害|暴行|強盗|放火|殺人|痴漢|盗撮|わいせつ|ストーカー|ひき逃げ|当て逃げ|酒気帯び|飲酒運転|無免許|密輸|密航|贈賄|収賄|賄賂|背任
    |賭博|暴力団|組員|受け子|闇バイト|家宅捜索|ガサ入れ|警察(?:沙汰|の世話|に(?:捕|呼|連))|交番|容疑|嫌疑|刑に処|判決|接近禁止|脱税|インサイダー
    |不正アクセス|営業秘密侵害|指名手配|ムショ|懲役|禁錮|暴走族|特殊詐欺|人を殴|殴っ|刺し(?:た|て)|不起訴|検察|被告|裁判沙汰
    |再犯|余罪|覚取法|銃刀法|迷惑防止条例|児童ポルノ|買春|淫行|つきまとい|のぞき|盗癖|盗ん|空き巣|ひったくり|器物損壊|公務執行妨害|偽造|詐称|談合に|粉飾|振り込め|マネロン|人身事故|過失致死|免停|切符を切|スピード違反|反則金|訴えられ|提訴され|敗訴|手錠|塀の中|臭い飯|別荘|お勤めを終|出所|事情聴取|通報され|家裁|非行|少年時代|書類を送|パトカー|職質|職務質問|犯罪経歴|逮捕状|反社|半グレ|ヤクザ|やくざ|任侠|入れ墨|刺青|やんちゃ
    |警察|手を染め|前の?科|執猶
    |ぜんか(?!い)|たいほ|はんざい`,
    `arrest(?:ed|s)?|convict(?:ed|ions?)|felon(?:y|ies)?|criminal record|criminal past|rap sheet|indict(?:ed|ment)|prison|jail(?:ed)?|probation|parole|embezzl\\w+|fraud|theft|stole|shoplift\\w*|assault(?:ed)?|robbery|burglary|smuggl\\w+|brib\\w+|dui|drunk driving|hit and run|charged with|pleaded guilty|did time|mugshot|police caution|custody|larceny|forgery|stalking|insider trading|money laundering|restraining order|behind bars|eighteen months for|re-?offend\\w*|on bail|sentence[ds]?|community service|speeding|licen[cs]e (?:was )?(?:suspended|revoked)|gang|yakuza|vandalism|trespass\\w*|lawsuit|sued|tax evasion|blackmail|extort\\w+|caution(?:ed)?|police|crime|criminal|court|offen[cs]e|probat\\w+|suspended sentence|convicted|robbed|scam\\w*|swindl\\w+`,
  ),
  discipline: anyOf(
    `懲戒|戒告|け?ん責|譴責|減給|停職|出勤停止|降格|降職|諭旨|始末書|顛末書|訓告|訓戒|解雇|クビ|首に(?:な|さ)|(?<!廃棄|焼却|産業廃棄物)処分(?:歴|を受|され|にな|が下|済|中)|謹慎|左遷|飛ばされ
    |パワハラ|セクハラ|ハラスメント|無断欠勤|無断(?:で|コピー|複製|持)|水増し|改ざん|持ち?出し(?:た|て|で|歴)|持ち帰っ|誤送信|紛失|守秘違反|置き忘れ|私用クラウド|私物(?:の)?(?:usb|pc|スマホ|端末)
    |口が軽|漏らし(?:た|て)|リークし|流出させ|横流し|不祥事|情報漏えいで|サボり|経費の不正|不正請求|なりすまし|のぞき見|盗み見|転売し
    |厳重注意|口頭注意|懲罰|査問|賞罰|規律違反|服務違反|守秘義務違反|機密を(?:漏|外|し)|(?:図面|データ|情報|資料|設計|ソース|名簿|鍵)を(?:持ち|外|流|売|漏|撮|コピー|無断|なくし|失く|落と)|競合に|転職先に|私用メール|居眠り|虚偽|経歴詐称|(?:派遣先|会社|職場)を(?:切られ|追わ|追い|辞めさ|クビ)|依願退職|隠蔽|データを消|パスワードを[^。、]{0,6}(?:貼|教|共有|書い)|処罰|お咎め|干され|問題社員|無断で
    |減俸|手を付け|着服|不正(?:を|に|が)|怒られ|叱責|お灸|(?:けん|譴)責|処分(?:を|が|に|さ|歴|され|済|中|待)`,
    `reprimand\\w*|suspended|disciplin\\w+|written warning|final warning|demoted|fired|sacked|dismissed|leak(?:ed|ing)|lost (?:a|his|her|the) (?:laptop|badge|usb|key)|took home|taking \\w+ \\w+ home|misconduct|harass\\w+|written up|docked|pay cut|let go|gross negligence|snoop\\w*|mishandl\\w+|falsif\\w+|warned|warning letter|probationary|on a pip|shared (?:his|her|their|the) password|left the \\w+ unlocked|timesheets?|insubordinat\\w+|breach of|formal(?:ly)? (?:caution|warn)\\w*|email(?:ed|ing) (?:drawings|files|data)|to (?:his|her) (?:own|private|personal) (?:mail|e-mail|email|cloud|drive)|pilfer\\w*|punish\\w+|penal\\w+`,
  ),
  health: anyOf(
    `病歴|既往|持病|病気|(?<!ゆ|ふ|も|と)うつ(?:病|状態|で|気味|っぽ|が|に|、|。|と)|抗うつ|鬱|躁|双極|統合失調|(?:適応|パニック|摂食|睡眠|不安|強迫性|人格|発達|学習|気分|精神|聴覚|視覚|知的|意識|身体|記憶|性格)障害|ptsd|adhd|asd|自閉症|アスペ
    |認知症|てんかん|自殺|自傷|リスカ|リストカット|希死|過呼吸|不眠|眠れな|寝付けな|引きこもり|心療内科|精神科|精神病|精神的に|メンタル(?:を?や|が|不調|クリニック|で|疾患)|心の(?:病|不調)|(?:通|入|退)院(?!用|経路)|入退院|休職|復職|療養|闘病|主治医|診断(?:書|済|を受|され|が下|が出)|服薬|投薬|服用|処方
    |薬を飲|薬飲|薬漬|安定剤|睡眠薬|眠剤|点滴|発作|幻聴|幻覚|妄想|依存症|リワーク|カウンセリング|手術|癌|がん(?:の|で|を|が)|脳梗塞|脳出血|糖尿|肝硬変|肝炎|透析|hiv|妊娠|不妊|病名|後遺症|若年性|体調を崩|メンヘラ|ノイローゼ|情緒不安|専門外来|病院通い|介護疲れ|障害者手帳|手帳の?[1-3一二三]級|燃え尽き|過労で|倒れ(?:た|て|まし)|病んで|吃音|難聴|更年期|甲状腺|心臓(?:の|が|に)|ペースメーカー
    |うつ(?!る|り|す|し[いくた]|って|った|むい|ろ|わ)|統失|高次脳|白血病|膠原病|難病|クローン病|潰瘍|喘息|ナルコレプシー|無呼吸|めまい|メニエール|失神|痙攣|麻痺|色覚|脳(?:腫瘍|卒中|の)|心筋|不整脈|感染症|梅毒|性病|結核|自律神経|産後|流産|拒食|過食|強迫|トゥレット|障害年金|障害等級|障害(?:が|を)(?:あ|抱|持|残)|心身|臨床心理|抗不安|措置入院|医療保護|病棟|救急搬送|意識を失|泣き出|手首を|傷病手当|副作用|体重が(?:落|減)|出社拒否|情緒|錯乱|独り言が|病みが|病んだ|心が折|血圧|体調(?:を|が)|病院(?:に|へ|通)|クリニックに|薬(?:を|が)(?:増|減|手放|飲|もら|強|合わ|変)|発達(?:の|グレ|凸|検)|鬱病|かかりつけ
    |病院(?:通|暮|送)|血液の|持病|医者|診療|治療|症候群|(?<!システム|通信|回線|ネットワーク|機器|設備|サーバ|サーバー|端末|電源|の)障害(?:の|で|を|が|手|者手)|疾患|患って|患い|倒れた|入退院|薬(?:を|で|が)
    |うつびょう|せいしん(?:しっかん|びょう|か(?!い))|つういん|にゅういん|びょうれき`,
    `depress(?:ion|ed|ive)|bipolar|schizophreni\\w+|psychiatr\\w+|psychos\\w+|psychotic|panic (?:attacks?|disorder)|anxiety|ptsd|adhd|autis\\w+|epilep\\w+|suicid\\w+|self-harm\\w*|antidepress\\w+|lithium|medicat\\w+|therap(?:y|ist)|shrink|mental (?:health|illness|breakdown|hospital|ward|condition|disorder)|mentally ill|breakdown|burn(?:ed|t)?[- ]?out|sick leave|medical leave|hospitali[sz]ed|diagnos\\w+|insomnia|seizures?|dementia|cancer|eating disorder|on meds|stroke|hears voices|delusion\\w*|paranoi\\w+|hiv|nervous|unstable|mood swings|tumou?r|diabetes|heart (?:attack|condition)|pregnan\\w+|miscarriage|chronic|disability|disorder|prescri(?:bed|ption)|doctor's note|on leave|fainted|dyslexi\\w+|migraines?|counsel+ing|psych ward|sectioned|ill(?:ness)?|sick|surgery|in hospital|pills?|nerves|doctor|hospital|clinic|treatment|treated|meds`,
  ),
  drugs: anyOf(
    `薬物|覚[醒せ]い?剤|大麻|マリファナ|コカイン|mdma|lsd|ヘロイン|シンナー|シャブ|ドラッグ(?!&|アンド|ストア|and|操作|して)|脱法|麻薬|向精神薬|咳止め|オーバードーズ|過剰摂取|尿検査|陽性|ヤク(?:中|を|で)|中毒|エクスタシー|笑気|ハッパ|葉っぱ|キメ(?:て|た)|クスリ|合成カンナビ|thc|cbd|アヘン|ラリって|吸って(?:た|い)|注射痕|トルエン|ハシシ|処方薬
    |大麻取締|吸引|炙り|売人|密売|薬抜き|禁断症状|離脱症状|ダルク|darc|薬に頼|ブロン|市販薬|デパス|ハルシオン|リタリン|コデイン|オピオイド|フェンタニル|モルヒネ|ドーピング|スマートドラッグ|個人輸入|興奮剤|違法な?(?:ハーブ|薬|グミ)|グミを|鎮痛剤|錠を?一度|粉を
    |まやく|たいま(?!つ)|やくぶつ|かくせいざい`,
    `cocaine|cannabis|marijuana|weed|heroin|meth(?:amphetamine)?|amphetamines?|mdma|ecstasy|lsd|opioids?|oxycontin|drug (?:test|use|abuse|habit|problem|addict\\w*|charge|offen[cs]e|dealer|dealing|rehab|possession)|drugs|rehab|addict(?:ed|ion)?|overdos\\w+|tested positive|smok(?:es|ed|ing) (?:weed|pot|hash|joints?)|painkillers?|substance (?:abuse|use)|stoned|junkie|snort\\w*|inject(?:s|ed|ing)|ketamine|narcotics?|positive for|cough syrup|codeine|fentanyl|xanax|valium|needle marks|dealer|steroids|high at work|gummies|vap(?:es|ing) (?:thc|cannabis)|relapsed`,
  ),
  alcohol: anyOf(
    `酒癖|酒乱|深酒|泥酔|酩酊|酔っ(?:て|払|ぱら)|二日酔い|酒臭|酒びた|酒浸り|酒に(?:溺|弱|呑|飲ま)|アル中|アルコール(?:依存|中毒|性|外来|の問題|が(?:抜|残|手放))|断酒|禁酒|(?:飲|呑)み(?:過|す)ぎ|飲んだくれ|飲み歩|飲み明か|ストロング缶|一升|晩酌|(?:飲|呑)むと|飲酒(?:の|量|癖|歴|習慣|に(?:問題|つい))|(?:朝|昼|毎晩|毎日|隠れて|一人で|週末)(?:から|に|は)?[^。、]{0,8}(?:飲|呑|酒|ビール|焼酎|ウイスキー|ワイン|缶)|酒(?:の匂|の臭|が原因|が入|が抜|が手放|を断|をやめ|量|席で|の席|で(?:失|問題|トラブル|体|記憶|暴)|の失敗|ばかり|びん|瓶)|記憶(?:を|が)?(?:なく|飛)|しらふ|素面|千鳥足|べろべろ|へべれけ|手の?震え|酒豪|ザル|ワンカップ|缶チューハイ|焼酎を|ウイスキーを|飲まないと|肝臓|迎え酒
    |一杯(?:入|ひっか|飲)|飲兵衛|のんべえ|呑んべえ|酒飲み|大酒|酒好き|酔いつぶ|絡み酒|酒を(?:飲|や|断|抜|手|控|隠)|酒が|酒で|アルコール(?:検知|検査|チェック)(?:で|に)(?:引|ひ|反応|出|かか)|呼気(?:から|に|で)|肝機能|gtp|抗酒剤|断ち|節酒|酒席|飲み屋|スナックで|泡盛|ハイボール|缶ビール|ビールを|日本酒を|チューハイ|ウォッカ|酒浸|飲酒(?:癖|で|が|を(?:繰|や|隠|続))|自助グループ|酒に|酒を|酔うと|酔い|べろ|飲んで(?:い|出|来|運|暴|寝)|飲み方
    |酒の|飲んべ|お酒|アルコール(?!消毒|綿|で拭|検知|検査|チェック|を使|や飲|飲料|濃度|類)`,
    `drunk(?:en(?:ness)?)?|drink(?:s|ing) (?:too much|heavily|on the job|problem|habit|every|at|again|alone|before)|drinks|hangover|hung ?over|alcohol(?:ic|ism| abuse| problem| rehab| dependence)|booz\\w+|binge|relapse(?:d)?|sober|reek(?:s|ed|ing)? of|smell(?:s|ed|ing)? of (?:alcohol|drink|whisk\\w+|sake|beer|gin)|aa meetings?|whisk(?:e)?y before|bottle a (?:day|night)|blacks? out|passed out|dui|tipsy|wasted|vodka|gin|whisk(?:e)?y|beer(?:s)? (?:at|before|for)|liquor|sake|plastered|on the wagon|off the wagon|pint|breathalyser|breathaly[sz]er|intoxicated|liver|drink\\w*|alcohol`,
  ),
  credit: anyOf(
    `借金|自己破産|破産|任意整理|個人再生|債務整理|多重債務|多額の債務|過払い|リボ(?:払|が|で|地獄)|キャッシング|消費者金融|サラ金|[闇ヤ]ミ?金|街金|督促|取り?立て|差し?押|滞納|延滞|連帯保証|保証人|ギャンブル|賭け事|博打|パチ(?:ンコ|プロ|スロ)|スロット|競馬|競輪|競艇|ボートレース|カジノ|fx|仮想通貨|暗号資産|先物|信用取引|追証|溶かし|株で|ブラックリスト|前借り|給料日前|金に困|金(?:遣|使)い|養育費|質屋|夜逃げ|生活保護|生活苦|返済|返せな|(?:円|万|額|金)を?借り|借りてて|借りまく|から(?:金を)?借りて|借入(?:残|が|れ)|ローン(?:の返|を(?:返|組|抱)|が(?:残|払|組|多|き)|地獄|まみれ|残)|年収|首が回ら|火の車|カード(?:が)?(?:止|破産|作れ)|信用情報|不渡り|貯金(?:ゼロ|が|を使)|家賃を?(?:滞|払|ため)|投資(?:に|で)(?:失|損|大)|ホストに|貢い|浪費|散財|闇バイト|マルチ商法
    |無心|金欠|借用書|取立|サービサー|金融事故|クレカ|口座(?:が|を)(?:凍結|差|押)|強制執行|競売|立ち退き|家賃|電気(?:を|が)止め|住民税|税金(?:の|を)(?:滞|未|払)|奨学金|ツケ(?:が|を)|課金|推し活|ホスト|キャバクラ|収入に(?:見|比)|羽振り|豪遊|馬(?:に|で)|雀荘|麻雀|裏カジノ|バカラ|オンカジ|賭け|投資詐欺|含み損|相続放棄|金を(?:借|貸|無|せび)|お?金(?:が|に)(?:ない|無|足り|困|だら|汚|ルーズ)|借りて(?:い|る|お|返)|借りたまま|借財|債務|副業|年収|給料(?:を|が)(?:差|前|全|ほ)|生活が苦|多額の|残高
    |取り立|手持ちがな|家を取られ|金策|高利|質に入れ|ローン|金銭トラブル|金銭的|経済的に|支払(?:い)?が(?:滞|遅)|カードを止
    |しゃっきん|はさん(?=し|を|の)|さいむ`,
    `debts?|bankrupt(?:cy)?|loan sharks?|payday loans?|owes|gambl\\w+|casino|pachinko|garnish\\w+|repossess\\w+|foreclos\\w+|insolven\\w+|bad credit|credit (?:score|rating|history|card debt|problems?|report|cards? maxed)|collections? agenc\\w+|debt collectors?|behind on|overdue|in arrears|arrears|child support|alimony|borrow(?:s|ed|ing) (?:money|from)|broke|maxed out|margin call|missed (?:his|her|their) (?:mortgage|rent|loan)|bounced che\\w+|evict\\w+|pawn\\w*|creditors?|lost \\w+ on (?:crypto|fx|forex|stocks|horses)|lent money|loan|in the red|creditor|financial (?:trouble|difficult\\w+|problems?|distress)|money (?:trouble|problems)|strapped|cash advance|advance on (?:his|her)|wages|betting|bets|horse races|poker|crypto|salary advance|unpaid|money from|paid back|pay back|owe[sd]?|lender|savings|lien`,
  ),
  nationality: anyOf(
    `国籍|二重国籍|無国籍|{COUNTRY}(?:籍|人(?!口|材)|出身|の(?:人|方|女性|男性|血|パス|ビザ|永住|国の|旅券|大学|軍|親|お)|生まれ|育ち|系(?!統|列)|国籍|に?(?:親戚|実家|家族|仕送|帰)|の?国営|の?国有|とのハーフ|ハーフ|大使館|留学|で生まれ)|帰化|在日|永住(?:権|者|許)|ビザ切|大使館|領事館|情報機関|諜報|工作員|スパイ(?!ウェア)|公安|国有企業|国営企業|軍系|軍(?:人|に所属|関係|の研究)|亡命|難民|ハーフ|クォーター|移民|外国人(?:の妻|の夫|と)|同胞|祖国|母国|海外送金|通名|残留孤児|毀損活動
    |出自|ルーツ|華僑|[二三]世|民族|外国(?:の|に)(?:口座|不動産|恋人|友人|団体|生まれ|親|実家|家族)|里帰り|兵役|徴兵|党の幹部|人民|留学生|技能実習|日系|武官|外交官|ヘッドハント|引き抜き|母国語|元軍人|{COUNTRY}[^。、]{0,8}(?:妻|夫|嫁|婿|親|父|母|兄|弟|姉|妹|彼女|彼氏|恋人|婚約|家族|親戚|友人|国籍|永住|生まれ|出身|育ち|送金|軍|企業に|官僚|政府|当局)|(?:妻|夫|嫁|婿|親|父|母|兄|弟|姉|妹|彼女|彼氏|恋人|婚約者|奥さん|奥様|家族|親戚|実家)[^。、]{0,8}{COUNTRY}
    |ビザ|国に帰|向こうの(?:国|役人|人|政府)|パスポート(?:を|が)(?:二|2|両)|二つ(?:の)?パスポート|外国籍|国費|渡航|移住
    |こくせき|がいこくせき`,
    `national(?:ity|s)?|citizen(?:ship)?s?|dual (?:national|citizen)\\w*|passport|naturali[sz]ed|embassy|consulate|intelligence (?:agency|service|officer)|foreign agent|spy|spies|immigrant|green card|born in|grew up in|asylum|refugee|(?:chinese|korean|russian|iranian|vietnamese|taiwanese|syrian|cuban|ukrainian|pakistani|indian|filipin[oa]|brazilian|belarusian|american|german|thai|turkish) (?:national|citizen|passport|wife|husband|spouse|father|mother|parents|girlfriend|boyfriend|fianc\\w+|in-laws|relatives|family|by birth)|state-owned|(?:people's|liberation) army|foreign government|foreign|overseas relatives?|passport|military service|visa|relatives in|family in|came from|married to a|north korea\\w*|russia\\w*|china|chinese|iran\\w*|chinese|russian|korean|iranian|navy|army|two passports|second passport`,
  ),
  creed: anyOf(
    `信仰|信者|入信|改宗|宗教|教団|新興宗教|カルト|教会(?:に|の|へ)|牧師|神父|お祈り|礼拝|ムスリム|イスラム教|キリスト教|クリスチャン|カトリック|エホバ|創価|学会員|統一教会|幸福の科学|オウム|モスク|布教|壺を|お布施|献金|共産(?:党|主義)|党員|入党|政党|[〇○]党|支持政党|野党|与党(?!員)|選挙|市議|県議|左翼|右翼|左派|極右|極左|左寄り|右寄り|過激派|デモ(?:に|で|の|行|へ|隊|常)|反戦|反原発|反政府|反日|反米|反基地|活動家|運動家|思想|信条|天皇制|主義者|赤旗|しんぶん|労組の|組合(?:活動|の(?:専従|書記|委員|役員|幹部|活動))|街宣|革命|陰謀論|セクト|中核派|革マル|プロパガンダ|独立運動|民主化運動|ヘイト|政治(?:活動|的|思想|団体|集会)|集会に|ビラ
    |公明党|自民党|立憲|維新の|れいわ|参政党|社民|議員の|後援会|党(?:の(?:集会|機関|活動|ビラ|運動|青年|支部|会合)|に(?:入|所属)|から(?:出|立))|座り込み|署名活動|街頭|君が代|国旗|靖国|護憲|改憲|辺野古|環境(?:活動|団体)|僧侶|聖書|経典|数珠|十字架|断食|ラマダン|ヒジャブ|輸血|題目|仏壇|スピリチュアル|霊感|自己啓発|洗脳|ネトウヨ|イデオロギー|qアノン|政権(?:批判|に批)|反体制|過激(?:な|思|団)|勧誘|集会|祈り|神様|拝んで|宗派|説法|巡礼|団体職員|市民運動|活動歴|左(?:っぽ|巻|に偏)|右(?:っぽ|翼|に偏)|偏った|偏りが
    |ビラ|悪口ばかり|専従|シンパ|オルグ|支持者|党派|信心|宗教`,
    `communists?|party member\\w*|cult|religio\\w+|muslim|islam\\w*|christian|jehovah\\w*|church|mosque|temple|prays|believer|convert(?:ed)? to|sect|far[- ](?:right|left)|extremis\\w+|radical|activis\\w+|protest(?:s|ed|er)?|rall(?:y|ies)|political (?:views?|beliefs?|party|activit\\w+|leaning\\w*)|left-wing|right-wing|anarchist|marxist|socialist|votes? for|union organi[sz]er|canvass\\w+|ideolog\\w+|propaganda|conspiracy|scientolog\\w+|falun|evangelical|missionary|demonstrat(?:ed|or|ions?)|politic\\w+|party card|marched|leaflets?|pamphlets?|worships?|baptised|preach\\w*|bible|koran|quran|faith|spiritual|devout|atheist|buddhist|union rep|trade union|blockade|campaign(?:s|ed|er|ing)?`,
  ),
  family: anyOf(
    `離婚|再婚|事実婚|内縁|同棲|別居|不倫|浮気|愛人|夫婦仲|隠し子|居候|dv|虐待|勘当|親権|調停中|同居して|先妻|元(?:妻|夫|嫁|カノ|カレ)|婚約者|入籍|連れ子|シングル(?:マザー|ファザー)|駆け落ち|ホスト通い|同性愛|ゲイ(?:だ|で|ら)|女癖|男癖|痴話`,
    `divorc\\w+|affair|mistress|separated from|ex-(?:wife|husband)|domestic violence|custody battle|living with|fianc\\w+|girlfriend|boyfriend`,
  ),
} as const satisfies Record<string, RegExp>;
