"""Who met whom, on sentences of our own with the actors marked by hand."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rajnay.facts.meetings import read_meetings
from tests.plugins.rajnay.facts.marked import line, read

# name: title, body, meetings in order of telling
CASES: dict[str, tuple[str, str, list[str]]] = {
    # -- case and roles
    "ergative and से": (
        "", "[प्रधानमंत्री नरेंद्र मोदी|modi] ने मंगलवार को [जापान के प्रधानमंत्री शिगेरु इशिबा|ishiba] से मुलाकात की।",
        ["ishiba+modi held in_person 2026-03-03 -"]),
    "मिलना takes no ने": (
        "", "[विदेश मंत्री एस. जयशंकर|jaishankar] मास्को में [अपने रूसी समकक्ष सर्गेई लावरोव|lavrov] से मिले।",
        ["jaishankar+lavrov held in_person - मास्को"]),
    "future": (
        "", "[राष्ट्रपति|murmu|title] शुक्रवार को [फिजी के प्रधानमंत्री|rabuka|title] से मिलेंगी।",
        ["murmu+rabuka planned in_person 2026-03-06 -"]),
    "के साथ": (
        "", "[राजनाथ सिंह|singh] ने [फ्रांस के रक्षा मंत्री|FRA|title] के साथ प्रतिनिधिमंडल स्तर की वार्ता की।",
        ["FRA+singh held in_person - -"]),
    "के बीच with a shared head": (
        "", "[भारत और फ्रांस के विदेश मंत्रियों|IND+FRA|title] के बीच पेरिस में बैठक हुई।",
        ["FRA+IND held in_person - पेरिस"]),
    "से as from": (
        "", "[विदेश सचिव|misri|title] काठमांडू से लौटने के बाद [प्रधानमंत्री|modi|title] से मिले।",
        ["misri+modi held in_person - -"]),
    "से as from, with a state": (
        "", "[भारत|IND] से लौटने के बाद [ओली|oli] ने [वांग यी|wang] से मुलाकात की।",
        ["oli+wang held in_person - -"]),
    "a call received": (
        "", "[प्रधानमंत्री|modi|title] को बुधवार को [यूक्रेन के राष्ट्रपति|zelensky|title] का फोन आया।",
        ["modi+zelensky held phone 2026-03-04 -"]),
    "a call made": (
        "", "[एर्दोआन के विदेश मंत्री हाकान फिदान|fidan] ने रविवार को [अराघची|araghchi] को फोन कर संयम की अपील की।",
        ["araghchi+fidan held phone 2026-03-01 -"]),
    "talk by phone": (
        "", "[मोदी|modi] ने आज [मैक्रों|macron] से टेलीफोन पर बातचीत की।",
        ["macron+modi held phone 2026-03-05 -"]),
    "genitive of the event": (
        "", "[मोदी|modi] की [पुतिन|putin] के साथ मुलाकात करीब एक घंटे चली।",
        ["modi+putin held in_person - -"]),
    "a described partner after और": (
        "", "[घाना के मंत्री कोफी मेन्सा|ruto] और विद्रोही [कमांडर सालिफ केइता|anwar] ने सोमवार को लोमे में वार्ता की।",
        ["anwar+ruto held in_person 2026-03-02 लोमे"]),
    "a long office after और": (
        "", "[गोयल|singh] तथा [पेरू|PER] के उद्योग एवं विदेश [व्यापार मंत्री रोसा केसपे|lula] ने मंगलवार को बैठक कर शुल्क घटाए।",
        ["lula+singh held in_person 2026-03-03 -"]),
    "the same two again, by a bare दोनों": (
        "", "[रुटो|ruto] और [अनवर|anwar] ने सोमवार को फोन पर बात की। दोनों 12 मार्च को नैरोबी में मिलेंगे।",
        ["anwar+ruto held phone 2026-03-02 -", "anwar+ruto planned in_person 2026-03-12 नैरोबी"]),
    "and met again": (
        "", "[रुटो|ruto] और [अनवर|anwar] दो मार्च को लीमा में मिले और चार मार्च को वहीं फिर मिले।",
        ["anwar+ruto held in_person 2026-03-02 लीमा", "anwar+ruto held in_person 2026-03-04 लीमा"]),
    "the next meeting": (
        "", "[रुटो|ruto] और [अनवर|anwar] ने सोमवार को लीमा में बैठक की। अगली बैठक 20 मार्च को अक्रा में होगी।",
        ["anwar+ruto held in_person 2026-03-02 लीमा", "anwar+ruto planned in_person 2026-03-20 अक्रा"]),
    "talks go on tomorrow": (
        "", "[रुटो|ruto] और [अनवर|anwar] ने बुधवार को वार्ता की। वार्ता शुक्रवार को भी जारी रहेगी।",
        ["anwar+ruto held unknown 2026-03-04 -", "anwar+ruto planned unknown 2026-03-06 -"]),
    "a next meeting without a day": (
        "", "[रुटो|ruto] और [अनवर|anwar] ने बुधवार को वार्ता की। अगली बैठक की तारीख तय नहीं है।",
        ["anwar+ruto held unknown 2026-03-04 -"]),
    "तो of what followed": (
        "", "[रुटो|ruto] और [अनवर|anwar] लीमा में मिले तो पहला सवाल कर्ज का था।", ["anwar+ruto held in_person - लीमा"]),
    "तो of a condition": (
        "", "[रुटो|ruto] और [अनवर|anwar] लीमा में मिले तो कर्ज पर बात आगे बढ़ेगी।", []),
    "people ask whether": (
        "", "अखबार पूछ रहे हैं कि क्या अगले साल [चिली|CHL] और [पेरू|PER] के नेता आमने-सामने बैठेंगे।", []),
    "the day of the journey": (
        "", "[रुटो|ruto] कल लीमा आ रहे हैं। [वह|ruto|pronoun] [लूला|lula] से मिलेंगे।",
        ["lula+ruto planned in_person 2026-03-06 लीमा"]),
    "the day of the journey, as told": (
        "", "दूतावास ने बताया कि [रुटो|ruto] शनिवार को लीमा जाएंगे, जहां [वह|ruto|pronoun] [लूला|lula] से मिलेंगे।",
        ["lula+ruto planned in_person 2026-03-07 लीमा"]),
    "a day to come is none on which they met": (
        "", "समझौता शुक्रवार से लागू होगा। [रुटो|ruto] और [अनवर|anwar] ने लीमा में वार्ता की।",
        ["anwar+ruto held in_person - लीमा"]),
    "those who came to an organisation's meeting": (
        "", "[आसियान|ASEAN] की बैठक में [रुटो|ruto], [अनवर|anwar] और [लूला|lula] शामिल हुए।", ["anwar+lula+ruto held in_person - -"]),
    "one who came to an organisation's meeting": (
        "", "[रुटो|ruto] ने [आसियान|ASEAN] के रक्षा मंत्रियों की बैठक में भाग लिया।", ["ASEAN+ruto held in_person - -"]),
    "a day before what was told": (
        "", "[रुटो|ruto] ने मंगलवार को लीमा में [लूला|lula] से मुलाकात की। एक दिन पहले [वह|ruto|pronoun] [अनवर|anwar] से मिले थे।",
        ["lula+ruto held in_person 2026-03-03 लीमा", "anwar+ruto held in_person 2026-03-02 लीमा"]),
    "a day before, with nothing told": (
        "", "[रुटो|ruto] एक दिन पहले [अनवर|anwar] से मिले थे।", ["anwar+ruto held in_person 2026-03-04 -"]),
    "scrambled headline": (
        "[पुतिन|putin] से मिले [मोदी|modi], रक्षा सहयोग पर हुई बात", "", ["modi+putin held in_person - -"]),
    "headline with the verb before its noun": (
        "[लूला|lula] ने [मोदी|modi] से की फोन पर बात, व्यापार पर जोर", "", ["lula+modi held phone - -"]),
    "two persons share a worry": (
        "", "[रुटो|ruto] और [अनवर|anwar] ने सूखे को लेकर गहरी चिंता साझा की।", ["anwar+ruto held unknown - -"]),
    "two states share a worry": (
        "", "[चिली|CHL] और [पेरू|PER] ने सूखे को लेकर गहरी चिंता साझा की।", []),
    "facing the press together": (
        "", "[रुटो|ruto] ने [अनवर|anwar] के साथ मंगलवार को लीमा में संवाददाताओं से कहा, मदद जारी रहेगी।",
        ["anwar+ruto held in_person 2026-03-03 लीमा"]),
    "facing the press alone": (
        "", "[रुटो|ruto] ने मंगलवार को लीमा में संवाददाताओं से कहा कि [अनवर|anwar] से बात नहीं हुई।", []),
    "where talks follow": (
        "", "[रुटो|ruto] अगले पड़ाव में [घाना|GHA] जाएंगे, जहां [वह|ruto|pronoun] ऊर्जा पर वार्ता भी करेंगे।",
        ["GHA+ruto planned in_person - घाना"]),
    "causative": (
        "", "[कतर|QAT] ने सोमवार को दोहा में [अलीयेव|aliyev] और [पाशिनयान|pashinyan] की बैठक कराई।",
        ["aliyev+pashinyan held in_person 2026-03-02 दोहा"]),
    "mediation": (
        "", "[कतर के अमीर|amir] की मध्यस्थता में [अलीयेव|aliyev] और [पाशिनयान|pashinyan] के बीच बैठक हुई।",
        ["aliyev+pashinyan held in_person - -"]),
    "relative clause": (
        "", "[मोदी|modi], जो बुधवार को [शी चिनफिंग|xi] से मिले थे, गुरुवार को स्वदेश लौट आए।",
        ["modi+xi held in_person 2026-03-04 -"]),
    "relative with a partner": (
        "", "[लूला|lula], जिनसे [मोदी|modi] ने मंगलवार को बातचीत की थी, अब रूस जाएंगे।",
        ["lula+modi held unknown 2026-03-03 -"]),
    "apart": (
        "", "[जयशंकर|jaishankar] ने [रूबियो|rubio] और [लावरोव|lavrov] से अलग-अलग मुलाकात की।",
        ["jaishankar+rubio held in_person - -", "jaishankar+lavrov held in_person - -"]),
    "counted meetings": (
        "", "[मोदी|modi] शुक्रवार को [लूला|lula], [रूटो|ruto] और [रामफोसा|ramaphosa] से तीन द्विपक्षीय बैठकें करेंगे।",
        ["lula+modi planned in_person 2026-03-06 -", "modi+ruto planned in_person 2026-03-06 -", "modi+ramaphosa planned in_person 2026-03-06 -"]),
    "one with several": (
        "", "[मोदी|modi] ने [जापान और ऑस्ट्रेलिया के प्रधानमंत्रियों|JPN+AUS|title] से संयुक्त रूप से मुलाकात की।",
        ["AUS+JPN+modi held in_person - -"]),
    "two days, two meetings": (
        "", "[जयशंकर|jaishankar] ने सोमवार को [अराघची|araghchi] से और मंगलवार को [वांग यी|wang] से मुलाकात की।",
        ["araghchi+jaishankar held in_person 2026-03-02 -", "jaishankar+wang held in_person 2026-03-03 -"]),
    "the second clause keeps the subject": (
        "", "[मिसरी|misri] ने सोमवार को काठमांडू में [देउबा|deuba] से मुलाकात की और बाद में [ओली|oli] से मिले।",
        ["deuba+misri held in_person 2026-03-02 काठमांडू", "misri+oli held in_person 2026-03-02 काठमांडू"]),
    "not this one but that one": (
        "", "[जयशंकर|jaishankar] की मुलाकात [पुतिन|putin] से नहीं, बल्कि [लावरोव|lavrov] से हुई थी।",
        ["jaishankar+lavrov held in_person - -"]),
    "joint subject": (
        "", "[वांग यी|wang] और [रूबियो|rubio] शनिवार को म्यूनिख में मिले।",
        ["rubio+wang held in_person 2026-02-28 म्यूनिख"]),
    "joint subject of talks": (
        "", "[फिदान|fidan] और [कलास|kallas] ने बुधवार को ब्रसेल्स में बैठक की।",
        ["fidan+kallas held in_person 2026-03-04 ब्रसेल्स"]),
    "face to face": (
        "", "[ट्रंप|trump] और [शी|xi] अगले महीने बीजिंग में आमने-सामने होंगे।",
        ["trump+xi planned in_person 2026-04 बीजिंग"]),
    "chair": (
        "", "[भारत-केन्या|IND+KEN] संयुक्त आयोग की बैठक बुधवार को हुई। बैठक की अध्यक्षता [जयशंकर|jaishankar] ने की।",
        ["KEN+jaishankar held in_person 2026-03-04 -"]),
    "co-chairs": (
        "", "[सिंह|singh] और [केन्या के रक्षा मंत्री|KEN|title] ने आज नैरोबी में संयुक्त समिति की बैठक की सह-अध्यक्षता की।",
        ["KEN+singh held in_person 2026-03-05 नैरोबी"]),
    "host": (
        "", "[राष्ट्रपति मुर्मु|murmu] ने बुधवार को [केन्या के राष्ट्रपति रूटो|ruto] की मेजबानी की।",
        ["murmu+ruto held in_person 2026-03-04 -"]),
    "those present": (
        "", "[मोदी|modi] ने मंगलवार को [पुतिन|putin] के साथ बैठक की। बैठक में [डोभाल|doval] और [लावरोव|lavrov] भी मौजूद थे।",
        ["doval+lavrov+modi+putin held in_person 2026-03-03 -"]),
    "those present, by pronoun": (
        "", "[मिसरी|misri] और [देउबा|deuba] की बैठक सोमवार को हुई। इसमें [ओली|oli] ने भी भाग लिया।",
        ["deuba+misri+oli held in_person 2026-03-02 -"]),
    "to attend a body's meeting": (
        "", "[राजनाथ सिंह|singh] [एससीओ|SCO] की बैठक में भाग लेने के लिए शुक्रवार को ताशकंद जाएंगे।",
        ["SCO+singh planned in_person 2026-03-06 ताशकंद"]),
    "parts of a whole": (
        "", "[ट्रंप|trump] ने [विदेश मंत्री मार्को रूबियो|rubio] सहित राष्ट्रीय सुरक्षा टीम के साथ बैठक की।",
        ["rubio+trump held in_person - -"]),
    "a conjunct without a name carries the case": (
        "", "[गांधी|gandhi] ने [केन्या के व्यापार मंत्री|KEN|title] और उद्योग जगत के प्रतिनिधियों के साथ बैठक की।",
        ["KEN+gandhi held in_person - -"]),
    "a delegation": (
        "", "[साइप्रस|CYP] का प्रतिनिधिमंडल शुक्रवार को बेरूत में [लेबनानी|LBN] अधिकारियों से समुद्री सीमा पर बात करेगा।",
        ["CYP+LBN planned in_person 2026-03-06 बेरूत"]),
    "led delegation": (
        "", "[डोभाल|doval] के नेतृत्व में भारतीय प्रतिनिधिमंडल ने सोमवार को मास्को में [लावरोव|lavrov] से मुलाकात की।",
        ["doval+lavrov held in_person 2026-03-02 मास्को"]),
    "juxtaposed states": ("[भारत|IND] [बांग्लादेश|BGD] व्यापार मंच की बैठक", "", ["BGD+IND held in_person - -"]),
    "comma for and": ("[भारत|IND], [नेपाल|NPL] के विदेश सचिव काठमांडू में मिले", "", ["IND+NPL held in_person - काठमांडू"]),
    "comma after the subject": (
        "", "[भारत|IND], [श्रीलंका सरकार|LKA] के साथ मछुआरों के मुद्दे पर बातचीत कर रहा है।", ["IND+LKA held unknown - -"]),
    # -- predicates and realis
    "verbless headline announces": ("[मोदी-मैक्रों|modi+macron] मुलाकात आज, रक्षा सौदे पर नजर", "", ["macron+modi planned in_person 2026-03-05 -"]),
    "verbless headline tells": ("[प्रधानमंत्री|modi|title] की [कतर के अमीर|amir] के साथ मुलाकात", "", ["amir+modi held in_person - -"]),
    "possibility": ("", "[मोदी|modi] और [शी|xi] के बीच अगले महीने मुलाकात हो सकती है।", ["modi+xi planned in_person 2026-04 -"]),
    "about to": ("", "[जयशंकर|jaishankar] शनिवार को [वांग यी|wang] से मिलने वाले हैं।", ["jaishankar+wang planned in_person 2026-03-07 -"]),
    "obligation": ("", "[मिसरी|misri] को सोमवार को [देउबा|deuba] से मिलना है।", ["deuba+misri planned in_person 2026-03-09 -"]),
    "settled": ("", "[लूला|lula] और [मोदी|modi] की मुलाकात शुक्रवार को तय है।", ["lula+modi planned in_person 2026-03-06 -"]),
    "postponed": ("", "[भारत और पाकिस्तान|IND+PAK] के बीच विदेश सचिव स्तर की वार्ता टल गई है।", ["IND+PAK cancelled in_person - -"]),
    "cancelled, day before publication": (
        "", "[सिबिहा|sybiha] और [अराघची|araghchi] की बुधवार को होने वाली वीडियो बैठक रद्द कर दी गई।",
        ["araghchi+sybiha cancelled video 2026-03-04 -"]),
    "cancelled, day ahead": (
        "", "[रूबियो|rubio] ने [लावरोव|lavrov] के साथ शनिवार को जिनेवा में होने वाली बैठक रद्द कर दी।",
        ["lavrov+rubio cancelled in_person 2026-03-07 जिनेवा"]),
    "was to be, then not": (
        "", "[मिलेई|BRA] और [रूटो|ruto] की मंगलवार को बैठक होनी थी, मगर खराब मौसम के कारण वह टल गई।",
        ["BRA+ruto cancelled in_person 2026-03-03 -"]),
    "ongoing": ("", "[ईरान और अमेरिका|IRN+USA] के बीच मस्कट में बातचीत चल रही है।", ["IRN+USA held in_person - मस्कट"]),
    "invitation to talks": (
        "", "[कलास|kallas] ने [अराघची|araghchi] को परमाणु मुद्दे पर बातचीत के लिए ब्रसेल्स आने का निमंत्रण दिया है।",
        ["araghchi+kallas planned in_person - ब्रसेल्स"]),
    "planned, then going on": (
        "", "[अफगान सरकार|AFG] और [हमास|hamas] की सीधी वार्ता अगला कदम है, जो 10 मार्च को ओस्लो में शुरू होनी है।",
        ["AFG+hamas planned in_person 2026-03-10 ओस्लो"]),
    # -- reference and one object a meeting
    "headline, lead, follow-ups": (
        "[मोदी|modi] ने [मैक्रों|macron] से की मुलाकात",
        "[प्रधानमंत्री नरेंद्र मोदी|modi] ने बुधवार को पेरिस में [फ्रांस के राष्ट्रपति इमैनुएल मैक्रों|macron] से मुलाकात की। [दोनों नेताओं|modi+macron|collective] ने रक्षा "
        "सहयोग पर चर्चा की। मुलाकात के बाद [मैक्रों|macron] ने पत्रकारों से कहा कि रिश्ते मजबूत हैं। यह बैठक करीब एक घंटे चली।",
        ["macron+modi held in_person 2026-03-04 पेरिस"]),
    "state then minister": (
        "[भारत|IND] और [रूस|RUS] के विदेश मंत्रियों की बैठक",
        "[जयशंकर|jaishankar] और [लावरोव|lavrov] ने मंगलवार को मास्को में बैठक की।",
        ["jaishankar+lavrov held in_person 2026-03-03 मास्को"]),
    "same pair, two days": (
        "", "[मोदी|modi] ने सोमवार को [पुतिन|putin] से मुलाकात की। [मोदी|modi] बुधवार को फिर [पुतिन|putin] से मिले।",
        ["modi+putin held in_person 2026-03-02 -", "modi+putin held in_person 2026-03-04 -"]),
    "same pair, phone then room": (
        "", "[मोदी|modi] ने सोमवार को [पुतिन|putin] से फोन पर बात की थी। मंगलवार को [दोनों नेताओं|modi+putin|collective] के बीच सोची में बैठक हुई।",
        ["modi+putin held phone 2026-03-02 -", "modi+putin held in_person 2026-03-03 सोची"]),
    "multilateral and bilateral": (
        "", "[मोदी|modi] ने मंगलवार को कज़ान में [पुतिन|putin], [शी|xi] और [लूला|lula] के साथ शिखर बैठक की। उसी दिन [मोदी|modi] ने [शी|xi] से अलग से भेंट की।",
        ["lula+modi+putin+xi held in_person 2026-03-03 कज़ान", "modi+xi held in_person 2026-03-03 कज़ान"]),
    "pronoun": (
        "", "[जयशंकर|jaishankar] ने सोमवार को [लावरोव|lavrov] से मुलाकात की। [उन्होंने|jaishankar|pronoun] [शोइगु|putin] से भी भेंट की।",
        ["jaishankar+lavrov held in_person 2026-03-02 -", "jaishankar+putin held in_person 2026-03-02 -"]),
    "dropped subject": (
        "", "[मोदी|modi] सोमवार को दोहा पहुंचे। हवाई अड्डे पर [कतर के अमीर|amir] से मिले।",
        ["amir+modi held in_person 2026-03-02 दोहा"]),
    "possessive pronoun": (
        "", "[रूटो|ruto] सोमवार को दिल्ली में थे। [मोदी|modi] के साथ [उनकी|ruto|pronoun] मुलाकात आधे घंटे चली।",
        ["modi+ruto held in_person 2026-03-02 दिल्ली"]),
    # -- place, date, channel, setting
    "dateline and यहां": (
        "", "ताशकंद, 3 मार्च (भाषा) [जयशंकर|jaishankar] ने मंगलवार को यहां [वांग यी|wang] से मुलाकात की।",
        ["jaishankar+wang held in_person 2026-03-03 ताशकंद"]),
    "venue of a city": (
        "", "[पाशिनयान|pashinyan] ने बुधवार को पेरिस के एलिसी पैलेस में [मैक्रों|macron] से मुलाकात की।",
        ["macron+pashinyan held in_person 2026-03-04 पेरिस"]),
    "unknown town": (
        "", "[जयशंकर|jaishankar] और [देउबा|deuba] ने सोमवार को सीमावर्ती कस्बे धनकुटा में बैठक की।",
        ["deuba+jaishankar held in_person 2026-03-02 धनकुटा"]),
    "goes there and talks": (
        "", "[फिदान|fidan] इसी महीने तेहरान जाकर [अराघची|araghchi] से बातचीत करेंगे।",
        ["araghchi+fidan planned in_person 2026-03 तेहरान"]),
    "video summit": (
        "", "[मोदी|modi] ने आज वीडियो कॉन्फ्रेंसिंग के माध्यम से [अनवर इब्राहिम|anwar] के साथ शिखर बैठक की।",
        ["anwar+modi held video 2026-03-05 -"]),
    "corrected day": (
        "", "[मिसरी|misri] और [देउबा|deuba] की बैठक मंगलवार को नहीं, बल्कि सोमवार, 2 मार्च को काठमांडू में हुई थी।",
        ["deuba+misri held in_person 2026-03-02 काठमांडू"]),
    "month only": ("", "[मोदी|modi] ने पिछले महीने [अनवर|anwar] से मुलाकात की थी।", ["anwar+modi held in_person 2026-02 -"]),
    "year only": ("", "[पुतिन|putin] 2018 में हेलसिंकी में [ट्रंप|trump] से मिले थे।", ["putin+trump held in_person 2018 हेलसिंकी"]),
    # -- who is meant
    "a second meeting of the one followed": (
        "", "[जयशंकर|jaishankar] ने बुधवार को पेरिस में [बारो|barrot] से मुलाकात की। [बारो|barrot] ने कहा कि बातचीत उपयोगी रही। [कैलास|kallas] के साथ [उनकी|barrot|pronoun] भेंट शाम को हुई।",
        ["barrot+jaishankar held in_person 2026-03-04 पेरिस", "jaishankar+kallas held in_person 2026-03-04 पेरिस"]),
    "the guest of a meeting is not followed": (
        "", "[मोदी|modi] ने [मैक्रों|macron] से मुलाकात की। [उन्होंने|macron|pronoun] [रूटो|ruto] से भी बात की।",
        ["macron+modi held in_person - -", "modi+ruto held unknown - -"]),
    "whoever comes to the one followed": (
        "", "[मोदी|modi] ने सोमवार को ढाका में [रहमान|rahman] से मुलाकात की। शाम को [ओली|oli] [उनसे|rahman|pronoun] मिले।",
        ["modi+rahman held in_person 2026-03-02 ढाका", "modi+oli held in_person 2026-03-02 ढाका"]),
    "another one takes over": (
        "", "[मोदी|modi] ने [मैक्रों|macron] से मुलाकात की। [डोभाल|doval] मंगलवार को मास्को पहुंचे। वहां [लावरोव|lavrov] से मिले।",
        ["macron+modi held in_person - -", "doval+lavrov held in_person 2026-03-03 मास्को"]),
    "an office without a name keeps its place": (
        "", "[शाह|shah] दिल्ली पहुंचे। मुख्यमंत्री ने [मुर्मु|murmu], [मोदी|modi] से मुलाकात की।",
        ["modi+murmu+shah held in_person - दिल्ली"]),
    "both sides sign, one had talked": (
        "", "[मोदी|modi] आज दार-एस-सलाम में हैं। [रूटो|ruto] के साथ वार्ता के बाद [भारत और केन्या|IND+KEN] ने करार पर दस्तखत किए।",
        ["modi+ruto held in_person 2026-03-05 दार-एस-सलाम"]),
    "an adjective before the office": (
        "", "[जयशंकर|jaishankar] और [रूस|RUS] के नव-नियुक्त [विदेश मंत्री लावरोव|lavrov] के बीच मंथन हुआ।",
        ["jaishankar+lavrov held unknown - -"]),
    "member states": (
        "", "[सिंह|singh] सोमवार को बैंकॉक में [आसियान|ASEAN] देशों के रक्षा मंत्रियों की बैठक में शामिल हुए।",
        ["ASEAN+singh held in_person 2026-03-02 बैंकॉक"]),
    "a war is no partner": (
        "", "[इजराइल|ISR] के साथ जंग के बीच [अराघची|araghchi] ने [लावरोव|lavrov] से फोन पर बात की।",
        ["araghchi+lavrov held phone - -"]),
    "at the host's": (
        "", "[गांधी|gandhi] ने रविवार को [मोदी|modi] के आवास पर शिष्टाचार भेंट की।",
        ["gandhi+modi held in_person 2026-03-01 -"]),
    "hours are no verbs": (
        "", "[सिंह|singh] और [फिदान|fidan] के बीच करीब दो घंटे चली बैठक में शर्तें तय हुईं।",
        ["fidan+singh held in_person - -"]),
    "a call between": (
        "", "[ट्रंप|trump] और [पुतिन|putin] के बीच दो घंटे लंबी फोन कॉल हुई।",
        ["putin+trump held phone - -"]),
    "talks of their states": (
        "", "[मोदी|modi] और [पुतिन|putin] ने सोमवार को ताशकंद में [भारत|IND]-[रूस|RUS] शिखर वार्ता की।",
        ["modi+putin held in_person 2026-03-02 ताशकंद"]),
    # -- which meeting
    "one before the other": (
        "", "[जेलेंस्की|zelensky] के साथ फ्लोरिडा में होने वाली बैठक से पहले [ट्रंप|trump] ने [पुतिन|putin] से टेलीफोन पर बातचीत की।",
        ["trump+zelensky planned in_person - फ्लोरिडा", "putin+trump held phone - -"]),
    "again, elsewhere": (
        "", "[मोदी|modi] और [रूटो|ruto] ने मंगलवार को नैरोबी में वार्ता की। अगले दिन मोम्बासा में [दोनों नेता|modi+ruto|collective] फिर मिले।",
        ["modi+ruto held in_person 2026-03-03 नैरोबी", "modi+ruto held in_person 2026-03-04 मोम्बासा"]),
    "they will meet": (
        "", "[फिदान|fidan] और [अराघची|araghchi] मंगलवार को अंकारा में मिले। [वे|araghchi|pronoun] 20 मार्च को तेहरान में बैठक करेंगे।",
        ["araghchi+fidan held in_person 2026-03-03 अंकारा", "araghchi+fidan planned in_person 2026-03-20 तेहरान"]),
    "a sum, then one by one": (
        "", "[जयशंकर|jaishankar] ने शुक्रवार को दिल्ली में [बारो|barrot] और [वांग यी|wang] के साथ बैठक की। [बारो|barrot] से मुलाकात में व्यापार का मुद्दा उठा। [वांग यी|wang] से मुलाकात में सीमा पर बात हुई।",
        ["barrot+jaishankar held in_person 2026-02-27 दिल्ली", "jaishankar+wang held in_person 2026-02-27 दिल्ली"]),
    "received, then talks": (
        "", "[रूटो|ruto] ने बुधवार को नैरोबी में [मोदी|modi] का स्वागत किया। बातचीत के बाद साझा बयान जारी हुआ।",
        ["modi+ruto held in_person 2026-03-04 नैरोबी"]),
    "who was to meet at what was called off": (
        "", "[यूक्रेन|UKR] ने [रूस|RUS] के साथ कल जिनेवा में होने वाली वार्ता रद्द कर दी। [सिबिहा|sybiha] को [लावरोव|lavrov] से मिलना था।",
        ["lavrov+sybiha cancelled in_person 2026-03-06 जिनेवा"]),
    "may be called off": (
        "", "संभव है कि [भारत और चीन|IND+CHN] के बीच 15 मार्च को होने वाली बैठक रद्द कर दी जाए।",
        ["CHN+IND planned in_person 2026-03-15 -"]),
    # -- headlines
    "a headline in two halves": (
        "[मोदी|modi]-[मैक्रों|macron] की मुलाकात, हिंद महासागर में साथ चलेंगे जहाज", "[मोदी|modi] ने बुधवार को [मैक्रों|macron] से बात की।",
        ["macron+modi held in_person 2026-03-04 -"]),
    "a headline's verb far ahead": (
        "कल दिल्ली में होगी [सिंह|singh] और [फिदान|fidan] की वार्ता", "",
        ["fidan+singh planned in_person 2026-03-06 दिल्ली"]),
    "a headline's day to come": (
        "[सिंह|singh] की [फिदान|fidan] के साथ वार्ता 24 मार्च को", "",
        ["fidan+singh planned unknown 2026-03-24 -"]),
    # -- where and when
    "told after the meeting": (
        "", "[जयशंकर|jaishankar] ने बुधवार को [अनवर|anwar] से मुलाकात की। [जयशंकर|jaishankar] सम्मेलन के लिए कंपाला में हैं।",
        ["anwar+jaishankar held in_person 2026-03-04 कंपाला"]),
    "a stop at the dateline": (
        "", "ढाका। [जयशंकर|jaishankar] ने बुधवार को यहां [रहमान|rahman] से मुलाकात की।",
        ["jaishankar+rahman held in_person 2026-03-04 ढाका"]),
    "others' place": (
        "", "[ट्रंप|trump] सोमवार को हेलसिंकी में [पुतिन|putin] से मिले। [मैक्रों|macron] ने पेरिस में इसे शर्मनाक बताया। बाद में [ट्रंप|trump] ने [लावरोव|lavrov] से भेंट की।",
        ["putin+trump held in_person 2026-03-02 हेलसिंकी", "lavrov+trump held in_person 2026-03-02 हेलसिंकी"]),
    "an ambassador's post is no place": (
        "", "[मिस्री|misri] बुधवार को नेपाल में भारत के राजदूत के साथ [ओली|oli] से मिले।",
        ["misri+oli held in_person 2026-03-04 -"]),
    "a day before that": (
        "", "[ट्रंप|trump] ने मंगलवार को [जेलेंस्की|zelensky] से फोन पर बात की। इससे एक दिन पहले [ट्रंप|trump] ने [पुतिन|putin] से चर्चा की थी।",
        ["trump+zelensky held phone 2026-03-03 -", "putin+trump held unknown 2026-03-02 -"]),
    "a noun of one word is no town": (
        "", "समर्थन जुटाने की मुहिम में [गांधी|gandhi] ने [मोदी|modi] से मुलाकात की।",
        ["gandhi+modi held in_person - -"]),
    "met after all": (
        "", "[फिदान|fidan] सोमवार को [अराघची|araghchi] से मिलने तेहरान पहुंचे। [फिदान|fidan] ने वहां [अराघची|araghchi] से दो घंटे बातचीत की।",
        ["araghchi+fidan held in_person 2026-03-02 तेहरान"]),
    "the program of one": (
        "", "[विदेश मंत्री एस जयशंकर|jaishankar] का भी [ओली|oli] से मिलने का कार्यक्रम है।",
        ["jaishankar+oli planned in_person - -"]),
    "beside talks": (
        "", "[मोदी|modi] के साथ बातचीत के अलावा [ओली|oli] का [मुर्मु|murmu] से मुलाकात करने का कार्यक्रम है।",
        ["murmu+oli planned in_person - -"]),
}  # fmt: skip

NOT_MEETINGS = {
    "press": "[जयशंकर|jaishankar] ने सोमवार को मास्को में पत्रकारों से बातचीत की।",
    "press conference": "[जयशंकर|jaishankar] और [लावरोव|lavrov] ने साझा प्रेस वार्ता की।",
    "cabinet": "[प्रधानमंत्री मोदी|modi] की अध्यक्षता में मंत्रिमंडल की बैठक हुई।",
    "party": "पार्टी के संसदीय दल की बैठक में [मोदी|modi] ने सांसदों को संबोधित किया।",
    "sitting room": "[गांधी|gandhi] अपनी बैठक में [नेहरू की|IND] तस्वीर देख रहे थे।",
    "wish": "[पाकिस्तान|PAK] [भारत|IND] से बातचीत करना चाहता है।",
    "wants to meet": "[ताकाइची|JPN] [किम|PRK] से बिना शर्त मिलना चाहती हैं।",
    "not met": "[मोदी|modi] और [शी|xi] के बीच कोई औपचारिक मुलाकात नहीं हुई।",
    "did not meet": "[लावरोव|lavrov] [रूबियो|rubio] से नहीं मिले।",
    "denied report": "मंत्रालय ने [मोदी|modi] और [शी|xi] की मुलाकात की खबरों का खंडन किया।",
    "question": "क्या [मोदी|modi] और [शी|xi] की मुलाकात होगी?",
    "habit": "[भारत और फ्रांस|IND+FRA] हर साल सैन्य वार्ता करते हैं।",
    "condition": "अगर सहमति बनी तो [मोदी|modi] और [शी|xi] की मुलाकात होगी।",
    "counterfactual": "[मोदी|modi] और [शी|xi] की बैठक होती तो सीमा विवाद सुलझ जाता।",
    "received": "[भारत|IND] को [रूस|RUS] से नई मिसाइलें मिलीं।",
    "support": "[यूक्रेन|UKR] को [फ्रांस|FRA] से मदद मिलेगी।",
    "together": "[भारत|IND] [जापान|JPN] के साथ मिलकर पुल बनाएगा।",
    "offer": "[ईरान|IRN] ने [अमेरिका|USA] के साथ बातचीत की पेशकश ठुकराई नहीं है।",
    "relations": "[भारत और जापान|IND+JPN] के बीच संबंध मजबूत हुए हैं।",
    "visit": "[मैक्रों|macron] तीन दिन की यात्रा पर [भारत|IND] पहुंचे।",
    "one body": "[हमास|hamas] ने दोहा में बैठक की।",
    "unidentified": "[मोदी|modi] ने किसानों से मुलाकात की।",
    "football": "[फ्रांस और ब्राजील|FRA+BRA] की भिड़ंत रविवार को होगी।",
    "almost": "[मोदी|modi] और [शी|xi] की मुलाकात होते-होते रह गई।",
    "attempt": "[कतर|QAT] [इजराइल और ईरान|ISR+IRN] के बीच बातचीत की कोशिश कर रहा है।",
    "treaty text": "[भारत और ब्राजील|IND+BRA] ने व्यापार समझौते पर बातचीत पूरी कर ली है।",
    "means": "[जयशंकर|jaishankar] ने कहा कि [चीन|CHN] के साथ मतभेद बातचीत से ही सुलझेंगे।",
    "arranged": "[भारत|IND] ने [चीन|CHN] के साथ वार्ता के आयोजन पर विचार किया।",
    "delegation": "[मोदी|modi] [जयशंकर|jaishankar], [डोभाल|doval] और [मिस्री|misri] के साथ वार्ता के लिए व्हाइट हाउस पहुंचे।",
    "only received": "[मोदी|modi] ने हवाई अड्डे पर [मैक्रों|macron] का स्वागत किया।",
    "rumour called wrong": "[अराघची|araghchi] से [रूबियो|rubio] की भेंट की अटकलें भी थीं, जिन्हें दूतावास ने गलत बताया।",
    "game": "शतरंज टूर्नामेंट में दोनों खिलाड़ी फाइनल में पहुंचे। [सिंह|singh] और [वांग|wang] पिछले साल भी आमने-सामने थे और मुकाबला बराबर रहा।",
    "nominal": "[गांधी|gandhi] का [मोदी|modi] से मिलना अहम माना जा रहा है।",
    "each met others": "[मोदी|modi] और [रहमान|rahman] ने एक-दूसरे के देशों के मंत्रियों से भी मुलाकात की।",
    "another's envoy": "[जयशंकर|jaishankar] [पुतिन|putin] के दूत से मिले।",
    "without": "[रूबियो|rubio] [लावरोव|lavrov] से मिले बिना लौट गए।",
}


@pytest.mark.parametrize("name", CASES)
def test_reads(name: str) -> None:
    title, body, expected = CASES[name]
    document, reading = read(body, title)
    assert [line(m) for m in read_meetings(document, reading).meetings] == expected


@pytest.mark.parametrize("name", NOT_MEETINGS)
def test_reads_nothing(name: str) -> None:
    document, reading = read(NOT_MEETINGS[name])
    assert [line(m) for m in read_meetings(document, reading).meetings] == []


def roles(body: str) -> dict[str, str]:
    document, reading = read(body)
    (meeting,) = read_meetings(document, reading).meetings
    return {p.key: p.role for p in meeting.participants}


def test_roles() -> None:
    assert roles("[राष्ट्रपति मुर्मु|murmu] ने [केन्या के राष्ट्रपति|ruto] की मेजबानी की।") == {"murmu": "host", "ruto": "visitor"}
    assert roles("[सिंह|singh] और [रूटो|ruto] ने संयुक्त समिति की बैठक की सह-अध्यक्षता की।") == {
        "singh": "chair",
        "ruto": "chair",
    }


def test_mediators_and_hosts_are_evidence_and_no_participants() -> None:
    for body, aside in (
        ("[ओमान|OMN] की मध्यस्थता में [फिदान|fidan] और [अराघची|araghchi] के बीच बैठक हुई।", ("mediator", "OMN")),
        ("[कतर|QAT] ने [फिदान|fidan] और [अराघची|araghchi] की बैठक कराई।", ("mediator", "QAT")),
        ("[केन्या|KEN] की मेजबानी में [फिदान|fidan] और [अराघची|araghchi] के बीच बैठक हुई।", ("host", "KEN")),
    ):
        document, reading = read(body)
        (meeting,) = read_meetings(document, reading).meetings
        assert {p.key for p in meeting.participants} == {"fidan", "araghchi"}
        (found,) = [evidence for evidence in meeting.slots if evidence.slot == aside[0]]
        assert found.value == aside[1]
        assert body[1:].startswith(document.text[found.span.start : found.span.end])


def test_every_cell_has_its_stretch() -> None:
    document, reading = read(
        "[एससीओ|SCO] शिखर सम्मेलन से इतर [मोदी|modi] ने बुधवार को ताशकंद में [शी|xi] से मुलाकात की। [दोनों नेताओं|modi+xi|collective] ने व्यापार पर चर्चा की।"
    )
    (meeting,) = read_meetings(document, reading).meetings
    text = document.text
    found = {evidence.slot: text[evidence.span.start : evidence.span.end] for evidence in meeting.slots}
    assert found["date"] == "बुधवार को" or found["date"] == "बुधवार"
    assert found["place"] == "ताशकंद"
    assert found["channel"] == "मुलाकात"
    assert found["occasion"] == meeting.occasion == "एससीओ शिखर सम्मेलन"
    assert {e.value for e in meeting.slots if e.slot == "participant"} == {"modi", "xi"}
    assert meeting.topics == ("trade",)
    assert len(meeting.mentions) == 2
    assert "मुलाकात की" in text[meeting.evidence.start : meeting.evidence.end]


def test_source_and_confidence() -> None:
    sure, reported = (
        read_meetings(*read(body)).meetings[0]
        for body in (
            "[मोदी|modi] ने बुधवार को [शी|xi] से मुलाकात की।",
            "सूत्रों के अनुसार [मोदी|modi] और [शी|xi] के बीच बुधवार को मुलाकात हो सकती है।",
        )
    )
    assert sure.attribution.kind == "none"
    assert reported.attribution.kind == "unnamed"
    assert reported.attribution.source == "सूत्रों"
    assert 0 < reported.confidence < sure.confidence <= 1


def test_discarded_say_why() -> None:
    document, reading = read(NOT_MEETINGS["not met"])
    (discarded,) = read_meetings(document, reading).discarded
    assert discarded.reason == "realis.negation"
    assert document.text[discarded.span.start : discarded.span.end] == "मुलाकात"


WORDS = ["[मोदी|modi]", "[शी|xi]", "[दोनों नेताओं|modi+xi|collective]", "ने", "से", "के साथ", "के बीच", "की", "बैठक", "मुलाकात", "फोन", "मिले", "हुई", "होगी",
         "नहीं", "रद्द", "कल", "बुधवार को", "में", "दिल्ली", "और", ",", "कि", "जो", "।", "\n", "(", ")", "\"", "?", "इसमें", "शामिल", "अलग-अलग", "आमने-सामने"]  # fmt: skip


@given(st.lists(st.sampled_from(WORDS), max_size=40))
@settings(max_examples=150, deadline=None)
def test_any_order_of_words_is_read_without_error(words: list[str]) -> None:
    document, reading = read(" ".join(words))
    for meeting in read_meetings(document, reading).meetings:
        assert len({p.key for p in meeting.participants}) == len(meeting.participants) >= 2
        assert all(0 <= e.span.start < e.span.end <= len(document.text) for e in meeting.slots)
        assert 0 <= meeting.confidence <= 1
