import { anyOf } from './any-of.ts';

const ROLE =
  '(?:副?社長|ceo|cto|cfo|coo|代表取締役|代表|専務|常務|会長|相談役|顧問|監査役|執行役員|役員|工場長|センター長|所長|店長|室長|次長|部長|課長|係長|主任|班長|組長|職長|隊長|支店長|倉庫長|取締役|主査|主席|次席|主幹|主事|書記長|リーダー|マネージャー|チーフ|責任者|管理者|担当者?|運転手|ドライバー|エンジニア|デザイナー|アーキテクト|アナリスト|プログラマ|研究員|技術者|技師|検査員|検数員|通関士|親方|職人|見習い|実習生|研修生|中堅|一年目|二年目|作業者|溶接工|仕上げ工|配車係|守衛|看護師|教授|助手|学生|院生|男(?!女)|女(?!性用)|[一-鿿]{1,4}(?<!全|定|会|増|動|要|満|関|施|加|着|竣|成|延|特|身|発|再|衛|保証|入|着|相|勝)(?:員|係|工|士|師|生)|通訳|事務員|作業員|警備員|清掃員|乗務員|オペレータ|秘書|経理|総務|嘱託|派遣|パート|アルバイト|インターン生?|新人|若手|古株|古参|ベテラン|出向者|内定者|候補者?|社員|従業[員者]|職員|同僚|部下|上司|後輩|先輩|相棒|監督|乗り|営業マン|コンサル|外注|幹部|パイロット|料理人|コック|者)';
const PLACE =
  '(?:部|課|室|係|班|組|チーム|支店|営業所|事業所|センター|倉庫|オフィス|工場|ヤード|研究所|本社|支社|ライン|シフト|現場|さん|担当|基盤|駐在|情シス|経理|総務|人事|法務|購買|設計|受付|警備|ベース|卒|社|側|航路|海務|門司|博多|小倉|東京|大阪|福岡|名古屋|横浜)';

/** Ways to mean one person, the plain ones first. */
export const PERSONS = {
  pronoun: anyOf(
    `彼(?!岸|我|方)|あの(?:人|方|子|男|女|[^。、]{1,8}(?:さん|マン|担当|係長|課長))|この(?:人|子)(?=[はがのを、])|その(?:人|方|子)(?=[はがのも、])|あいつ|こいつ|奴(?=[はがのも、])|御?本人|ほんにん|当人|同人(?!誌)|自分から|自分で|自ら(?:話|申|打)`,
    `he|she|his|her|him|hers|himself|herself|that (?:guy|girl|man|woman|one)|the guy|the one`,
  ),
  pointed: anyOf(
    `例の|通称|あだ名|渾名|仇名|ニックネーム|こと(?:海|経|総|営)|呼ばれ(?:てる|ている|る)|[」』](?:さん|くん|ちゃん|氏|こと)|(?:の|する|た|る)(?:ほう|方)(?=[はが、。でもの]|って|です|だ|$)|じゃない(?:方|ほう)|(?:中|うち|なか)の?、?(?:一人|1人|ひとり|1名|一名|お一人)|(?:の|いた|する|お)(?:一人|1人|ひとり|1名|一名)|(?:一人|1人|1名|一名|二名|2名)(?=[がはをの、。にい（(])|唯一|最年[少長]|残る一|だけ(?=[、。がは「]|適|落|通|不|同|駄|否)|某|うちの|あそこの|ウチの|わが社の|弊社の`,
    `one of (?:our|the|us|them)|our|the (?:youngest|oldest|new|quiet|junior|senior|deputy|other|only|tall|former|ex)|a certain|someone|somebody|guy|girl|lady|fellow|dude|chap`,
  ),
  entered: anyOf(
    `(?:先月|去年|昨年|今年|今春|[一-十\\d]月|春|秋|途中|中途|新卒|途中|最近|先週|昨日|今週)(?:に|で|から)?(?:入っ|採っ|採用し|来た|配属|入社|異動して|移って)|(?:入社|在籍|勤続)[一二三四五六七八九十\\d]{1,5}年|入社の|中途(?:入社|採用|で)|[一二三四五六七八九十\\d]{1,5}[歳才代](?![^。]{0,3}以[上下])|出向中|から来た|で来(?:ている|てる)|に(?:配置|配属)|戻(?:っ|り)た|復職し|育休明|帰りの|出の(?:彼|子|人)|(?:に|から|で)(?:いる|おる)(?:人|方|子)|(?:して|やって|行って|回して)(?:い|お)?る(?:人|方|主任|彼)|してる|男性|女性|女の子|男の子|(?<!様)子(?=[、。だがはで]|$)|若いの|おじさん|おばさん|じいさん|ばあさん|眼鏡|金髪|大柄|院卒|大卒|高卒|九大|早稲田`,
    `joined (?:us )?(?:last|this|in)|new hire|trainee|intern|temp|hired last|twenties|thirties|forties|fifties|years old|aged \\d\\d|contractor`,
  ),
  family: anyOf(
    `妻(?!子|帯)|夫(?![々婦])(?<!工夫|丈夫)|配偶者|奥さん|奥様|旦那|ご?主人(?!公)|嫁|息子|ご子息|ご?令[室嬢息]|娘|[長次三][男女]|父(?!兄)|母(?![体港数集艦])|両親|親(?=[がはも、の]|戚|族)|実家|実[兄弟姉妹父母]|兄(?!弟会社)|弟|姉(?!妹会社)|妹|義[父母兄弟姉妹]|祖[父母]|従兄|従弟|いとこ|叔[父母]|伯[父母]|甥|姪|同居人|恋人|彼氏|婚約|内縁|お[父母][さ様]|子供|子ども|孫|義理の|家族(?=が|は|そろ|に|全員|も)|身内`,
    `wife|husband|spouse|son|daughter|brother|sister|father|mother|dad|mom|mum|uncle|aunt|cousin|in-laws?|parents|fianc\\w+|girlfriend|boyfriend|roommate|relatives?`,
  ),
  numbered: anyOf(
    `(?:社員|従業員|職員)の?(?:番号|コード|id|no\\.?)[^\\d。]{0,5}[a-z]{0,3}-?\\d{2,}|社番[^\\d。]{0,3}\\d{2,}|(?:社員|対象者|候補者?|役員|技師|従業員)[a-z甲乙丙](?![a-z])`,
    `(?:staff|employee|badge|worker|personnel)(?: id| no\\.?| number| #)?:? ?[a-z]?-?\\d{3,}`,
  ),
  placed: anyOf(
    `${PLACE}の[^。、のはがを]{0,7}${ROLE}|(?:第?[一二三四五六七八九十\\d](?:部|課|班|室|係|チーム))の?(?:副|元|前|新)?${ROLE}|${PLACE}(?:部長|課長|係長|主任|室長|次長|班長|所長|リーダー|マネージャー|担当|長)(?=[はがの、。もに]|につ|代|補)|(?:元|前|副)(?:${ROLE}|警察|自衛|教授|商社)|担当の[^。、]{0,6}(?:人|方|子)|係の(?:者|人)|(?:一|二|三)番手|[一-鿿ァ-ヴーa-z]の(?:副|元|前|新)?${ROLE}(?=[はがにで、もをと（(]|につ|だ|です|って)`,
    `(?:head|manager|director|chief|lead|supervisor|foreman|secretary|clerk|assistant|engineer|operator|guard|architect|designer|analyst|accountant|officer|deputy|broker|buyer|driver) (?:of|in|at|from|on|for) (?:our |the )?\\w+|(?:cto|cfo|ceo|coo)(?:'s)?|our \\w+ ?\\w* (?:lead|manager|engineer|head|chief|clerk|guard|operator|designer|officer|buyer|driver|contractor|supervisor)|in (?:accounting|procurement|legal|sales|logistics|hr|it|shipping|payroll|finance)`,
  ),
  described: anyOf(
    `(?:た|る|い|な|てる)(?:人|方|子|奴|やつ|男|女|おじ|おば)(?=[はがのもにを、。（(]|って|だ|で|さん|$)|一名(?=[はがの、。])|(?:た|る|い|な|てる|ない|ん)(?:[^。、のはがをたる]{0,6})${ROLE}(?=[はがにで、もをと（(]|につ|だ|です|って|の|$)|人(?:が|も)(?:い|お)(?:る|た|ま|り)|(?:係|工|員|者|マン|さん|担当|人)が(?:い(?:る|て|ま|た)|お(?:る|ん|り|って))|\\([2-6]\\d\\)|[二三四五六]十代`,
    `who (?:was|is|has|had|did|got|keeps|lost|took|works|joined|runs|sits)`,
  ),
  role: anyOf(
    `${ROLE}(?=[はがのもをにへ、,。（(:]|につき|につい|だけ|って|から|より|です|だ|と(?!し)|$)`,
    `employee|engineer|manager|colleague|worker|supervisor|director|officer|technician|guard|driver|operator|clerk|assistant|designer|researcher|contractor|candidate|applicant|foreman|secretary|president|boss`,
  ),
} as const satisfies Record<string, RegExp>;
