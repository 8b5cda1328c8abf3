"""The formats of an office: sheets, official papers and pages, without a word of the subject.

Nothing here knows duties or deadlines; it knows how a workbook, a document or a page is set.
"""
