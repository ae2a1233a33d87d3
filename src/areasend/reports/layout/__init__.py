"""Layout: lines of pages as a reader sees them - body and footers, paragraphs and bullets, tables with rows and cells.

Works from place, typography and ruling lines; where these leave open whether something runs on over a page, the PDF's
own tags are asked. Knows no field of a report.
"""
