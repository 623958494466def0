"""A small ledger in which a report has everything that it can have."""

MAYA = """
2025-03-03 person "Maya Lind" --org "Lind Design" --skill design
2025-03-03 meet "Maya Lind" --at "Design week"
2025-03-05 thank me --by "Maya Lind" --via card
2025-05-02 promise "the slides of the talk" --by "Maya Lind" --due 2025-05-09
2025-05-08 done 3
2025-11-10 intro me "Ines Roth" --by "Maya Lind" --for "book keeping" --fee 75
2025-11-20 check e3 --happy
2026-06-01 reach "Maya Lind" --via email --about "the summer party"
2026-06-02 reach me --by "Maya Lind"
2026-09-01 meet "Maya Lind" --at "trade fair"
2026-09-03 thank "Maya Lind"
2026-09-04 intro "Omar Reyes" "Maya Lind" --for "a new logo"
2026-09-08 check e7 --silent
2026-09-11 check e7 --responded --on 2026-09-10
2026-09-12 promise "introductions to founders" --by "Maya Lind" --times 3 --due 2026-09-30
2026-09-20 problem e7 "missed two deadlines" --with "Maya Lind"
2026-09-20 reach "Maya Lind" --via phone
2026-09-24 reach "Maya Lind" --via email
2026-09-25 promise "a quote for the brochure" --by "Maya Lind" --due 2026-11-30
2026-09-26 promise "a review" --by "Maya Lind" --due 2026-09-27
2026-09-28 promise "lunch" --by "Maya Lind" --due 2026-10-20
2026-10-01 broken 18
2026-10-01 waive 7
2026-10-01 done 13 --times 1
"""
TODAY = "2026-10-05"
