import { anyOf } from './any-of.ts';

/** Rules, plans, things: what honest notes are about. */
export const NORMS = {
  never: anyOf(
    `(?:し|さ|わ|か|が|せ|れ|け|て|ら|め|え|ま|ば|た)ない(?=$|[。、」]|こと|よう|と(?!の|認)|旨|方|もの|ため|の[でが]|し[、。]|決ま|運用|仕組|手|はず|規|から)|(?:て|し)(?:い|は)?ません(?=$|[。、])|ことは(?:ない|ありません|な[くい])|しないで|せず(?=[、に])|ずに|なし(?=$|[。、（(])|(?:設け|求め|尋ね|集め|扱わ|使わ|問わ|用い)(?:ず|ま|な)|わせない|ではない|とはし?ない|はない|もない|いない(?=$|[。、]|か)|必要(?:は|も)な|できない(?:よ|と|。|、)|にしない|不要|廃止|削除|消した|消す|外した(?:（|\\()|切り離|分け(?:た|て|る)|別(?:の|に|で|枠|々|人|表|系)|無関係|関係(?:し|は|な|の)な|関係なし|独立|対象外|区域の外`,
    `never|do(?:es)? not|don't|not (?:ask|recorded?|stored?|collected?|kept|used|held|requested|required)|no questions?|without asking|nobody|no one|none|may not|must not|cannot|is not|are not|not our|not for`,
  ),
  norm: anyOf(
    `規程|規定|規則|細則|附則|手順|方針|ルール|要領|様式|マニュアル|手引|ひな[形型]|雛形|ガイドライン|約款|条項|条文|第[\\d一二三四五六七八九十]{1,5}[条章項]|[\\d一二三四五六七八九十]{1,5}条|法第|基準|運用(?=$|[。、]|と|を|に|で|は)|決まり|決めて|申し合わせ|協定|契約(?!社員)|決議|こと(?=$|[。！]|とし|とす)|べき|ものとす|とする(?=$|[。、])|場合|とき(?=[はにのも])|時は|際(?=[はにの、])|たら(?=[、す])|禁(?:止|じ)|禁ずる|原則|かどうか|有無|とは何|に該当|任意|不利益|目的外|自由意思|仮に|万一|もし`,
    `polic(?:y|ies)|rules?|procedures?|must|shall|guidelines?|handbook|manual|if|whether|regulation|clause|agreement|contract|act|law|section|chapter|article|forbids?|prohibit\\w*|requires?|freely|may|voluntary`,
  ),
  taught: anyOf(
    `研修|教育|教材|説明(?:会|資料|書|し(?:た|て)だけ|する|した)|周知|講師|講習|スライド|訓練|テスト|設問|問い|問う|勉強会|読み合わせ|掲示|朱書|案内|事例|ポスター|アンケート|マニュアル|意見|助言|指摘|照会中|検討|見直`,
    `training|taught|explained|handbook|posted|drill|exercise|slides?|course|refresher|questionnaire|quiz|poster|briefing|awareness`,
  ),
  collective: anyOf(
    `だけが(?:扱|見|知|持|入|で)|のみが|全社員|全従業|全員(?!が)|誰(?:で|も|が|か|に)|従業者の|社員の(?!男|女)|来訪者|訪問者|来客|応募者|新任者|運転者|荷役会社|取引先|下請|委託先|派遣元|ベンダー|業者|各(?:部|課|社|人)|部門単位|個々|本人から(?:窓|直|行)|一律|各自|社内|会社(?:は|が|と|か|独|で)|当社(?:は|が|の|で)|行政機関(?!の長から)|所管省庁|[\\d一二三四五六七八九十]{1,5}(?:名|人)(?:程度|以上|未満|体制)|株主|法人|企業|事業者|顧客|上司(?:が|は|を)|管理職`,
    `applicants|employees|staff|visitors?|everyone|everybody|all|anyone|people|companies|suppliers?|counterpart\\w*|vendors?|we|the company|managers|personnel files?|third part\\w+`,
  ),
  things: anyOf(
    `カメラ|端末|サーバ|扉|鍵(?:付|の本)|金庫|書庫|棚|封筒|区域|区画|保管|閲覧|窓口|台帳|記録簿|受付|守衛|警備|入退室|ロッカー|壁|フォルダ|ログ|通知書|書面|書類|文書|欄|項目|資料|一覧|集計|統計|人数|費用|予算|機器|装置|ソフト|システム|在庫|フォーム|画面|メール|申請|更新|保存|廃棄|点検`,
    `server|cabinet|door|camera|folder|file|form|record|zone|key|lock|log|safe|archive|system|backup|network|desk`,
  ),
} as const satisfies Record<string, RegExp>;
