"""Years without a holiday notice: between which days a count of working days must end.

1. ``law``: which days are off for all in a year, by the decree in force in it and the dates of the
   moving days; what all notices have in common; how holidays are usually arranged. All of it data
   by date of effect, in ``holiday_law.yaml``. A decree is taken to be known before it is issued.
2. ``seen``: how long the rests were that the notices known so far made.
3. ``blocks``: the holidays that a notice has to arrange, one by one or two neighbours together.
4. ``candidates``: for each block every arrangement that fits 1 and 2.
5. ``likeliest``: the one of them that stands for a best guess.
6. ``window``: days in a row that candidates may change, and how many of them work: at least, by the
   guess, at most. ``year_ahead`` makes the windows of a year.
7. ``outlook``: day after day from the last notice on, so that a count is a look-up. ``ahead`` finds
   the outlook for a day.

The interval holds the true day as long as the arrangement to come is a candidate: a guarantee by
method, not by law. With each year from 2009 to 2026 hidden in turn, every true day by the notices
as first issued lay inside, at a mean width of a day and a half (``bench/backtest.py``). What the
State Council changed while a year ran could be foreseen in 2019, and not in 2015 and 2020.
"""
