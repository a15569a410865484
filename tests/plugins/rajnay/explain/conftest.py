from datetime import datetime

import pytest

from rajnay.facts.extract import extract
from rajnay.facts.model import Article, Facts
from rajnay.settings import IST


@pytest.fixture(scope="session")
def article() -> Article:
    return Article(
        id="बैठक<1>",
        title="हंगरी की मंत्री से मिले वित्त मंत्री & बैंक पर करार",
        body=(
            "वित्त मंत्री सुधाकर नेगी ने सोमवार को बुडापेस्ट में हंगरी की वित्त मंत्री ज़ुज़ा हालास से मुलाकात की। "
            'भारत और हंगरी ने बैंकिंग सहयोग समझौते पर हस्ताक्षर किए। नेगी ने <b>कहा</b> कि "किसानों के हितों से कोई '
            'समझौता नहीं होगा"।'
        ),
        published_at=datetime(2023, 5, 16, 9, tzinfo=IST),
    )


@pytest.fixture(scope="session")
def facts(article: Article) -> Facts:
    read = extract(article)
    assert read.actors, "the article must give something to show"
    assert read.meetings
    assert read.agreements
    assert read.discarded
    return read
