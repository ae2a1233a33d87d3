"""Sentences with the statistics that a careful reader finds in them, written down by hand."""

import pytest
from tests.unit.check.numbers.reading.making import document, statistics

from areasend.check.numbers.reading import Sort, read_numbers

PLAIN = [
    ("We visited 54 areas.", "54"),
    ("It had 1,234 replies and 67,000 letters.", "1234 67000"),
    ("It had 576\u2009000 letters, or 576\u00a0000, or 576\u202f000, or 576 000.", "576000 576000 576000 576000"),
    ("About 1.2 million pupils had help.", "~1200000"),
    ("The cost was £1.5bn, then £20,000 and €3 million.", "1500000000£ 20000£ 3000000£"),
    ("Some 18.4% of pupils and 50.3 per cent of plans, 3 percent of none.", "~18.4% 50.3% 3%"),
    ("The share rose by 4 percentage points, then 2.5pp and 1 % point.", "4pp 2.5pp 1pp"),
    ("The balance was -3, then –4 and −5.", "-3 -4 -5"),
    ("Between 20 and 30 areas took part.", ">=20 <=30"),
    ("They gave 20–30 answers, others 40-50%.", ">=20 <=30 >=40% <=50%"),
    ("It was between 20 and 30 per cent.", ">=20% <=30%"),
    ("It rose from 26 to 48 per cent.", "26% 48%"),
    ("The sample (n=54, N = 12) was small.", "54 12"),
    ("Fourteen (26%) were good.", "14 26%"),
    ("It was true in 5/14 of the areas.", "5 14"),
    ("The index stood at 0 and then at 0.5.", "0 0.5"),
    ("Half of the areas, ½ in all.", "1/2f 0.5f"),
    ("There were 54² areas.", "54"),
    ("More than 5k signed, and 2.5m read it.", ">5000 2500000"),
    ("A rise of +5 was seen.", "5"),
    ("A long one: 12345678901234567890.", ""),
    ("We asked 50+ people.", ">=50"),
    ("One area had 26%–30% of them.", ">=26% <=30%"),
    ("Areas—54 of them—were seen.", "54"),
]
WORDS = [
    ("Twenty-six areas and thirty four schools.", "26 34"),
    ("One hundred and fifty-three local areas.", "153"),
    ("Two thousand and twelve letters, three million words.", "2012 3000000"),
    ("A hundred schools, a dozen homes, half a dozen visits, two dozen letters.", "100 12 6 24"),
    ("Two or three areas.", "2 3"),
    ("Nine, ten and eleven areas.", "9 10 11"),
    ("Hundreds of schools and thousands of pupils.", ""),
    ("Several hundred came.", ""),
    ("Zero areas.", "0"),
    ("Twenty per cent of areas.", "20%"),
    ("A third of areas, two-thirds of schools and three quarters of homes.", "1/3f 2/3f 3/4f"),
    ("Over half of areas; nearly a quarter; more than a third.", ">1/2f <1/4f >1/3f"),
    ("Half the schools and half of them were good.", "1/2f 1/2f"),
    ("Two thirds were late.", "2/3f"),
    ("One in five areas, 1 in 4 schools, 5 in every 14 homes, nine out of ten.", "1/5f 1/4f 5/14f 9/10f"),
    ("A third visit took place in the first half of 2024.", ""),
    ("During the third quarter half a day was lost at half-term.", ""),
    ("A third party ran one quarter.", ""),
    ("Both of these inspections ended in May.", "2"),
    ("Both of the areas and both of the schools.", "2"),
    ("Both good practice and delays were found.", ""),
    ("Neither of the areas replied.", "0!"),
    ("Neither cost nor time mattered.", ""),
    ("They asked twice, three times, and 4 times.", ""),
    ("Twenty one areas.", "21"),
    ("Fifteen hundred homes.", "1500"),
    ("Two and three areas.", "2 3"),
    ("Five thousand two hundred and six homes.", "5206"),
    ("One million areas.", "1000000"),
    ("Seven hundred thousand replies.", "700000"),
]
NONE = [
    ("In this region no local areas had this outcome.", "0!"),
    ("No region had more, and no inspection was late.", "0! 0!"),
    ("None of the regions replied. None were late.", "0! 0!"),
    ("It is no longer so; no single school, no one, no doubt.", ""),
    ("There was no clear process and no effective strategy.", ""),
    ("No more than 5 areas.", "<=5"),
    ("There were no further inspections.", "0!:further"),
    ("Not one of the 5 areas replied.", "0! 5"),
    ("No school-based help was there.", ""),
    ("It had no effect on areas; no school transport ran.", ""),
    ("It says that there was no inspection.", ""),
    ("In no area, it seems.", "0!"),
]
ONE = [
    ("One of the most common needs.", ""),
    ("In one local area we found good work.", ""),
    ("No one, or any one area, or one another.", ""),
    ("Only one area was late.", "1:only"),
    ("Just one inspection was late.", "1:only"),
    ("One of the 14 areas was late.", "1 14"),
    ("One (2%) was late.", "1 2%"),
    ("There were 5 in May, 3 in June, and one in July.", "5 3 1"),
    ("There were 5 in May, and one of them was late.", "5"),
    ("At least one full inspection took place in each area.", ""),
    ("A one-off visit; one-to-one support.", ""),
    ("One reason is time.", ""),
    ("The remaining one was good.", "1:remaining"),
    ("One out of five areas.", "1 5"),
]
RELATIONS = [
    ("Over 5 areas, more than 6, above 7, in excess of 8.", ">5 >6 >7 >8"),
    ("At least 5, no fewer than 6, a minimum of 7, not less than 8.", ">=5 >=6 >=7 >=8"),
    ("Under 5, fewer than 6, less than 7%, below 8, just under 9.", "<5 <6 <7% <8 <9"),
    ("Almost 50,000 and nearly 60,000.", "<50000 <60000"),
    ("Up to 5, no more than 6, at most 7, a maximum of 8.", "<=5 <=6 <=7 <=8"),
    ("About 5, around 6, approximately 7, roughly 8, some 500, circa 9.", "~5 ~6 ~7 ~8 ~500 ~9"),
    ("5 or more, 6 or fewer, 7 areas or more, 8 or less, 9 or so.", ">=5 <=6 >=7 <=8 ~9"),
    ("Exactly 5 areas.", "5"),
    ("Shares may not add up to 100; parts adding up to 60.", "100 60"),
    ("Just over 5 and slightly more than 6.", ">5 >6"),
    (">5 areas, <6 homes, ≥7 visits, ≤ 8 days of it, ~9 others.", ">5 <6 >=7 ~9:further"),
    ("It exceeded 40 and is approaching 50.", ">40 <50"),
    ("As many as 30 came.", "<=30"),
    ("There is more: 5 areas over there.", "5"),
    ("Moreover 5 areas turned over 6 stones.", "5 >6"),
]
PARTS = [
    ("In the remaining 14 areas and the other 3.", "14:remaining 3:remaining"),
    ("A further 17,000 came, another 3, an additional 4, 2 more.", "17000:further 3:further 4:further 2:further"),
    ("Only 5 areas and just 6.", "5:only 6:only"),
    ("All 54 areas, all of the 3, each of the 5, all the 6.", "54:all 3:all 5:all 6:all"),
    ("A further almost 20 came.", "<20:further"),
    ("Only about 20 came.", "~20:only"),
    ("Over a further 20 came.", ">20:further"),
    ("2 more than before.", "2"),
    ("The others had 5.", "5"),
    ("Another 3.5% failed.", "3.5%:further"),
]
NOT_STATISTICS = [
    ("Published on 26 June 2025, as at 31 December 2024, by 2027/28.", ""),
    ("In January 2024, 2023–24 and Q1 2024; 2024-12-31; 31/12/2024; on 4 May.", ""),
    ("Under section 20(1)(a) of the Children Act 2004 and sections 5, 6 and 7.", ""),
    ("See Figure 4, Table 1, Annex 2, paragraph 12, tables 2 and 3, Figs. 3 to 5.", ""),
    ("Use version 3.0 or v3.0 of Form 1; page 2 of 9.", ""),
    ("Call 0333 077 7300 or +44 20 7946 0000 or 020 7946 0000.", ""),
    ("Those aged 0 to 25, at age 2, under 25s, over-16s, post-16 and 0–25 services.", ""),
    ("A 16-year-old, 16 to 25 year olds, 5 years of age, aged up to 25.", ""),
    ("The 20-week limit, 10 working days, the first 2 years, 3 or 5 years, 18 months.", ""),
    ("Two weeks and a half, six-week courses, within five working days.", ""),
    ("At 9.30am, 10:30 and 5 pm.", ""),
    ("Write to 12 Long Acre Street, SW1A 2AA, or 5 High Road.", ""),
    ("Codes E06000052 and E06000052-2023-02-06-afi-1, A4 and H1N1.", ""),
    ("See https://example.org/a/54/b?c=7 and www.example.org/12, mail x54@example.org.", ""),
    ("Key stage 4, Covid-19, GCSE grade 4, Year 6 and T levels.", ""),
    ("The 1st, 2nd and 21st; the second set, the third year.", ""),
    ("URN 123456, ISBN 978-0-10-812345-6, SI 2014/1530.", ""),
    ("Open 24/7, ratio 1:3.", ""),
    ("See part 2; from birth to 25; between 2 and 2 and a half years; 2,000 times; 1,000 days.", ""),
    ("They are in their 20s, as in the 1990s.", ""),
    ("Room 5, level 3, step 2, No. 7, item 4.", ""),
    ("The points are (1) time, (2) money and (3) people.", ""),
    ("1. The first point.", ""),
    ("2.1 Scope", ""),
    ("Order 2014 and the Special Needs Regulations 2014.", ""),
]
MIXED = [
    ("In 2024, 26% of 54 areas.", "26% 54"),
    ("In 14 of these (7 in 2024), work was good.", "14 7"),
    ("Figure 2: outcomes of 54 areas.", "54"),
    ("North (5), South (7).", "5 7"),
    ("Table 1 shows that 54 areas took 20 weeks and 26% longer.", "54 26%"),
    ("A total of 2000 pupils replied; over 2012 schools did.", "2000 >2012"),
    ("In 2024 pupils were asked.", ""),
    ("By 2024, 54 of 153 areas (35%).", "54 153 35%"),
    ("Form 3 groups of 20% of pupils.", "20%"),
    ("A 54-page report on 3 areas.", "3"),
    ("The figure of 12,000 was section 3% lower.", "12000 3%"),
    ("Of 5 areas, 4 were inspected in the 2 years to 2024.", "5 4"),
    ("The first 5 areas.", "5"),
    ("There were 7, 11 and 8.", "7 11 8"),
    ("They had 3 aims: 5 goals; 6 tasks.", "3 5 6"),
    ("A 10% rise over 3 years.", "10%"),
]


@pytest.mark.parametrize(
    ("text", "expected"),
    [*PLAIN, *WORDS, *NONE, *ONE, *RELATIONS, *PARTS, *NOT_STATISTICS, *MIXED],
    ids=lambda value: value[:40],
)
def test_the_statistics_of_a_sentence(text: str, expected: str) -> None:
    assert statistics(read_numbers((document(text),))) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("on 26 June 2025", [("26", Sort.DATE), ("2025", Sort.DATE)]),
        ("aged 0 to 25", [("0", Sort.AGE), ("25", Sort.AGE)]),
        ("section 20(1)", [("20", Sort.REFERENCE), ("1", Sort.REFERENCE)]),
        ("3 or 5 years", [("3", Sort.DURATION), ("5", Sort.DURATION)]),
        ("the third year, twice", [("third", Sort.ORDINAL), ("twice", Sort.ORDINAL)]),
        ("in one area", [("one", Sort.REFERENCE)]),
        ("the Children Act 2004", [("2004", Sort.REFERENCE)]),
        ("the 21st", [("21", Sort.ORDINAL)]),
        ("about 1.2 million, £5bn", [("1.2 million", Sort.STATISTIC), ("£5bn", Sort.STATISTIC)]),
        ("only 50.3 per cent", [("50.3 per cent", Sort.STATISTIC)]),
    ],
)
def test_what_is_no_statistic_is_kept_with_what_it_is(text: str, expected: list[tuple[str, Sort]]) -> None:
    assert [(number.text, number.sort) for number in read_numbers((document(text),))] == expected


@pytest.mark.parametrize(
    ("text", "places", "grain"),
    [
        ("67,000", 0, "1000"),
        ("54", 0, "1"),
        ("50", 0, "1"),
        ("1,200", 0, "100"),
        ("18.4", 1, "0.1"),
        ("18.40%", 2, "0.01"),
        ("1.2 million", 1, "100000"),
        ("3 million", 0, "1000000"),
        ("0", 0, "1"),
        ("five thousand", 0, "1000"),
        ("a third of them", 0, "0.01"),
    ],
)
def test_decimals_and_grain(text: str, places: int, grain: str) -> None:
    (number,) = read_numbers((document(text),))
    assert (number.places, str(number.grain.normalize().__format__("f"))) == (places, grain)
