"""Pages in the manner of publishing systems that no outlet's file describes, with gold: how a page of an unknown site is read.

The text is ours. What each page says (title, paragraphs, author, time) is the argument from which it is built; none of the
makes was looked at while the reader was written, and what they showed was mended by rule, not by make.
"""

import html
import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from scrapers.dates import IST
from scrapers.sample_press.kruti_dev import encode

SEEN_AT = datetime(2026, 11, 24, 16, 20, tzinfo=UTC)
_URL = "https://www.{make}.example/khabar/{slug}-{number}.html"


@dataclass(frozen=True)
class Story:
    """One report."""

    title: str
    paragraphs: tuple[str, ...]
    author: str
    at: datetime
    slug: str


STORIES = (
    Story(
        "जिनेवा में भारत और स्विट्ज़रलैंड के व्यापार मंत्री मिले, शुल्क घटाने पर सहमति",
        (
            "जिनेवा। भारत के वाणिज्य मंत्री ने मंगलवार को यहां स्विट्ज़रलैंड के आर्थिक मामलों के मंत्री से दो घंटे तक बातचीत की। दोनों ने माना कि घड़ियों और दवाओं पर लगने वाला शुल्क चरणों में घटाया जाए।",
            "बैठक के बाद जारी बयान के अनुसार पहला चरण अगले वर्ष अप्रैल से शुरू होगा। इसके लिए एक साझा कार्यदल बनेगा जो हर तीन महीने पर मिलेगा।",
            "मंत्री ने पत्रकारों से कहा, “हम ऐसे करार चाहते हैं जिनसे छोटे कारखानों को भी बाजार मिले।” उन्होंने कहा कि कपड़ा और चमड़ा इस सूची में सबसे ऊपर हैं।",
            "स्विस पक्ष ने दूध से बनी चीजों के लिए रियायत मांगी है। भारतीय अधिकारियों ने बताया कि किसानों के हित को देखते हुए इस पर अभी कोई वादा नहीं किया गया।",
            "पिछले साल दोनों देशों के बीच करीब 24 अरब डॉलर का व्यापार हुआ था। इसका बड़ा हिस्सा सोने के आयात का है, जिसे इस बातचीत से बाहर रखा गया।",
            "कार्यदल की पहली बैठक फरवरी में नई दिल्ली में होगी।",
        ),
        "सुरभि नौटियाल",
        datetime(2026, 11, 24, 19, 45, tzinfo=IST),
        "geneva-vyapar-baithak",
    ),
    Story(
        "रेल पुल की मरम्मत के लिए नेपाल और बिहार के अधिकारी रक्सौल में बैठे",
        (
            "रक्सौल, 24 नवंबर। सीमा पर बने पुराने रेल पुल की मरम्मत को लेकर नेपाल रेल विभाग और पूर्व मध्य रेल के अधिकारियों की बैठक सोमवार को हुई।",
            "इसमें तय हुआ कि पुल के तीन खंभों की जांच पहले होगी और उस पर आने वाला खर्च दोनों पक्ष आधा-आधा उठाएंगे।",
            "मंडल अभियंता ने बताया कि जांच में छह सप्ताह लगेंगे। तब तक मालगाड़ियां बीस किलोमीटर प्रति घंटे से चलेंगी।",
            "नेपाल के दल का कहना था कि बरसात से पहले काम पूरा हो जाना चाहिए, क्योंकि नदी का बहाव जून में बढ़ जाता है। भारतीय दल ने इस पर हामी भरी।",
            "व्यापारियों की मांग है कि मरम्मत के दिनों में सड़क के रास्ते ट्रकों की संख्या बढ़ाई जाए। सीमा शुल्क के अधिकारियों ने इस पर विचार करने का भरोसा दिया है।",
        ),
        "रमाकांत यादव",
        datetime(2026, 11, 23, 21, 10, tzinfo=IST),
        "raxaul-rail-pul",
    ),
    Story(
        "हिंद महासागर सम्मेलन: मालदीव के राष्ट्रपति से विदेश मंत्री की मुलाकात टली",
        (
            "कोलंबो। हिंद महासागर सम्मेलन के पहले दिन विदेश मंत्री और मालदीव के राष्ट्रपति के बीच होने वाली मुलाकात टल गई। अब यह बुधवार की सुबह होगी।",
            "मंत्रालय के प्रवक्ता ने बताया कि खराब मौसम से राष्ट्रपति का विमान चार घंटे देर से उतरा। इसलिए पूरा कार्यक्रम आगे खिसक गया।",
            "इस मुलाकात में समुद्री निगरानी के लिए दो नौकाएं देने और एक अस्पताल बनाने के समझौते पर दस्तखत होने हैं। दोनों के मसौदे तैयार हैं।",
            "इससे पहले विदेश मंत्री ने श्रीलंका के प्रधानमंत्री से भेंट की। उन्होंने मछुआरों की रिहाई का मुद्दा उठाया और कहा कि इसे मानवीय ढंग से सुलझाया जाए।",
            "सम्मेलन में बाईस देशों के प्रतिनिधि आए हैं। समापन गुरुवार को साझा घोषणा के साथ होगा।",
            "भारत ने आपदा राहत के लिए साझा कोष बनाने का प्रस्ताव रखा है, जिसे इंडोनेशिया और ओमान का समर्थन मिला है।",
            "जानकारों का मानना है कि कोष पर अंतिम फैसला इस बार शायद न हो पाए।",
        ),
        "तनवीर आलम",
        datetime(2026, 11, 24, 8, 5, tzinfo=IST),
        "maldives-mulaqat",
    ),
)


@dataclass(frozen=True)
class Made:
    """A page and what it says. ``expected``: "article", or the reason for which it must be set aside."""

    make: str
    url: str
    html: str
    title: str
    body: str
    author: str | None
    at: datetime | None
    zone_known: bool
    canonical: str
    expected: str = "article"


_MONTH = "नवंबर"
_NAV = "".join(
    f'<li><a href="/{x}">{y}</a></li>'
    for x, y in (
        ("desh", "देश"), ("videsh", "विदेश"), ("rajya", "राज्य"), ("khel", "खेल"), ("vyapar", "व्यापार"), ("manoranjan", "मनोरंजन"),
        ("e-paper", "ई-पेपर"), ("video", "वीडियो"), ("rashifal", "राशिफल"),
    )
)  # fmt: skip
_OTHERS = (
    "दिल्ली में सर्दी ने दस्तक दी, पारा नौ डिग्री पर", "गन्ने के दाम पर किसान संगठनों का धरना जारी", "टेस्ट टीम का ऐलान, दो नए गेंदबाज शामिल",
    "सोने के भाव में तेजी, चांदी फिसली", "परीक्षा की नई तारीखें घोषित, यहां देखें पूरी सूची", "इस हफ्ते सिनेमाघरों में तीन फिल्में",
)  # fmt: skip
_LINKS = "".join(f'<li><a href="/khabar/{n}.html">{text}</a></li>' for n, text in enumerate(_OTHERS, 1))
_FOOT = (
    "<footer><p>हमारे बारे में | संपर्क करें | विज्ञापन दें | गोपनीयता नीति</p><p>© 2026 सर्वाधिकार सुरक्षित। इस वेबसाइट की सामग्री बिना लिखित अनुमति"
    " के छापना मना है।</p></footer>"
)
_AD = '<div id="div-gpt-ad-16{0}" class="ad-slot"><span>विज्ञापन</span><script>googletag.cmd.push(function(){{googletag.display("x{0}");}});</script></div>'


def _p(paragraphs: Sequence[str]) -> str:
    return "\n".join(f"<p>{html.escape(text, quote=False)}</p>" for text in paragraphs)


def _words(at: datetime) -> str:
    return f"{at.day} {_MONTH} {at.year}"


def _between(paragraphs: Sequence[str], after: int, what: str) -> str:
    return _p(paragraphs[:after]) + what + _p(paragraphs[after:])


def _ld(story: Story, url: str, **more: object) -> str:
    node = {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "headline": story.title,
        "mainEntityOfPage": url,
    } | more
    return f'<script type="application/ld+json">{json.dumps(node, ensure_ascii=False)}</script>'


def _page(head: str, body: str, attributes: str = 'lang="hi"') -> str:
    return f"<!DOCTYPE html>\n<html {attributes}><head><meta charset=utf-8>{head}</head>\n<body>{body}</body></html>"


def blogger(s: Story, url: str) -> str:
    text = "<br />\n<br />\n".join(s.paragraphs)
    return _page(
        f"<title>गाँव की बात: {s.title}</title><link rel='canonical' href='{url}'/><meta property='og:title' content='{s.title}'/>",
        f"<div class='header-inner'><h1 class='title'><a href='/'>गाँव की बात</a></h1></div>"
        f"<div class='date-outer'><h2 class='date-header'><span>{_words(s.at)}</span></h2><div class='post hentry'>"
        f"<h3 class='post-title entry-title'>{s.title}</h3><div class='post-body entry-content'>"
        f"<div class='separator' style='clear: both;'><a href='/i.jpg'><img src='/i.jpg'/></a></div>{text}<div style='clear: both;'></div></div>"
        f"<div class='post-footer'><span class='post-author vcard'>प्रस्तुतकर्ता <span class='fn' itemprop='author'>{s.author}</span></span> पर "
        f"<a class='timestamp-link' href='{url}'><abbr class='published' itemprop='datePublished' title='{s.at.isoformat()}'>{s.at:%H:%M}</abbr></a>"
        f"</div></div></div><div class='sidebar'><h2>ब्लॉग आर्काइव</h2><ul>{_LINKS}</ul><h2>मेरे बारे में</h2><p>मैं एक अध्यापक हूं और अपने जिले की"
        f" खबरें लिखता हूं।</p></div><div id='comments'><h4>2 टिप्‍पणियां:</h4><p>बहुत अच्छी जानकारी दी आपने, धन्यवाद।</p></div>{_FOOT}",
    )


def wordpress_magazine(s: Story, url: str) -> str:
    also = f"<p><strong>यह भी पढ़ें: <a href='/khabar/1.html'>{_OTHERS[0]}</a></strong></p>"
    return _page(
        f"<title>{s.title} - सीमांत समाचार</title><link rel=canonical href='{url}'><meta property='og:type' content='article'>"
        f"<meta property='og:title' content='{s.title}'><meta property='article:modified_time' content='{(s.at + timedelta(hours=1)).astimezone(UTC).isoformat()}'>"
        f"<meta property='article:published_time' content='{s.at.astimezone(UTC).isoformat()}'><meta name='author' content='{s.author}'>",
        f"<nav><ul>{_NAV}</ul></nav><article class='post'><header><h1 class='entry-title'>{s.title}</h1><div class='td-post-author-name'>By <a>{s.author}</a>"
        f"</div><time class='entry-date updated' datetime='{s.at.isoformat()}'>{_words(s.at)}</time></header><div class='td-post-content'>"
        f"{_between(s.paragraphs, 2, also)}</div><div class='td-post-sharing'><span>Share</span><a>Facebook</a><a>WhatsApp</a></div>"
        f"<div class='td-author-box'><a>{s.author}</a><div class='td-author-description'>{s.author} दस साल से सीमावर्ती इलाकों की खबरें लिख रहे हैं।</div></div>"
        f"</article><div class='td_block_related'><h4>संबंधित खबरें</h4><ul>{_LINKS}</ul></div>{_FOOT}",
    )


def wordpress_plain(s: Story, url: str) -> str:
    return _page(
        f"<title>{s.title} – जनपथ वाणी</title><link rel='canonical' href='{url}' />",
        f"<header><p class='site-title'>जनपथ वाणी</p><nav><ul>{_NAV}</ul></nav></header><main><article><header class='entry-header'>"
        f"<h1 class='entry-title'>{s.title}</h1><div class='entry-meta'><span class='posted-on'><time class='updated' datetime='{(s.at + timedelta(hours=3)).isoformat()}'>"
        f"{_words(s.at)}</time><time class='entry-date published' datetime='{s.at.isoformat()}'>{_words(s.at)}</time></span> <span class='byline'>by "
        f"<span class='author vcard' itemprop='author'><span class='author-name'>{s.author}</span></span></span></div></header>"
        f"<div class='entry-content'>{_p(s.paragraphs)}</div><footer class='entry-meta'>श्रेणियाँ <a>विदेश</a>, टैग <a>बैठक</a></footer></article>"
        f"<div id='comments'><h3>Leave a Comment</h3><p>आपका ईमेल प्रकाशित नहीं किया जाएगा।</p></div></main>{_FOOT}",
    )


def amp(s: Story, url: str) -> str:
    desktop = url.replace("/amp/", "/")
    return _page(
        f"<title>{s.title}</title><link rel=canonical href='{desktop}'><style amp-boilerplate>body{{}}</style>"
        + _ld(s, desktop, datePublished=s.at.isoformat(), author={"@type": "Person", "name": s.author}),
        f"<amp-sidebar id=s><ul>{_NAV}</ul></amp-sidebar><h1>{s.title}</h1><p class=byline>{s.author}</p><amp-img src=/a.jpg width=1 height=1></amp-img>"
        f"<div class=content>{_between(s.paragraphs, 1, '<amp-ad type=doubleclick width=300 height=250></amp-ad><div class=also>ये भी पढ़ें <a href=/2>' + _OTHERS[1] + '</a></div>')}</div>"
        f"<amp-list><ul>{_LINKS}</ul></amp-list>{_FOOT}",
        "amp lang=hi",
    )


def next_hydration(s: Story, url: str) -> str:
    state = {"props": {"pageProps": {"nav": ["देश", "विदेश"], "article": {
        "id": 48121, "title": s.title, "slug": s.slug, "authors": [{"name": s.author}], "publishedAt": s.at.isoformat(),
        "content": _p(s.paragraphs), "related": [{"title": t} for t in _OTHERS]}}}, "page": "/khabar/[slug]"}  # fmt: skip
    return _page(
        f"<title>{s.title} | खबरनामा</title><link rel=canonical href='{url}'><meta property=og:title content='{s.title}'>"
        f"<meta property=article:published_time content='{s.at.isoformat()}'><meta name=author content='{s.author}'>",
        f'<div id="__next"><div class="loader">लोड हो रहा है…</div></div><script id="__NEXT_DATA__" type="application/json">{json.dumps(state, ensure_ascii=False)}</script>',
    )


def nuxt_divs(s: Story, url: str) -> str:
    text = "".join(f'<div class="css-1q{n}z"><span>{t}</span></div>' for n, t in enumerate(s.paragraphs))
    return _page(
        f"<title>{s.title} | ताज़ा पहर</title><link rel=canonical href='{url}'>"
        + _ld(s, url, datePublished=int(s.at.timestamp() * 1000), author=[{"@type": "Person", "name": s.author}]),
        f'<div id="app"><div class="_2Xk"><ul>{_NAV}</ul></div><div class="_9fa"><h1>{s.title}</h1><div class="_77"><span>{s.author}</span></div>{text}'
        f'<div class="_tags"><a>बैठक</a><a>समझौता</a></div></div><div class="_rail"><ul>{_LINKS}</ul></div></div>{_FOOT}',
    )


def live_blog(s: Story, url: str) -> str:
    updates = "".join(
        f"<div class='update'><time>{9 + n}:1{n}</time><h3>{t}</h3><p>{p}</p></div>"
        for n, (t, p) in enumerate(zip(_OTHERS, s.paragraphs, strict=False))
    )
    return _page(
        f"<title>LIVE: {s.title}</title><link rel=canonical href='{url}'>"
        + _ld(s, url, **{"@type": "LiveBlogPosting", "coverageStartTime": s.at.isoformat()}),
        f"<h1>LIVE: {s.title}</h1><ul>{_NAV}</ul><div class=feed>{updates}</div>{_FOOT}",
    )


def photo_gallery(s: Story, url: str) -> str:
    slides = "".join(
        f"<figure><img src='/{n}.jpg' alt='तस्वीर'><figcaption><span class=count>{n}/{len(s.paragraphs)}</span><p>{t}</p></figcaption></figure>"
        for n, t in enumerate(s.paragraphs, 1)
    )
    return _page(
        f"<title>तस्वीरें: {s.title}</title><link rel=canonical href='{url}'><meta property=og:type content=article><meta property=og:title content='{s.title}'>"
        f"<meta property=article:published_time content='{s.at.isoformat()}'>",
        f"<ul>{_NAV}</ul><h1>{s.title}</h1><div class=byline>{s.author}</div><div class=gallery>{slides}</div><ul>{_LINKS}</ul>{_FOOT}",
    )


def paywall_stub(s: Story, url: str) -> str:
    return _page(
        f"<title>{s.title}</title><link rel=canonical href='{url}'>"
        + _ld(s, url, datePublished=s.at.isoformat(), isAccessibleForFree=False),
        f"<h1>{s.title}</h1><div class=story><p>{s.paragraphs[0]}</p></div><div class=wall><h3>यह खबर सदस्यों के लिए है</h3><p>पूरी खबर पढ़ने के लिए"
        f" सब्सक्राइब करें, पहला महीना मुफ्त।</p></div><ul>{_LINKS}</ul>{_FOOT}",
    )


def breaks_only(s: Story, url: str) -> str:
    return _page(
        f"<title>{s.title}</title>",
        f"<div id=top><a href=/>आंचलिक टाइम्स</a> {SEEN_AT:%d/%m/%Y} | <ul>{_NAV}</ul></div><div id=left><ul>{_LINKS}</ul></div><div id=mid>"
        f"<h2 class=head>{s.title}</h2><span class=dt>प्रकाशित: {_words(s.at)}, {s.at:%I:%M %p} IST</span><div class=news><font size=3>"
        f"{'<br><br>'.join(s.paragraphs)}</font></div></div>{_FOOT}",
    )


def tables(s: Story, url: str) -> str:
    cells = "<br>&nbsp;&nbsp;".join(s.paragraphs)
    return _page(
        f"<title>उत्तर दूत : {s.title}</title>",
        "<table width=100%><tr><td colspan=3><img src=/logo.gif alt='उत्तर दूत'></td></tr><tr><td width=150><table>"
        + "".join(f"<tr><td><a href=/{n}>{t}</a></td></tr>" for n, t in enumerate(_OTHERS))
        + f"</table></td><td><table><tr><td><font size=5><b>{s.title}</b></font></td></tr><tr><td><i>{s.author}</i> &nbsp; {s.at:%d-%m-%Y %H:%M} IST</td></tr>"
        f"<tr><td align=justify>{cells}</td></tr></table></td><td width=160>विज्ञापन</td></tr></table><center>© उत्तर दूत</center>",
    )


def related_inside(s: Story, url: str) -> str:
    box = f"<div class='story-related-box'><h4>इसे भी पढ़ें</h4><ul>{_LINKS}</ul></div>"
    return _page(
        f"<title>{s.title} | प्रदेश टुडे</title><link rel=canonical href='{url}'>"
        + _ld(
            s,
            url,
            datePublished=s.at.strftime("%Y-%m-%dT%H:%M:%S"),
            author={"@type": "Person", "name": s.author, "url": "/lekhak/1"},
        ),
        f"<ul>{_NAV}</ul><h1>{s.title}</h1><div class=art>{_between(s.paragraphs, 3, box)}</div>{_FOOT}",
    )


def ads_inside(s: Story, url: str) -> str:
    text = "".join(f"<p>{t}</p>{_AD.format(n)}<!-- ad {n} -->" for n, t in enumerate(s.paragraphs))
    return _page(
        f"<title>{s.title}</title><link rel=canonical href='{url}'><meta property=og:type content=article>"
        f"<meta property=article:published_time content='{s.at.isoformat()}'><meta property=article:author content='{s.author}'>",
        f"<script>{'var x=1;' * 3000}</script><ul>{_NAV}</ul><h1>{s.title}</h1><section class=c>{text}<iframe src=/v></iframe>"
        f"<blockquote class=twitter-tweet><a href=https://social.example/1>ट्वीट देखें</a></blockquote></section>{_FOOT}",
    )


def author_box(s: Story, url: str) -> str:
    return _page(
        f"<title>{s.title} | नव भोर</title><link rel=canonical href='{url}'>",
        f"<ul>{_NAV}</ul><div class=wrap><h1>{s.title}</h1><div class=meta><a rel=author href=/lekhak/9>{s.author}</a> | अपडेटेड: {_words(s.at)} "
        f"{(s.at + timedelta(minutes=35)):%I:%M %p} IST | प्रकाशित: {_words(s.at)} {s.at:%I:%M %p} IST</div>{_p(s.paragraphs)}<div class=author-bio><img src=/u.jpg>"
        f"<p>{s.author} नव भोर में वरिष्ठ संवाददाता हैं। वे पंद्रह साल से विदेश मामलों पर लिख रहे हैं और कई सम्मेलनों को कवर कर चुके हैं।</p></div></div>"
        f"<div class=more><h3>और खबरें</h3><ul>{_LINKS}</ul></div>{_FOOT}",
    )


def english_sidebar(s: Story, url: str) -> str:
    english = "".join(
        f"<div class=card><h4>{t}</h4><p>The ministry said in a statement on Tuesday that talks would go on until all of the questions about the border trade"
        f" were settled, item {n}. Officials who spoke on condition of anonymity expected a result before the end of the year.</p></div>"
        for n, t in enumerate(
            (
                "Border trade talks to go on",
                "Rupee gains against dollar",
                "Metro line opens early",
                "Schools shut for fog",
                "Film festival begins",
            )
        )
    )
    return _page(
        f"<title>{s.title}</title><link rel=canonical href='{url}'><meta property=og:type content=article>"
        f"<meta itemprop=datePublished content='{s.at.isoformat()}'>",
        f"<ul>{_NAV}</ul><div class=cols><div class=l><h1>{s.title}</h1><div class=w>{_p(s.paragraphs)}</div></div><aside class=r><h3>In English</h3>{english}</aside></div>{_FOOT}",
    )


def kruti_dev(s: Story, url: str) -> str:
    return (
        f"<html><head><meta http-equiv=Content-Type content='text/html; charset=iso-8859-1'><title>{encode(s.title)}</title>"
        f"<style>body {{font-family: 'Kruti Dev 010'}}</style></head><body><table><tr><td><font face='Kruti Dev 010' size=6>"
        f"<h1>{html.escape(encode(s.title), quote=False)}</h1></font></td></tr><tr><td><font face=Arial>{s.at:%d/%m/%Y %H:%M} IST</font></td></tr>"
        f"<tr><td><font face='Kruti Dev 010'>{_p([encode(t) for t in s.paragraphs])}</font></td></tr></table></body></html>"
    )


def drupal(s: Story, url: str) -> str:
    return _page(
        f"<title>{s.title} | लोक संवाद</title><link rel=canonical href='{url}'>",
        f"<ul>{_NAV}</ul><article class='node node--type-article'><h1><span class='field--name-title'>{s.title}</span></h1><div class=node__meta><span>"
        f"<span class='field--name-uid'>{s.author}</span></span> द्वारा {s.at:%d/%m/%Y} - {s.at:%H:%M} पर प्रकाशित</div><div class='node__content'>"
        f"<div class='text-formatted field field--name-body'>{_p(s.paragraphs)}</div><div class='field--name-field-tags'><div>टैग</div><a>विदेश नीति</a></div>"
        f"</div></article><div class=region-sidebar><ul>{_LINKS}</ul></div>{_FOOT}",
    )


def microdata(s: Story, url: str) -> str:
    return _page(
        f"<title>{s.title}</title><link rel=canonical href='{url}'>",
        f"<ul>{_NAV}</ul><div itemscope itemtype='http://schema.org/NewsArticle'><h1 itemprop=headline>{s.title}</h1><span itemprop=author itemscope"
        f" itemtype='http://schema.org/Person'><span itemprop=name>{s.author}</span></span><meta itemprop=dateModified content='{(s.at + timedelta(hours=2)).isoformat()}'>"
        f"<meta itemprop=datePublished content='{s.at.isoformat()}'><div itemprop=articleBody>{_p(s.paragraphs)}</div></div><ul>{_LINKS}</ul>{_FOOT}",
    )


def graph_of_entities(s: Story, url: str) -> str:
    body = "&nbsp; ".join(s.paragraphs).replace("“", "&ldquo;").replace("”", "&rdquo;")
    graph = {"@context": "https://schema.org", "@graph": [
        {"@type": "WebPage", "@id": url, "name": "x"}, {"@type": "Person", "@id": "#a", "name": s.author},
        {"@type": ["NewsArticle", "Article"], "headline": html.escape(s.title), "datePublished": s.at.isoformat(), "author": {"@id": "#a"}, "description": body[:100]}]}  # fmt: skip
    return _page(
        f"<title>{s.title}</title><link rel=canonical href='{url}'><script type='application/ld+json'>{json.dumps(graph, ensure_ascii=False)}</script>",
        f"<ul>{_NAV}</ul><h1>{s.title}</h1><div class='entry'>{_p(s.paragraphs)}</div><div class=newsletter><p>रोज की खबरें अपने ईमेल पर पाने के लिए हमारे न्यूज़लेटर से"
        f" जुड़ें।</p></div><ul>{_LINKS}</ul>{_FOOT}",
    )


def hours_ago(s: Story, url: str) -> str:
    hours, minutes = divmod(int((SEEN_AT - s.at).total_seconds() // 60), 60)
    return _page(
        f"<title>{s.title}</title><link rel=canonical href='{url}'>",
        f"<div class=bar>मंगलवार, 24 नवंबर 2026 | लखनऊ 18°C</div><ul>{_NAV}</ul><h1>{s.title}</h1><div class=i><span>{s.author}</span> • <span>{hours} घंटे {minutes} मिनट पहले</span></div>"
        f"<div class=t>{_p(s.paragraphs)}</div><ul>{_LINKS}</ul>{_FOOT}",
    )


# A second lot, written after the first was mended.


def joomla(s: Story, url: str) -> str:
    return _page(
        f"<title>{s.title} :: पर्वत संदेश</title><link rel=canonical href='{url}'>",
        f"<ul>{_NAV}</ul><div class='item-page'><div class='page-header'><h2 itemprop='headline'>{s.title}</h2></div><dl class='article-info'><dt>विवरण</dt>"
        f"<dd class='createdby'>लेखक: <span itemprop='name'>{s.author}</span></dd><dd class='published'>प्रकाशित: <time datetime='{s.at.isoformat()}'"
        f" itemprop='datePublished'>{_words(s.at)}</time></dd><dd class='hits'>देखा गया: 412</dd></dl><div itemprop='articleBody'>{_p(s.paragraphs)}</div>"
        f"<ul class='pager'><li>पिछला</li><li>अगला</li></ul></div><ul>{_LINKS}</ul>{_FOOT}",
    )


def dropcap(s: Story, url: str) -> str:
    first = s.paragraphs[0]
    cap = f"<p><span class='dropcap'>{first[:3]}</span>{first[3:]}</p>"
    return _page(
        f"<title>{s.title}</title><link rel=canonical href='{url}'><meta property='og:type' content='article'>"
        f"<meta property='article:published_time' content='{s.at.isoformat()}'><meta property='article:author' content='https://social.example/u1'>",
        f"<ul>{_NAV}</ul><h1>{s.title}</h1><a rel='author' href='/u1'>{s.author}</a><section>{cap}{_p(s.paragraphs[1:])}</section>"
        f"<div class='claps'>48 लोगों ने पसंद किया</div>{_FOOT}",
    )


def date_above(s: Story, url: str) -> str:
    return _page(
        f"<title>{s.title} - जनादेश टुडे</title><link rel=canonical href='{url}'>",
        f"<ul>{_NAV}</ul><div class=crumb>होम / विदेश / {s.title[:30]}</div><div class=pub>Publish Date: {s.at:%a, %d %b %Y %I:%M %p} (IST)</div><h1>{s.title}</h1>"
        f"<div class=by>By: {s.author}</div><div id=story>{'<p>'.join(s.paragraphs)}</div><ul>{_LINKS}</ul>{_FOOT}",
    )


def html_in_json_ld(s: Story, url: str) -> str:
    return _page(
        f"<title>{s.title}</title><link rel=canonical href='{url}'>"
        + _ld(
            s,
            url,
            datePublished=s.at.isoformat(),
            articleBody=_p(s.paragraphs),
            author={"@type": "Person", "name": s.author},
        ),
        f"<ul>{_NAV}</ul><h1>{s.title}</h1><div class=x>{_p(s.paragraphs)}</div>{_FOOT}",
    )


def two_articles(s: Story, url: str) -> str:
    other = STORIES[(STORIES.index(s) + 1) % len(STORIES)]
    return _page(
        f"<title>{s.title} | दिशा न्यूज</title><link rel=canonical href='{url}'>"
        + _ld(s, url, datePublished=s.at.isoformat(), author={"name": s.author}),
        f"<ul>{_NAV}</ul><article data-id=1><h1>{s.title}</h1><div class=txt>{_p(s.paragraphs)}</div></article>"
        f"<article data-id=2><h1>{other.title}</h1><div class=txt>{_p(other.paragraphs)}</div></article>{_FOOT}",
    )


def readers_letters(s: Story, url: str) -> str:
    letters = "".join(
        f"<li class=comment><cite>पाठक {n}</cite><p>बहुत अच्छा लिखा है आपने, पर इस विषय पर सरकार को पहले ही ध्यान देना चाहिए था। हमारे यहां भी ऐसी ही हालत है और कोई"
        f" सुनने वाला नहीं है, उम्मीद है अब कुछ होगा।</p></li>"
        for n in range(6)
    )
    return _page(
        f"<title>{s.title}</title><link rel=canonical href='{url}'>",
        f"<ul>{_NAV}</ul><h1>{s.title}</h1><p class=meta>{s.author} | {_words(s.at)}, {s.at:%H:%M} IST</p><div class=entry>{_p(s.paragraphs)}</div>"
        f"<h3>6 प्रतिक्रियाएं</h3><ol class=commentlist>{letters}</ol>{_FOOT}",
    )


def consent_banner(s: Story, url: str) -> str:
    banner = (
        "<div class=cookie-consent><p>हम आपके अनुभव को बेहतर बनाने के लिए कुकीज का उपयोग करते हैं। इस साइट का उपयोग जारी रखकर आप हमारी गोपनीयता नीति और सेवा की"
        " शर्तों से सहमत होते हैं।</p><button>स्वीकार करें</button></div>"
    )
    return _page(
        f"<title>{s.title}</title><link rel=canonical href='{url}'><meta property='og:title' content='{s.title}'><meta property='og:type' content='article'>",
        f"{banner}<ul>{_NAV}</ul><main><h1>{s.title}</h1><div><time datetime='{s.at.isoformat()}'>{s.at:%d %b}</time></div><div class=m>{_p(s.paragraphs)}</div></main>"
        f"<ul>{_LINKS}</ul>{_FOOT}",
    )


def summary_points(s: Story, url: str) -> str:
    caption = (
        "<figure><img src=/a.jpg><figcaption>बैठक के बाद पत्रकारों से बात करते अधिकारी। फोटो: एजेंसी</figcaption></figure>"
    )
    return _page(
        f"<title>{s.title}</title><link rel=canonical href='{url}'>"
        + _ld(s, url, datePublished=s.at.isoformat(), author=[{"name": s.author}], publisher={"name": "x"}),
        f"<ul>{_NAV}</ul><h1>{s.title}</h1>{caption}<div class=b>{_between(s.paragraphs, 2, '<blockquote class=twitter-tweet lang=en><p>Talks were held today.</p>&mdash; Desk (@desk) <a href=#>November 24, 2026</a></blockquote>')}</div>"
        f"<div class=tags><a>#बैठक</a> <a>#समझौता</a></div><ul>{_LINKS}</ul>{_FOOT}",
    )


def plain_text_lines(s: Story, url: str) -> str:
    return (
        f"<html><body bgcolor=white><center><h3>जिला सूचना कार्यालय</h3></center><h4>{s.title}</h4><pre>{s.at:%d.%m.%Y %H.%M}</pre>"
        + "".join(f"<div align=justify>{t}</div><br>" for t in s.paragraphs)
        + "<hr><small>जिला प्रशासन</small></body></html>"
    )


@dataclass(frozen=True)
class _Make:
    build: Callable[[Story, str], str]
    has_author: bool = True
    zone_known: bool = True
    expected: str = "article"


_MAKES = (
    _Make(blogger), _Make(wordpress_magazine), _Make(wordpress_plain), _Make(amp), _Make(next_hydration), _Make(nuxt_divs),
    _Make(live_blog, expected="live_blog"), _Make(photo_gallery, has_author=False), _Make(paywall_stub, expected="paywall"),
    _Make(breaks_only, has_author=False), _Make(tables, has_author=False), _Make(related_inside, zone_known=False), _Make(ads_inside),
    _Make(author_box), _Make(english_sidebar, has_author=False), _Make(kruti_dev, has_author=False), _Make(drupal, has_author=False, zone_known=False),
    _Make(microdata), _Make(graph_of_entities), _Make(hours_ago, has_author=False),
    _Make(joomla), _Make(dropcap), _Make(date_above, has_author=False), _Make(html_in_json_ld), _Make(two_articles), _Make(readers_letters, has_author=False),
    _Make(consent_banner, has_author=False), _Make(summary_points), _Make(plain_text_lines, has_author=False, zone_known=False),
)  # fmt: skip


def unseen_pages() -> list[Made]:
    """Each make with each story."""
    made = []
    for make in _MAKES:
        name = make.build.__name__
        for number, story in enumerate(STORIES, 1):
            url = _URL.format(make=name.replace("_", "-"), slug=story.slug, number=number)
            fetched = url.replace("/khabar/", "/amp/khabar/") if name == "amp" else url
            made.append(
                Made(name, fetched, make.build(story, fetched), story.title, "\n".join(story.paragraphs), story.author if make.has_author else None,
                     story.at, make.zone_known, url, make.expected)
            )  # fmt: skip
    return made
