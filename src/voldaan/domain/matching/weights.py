"""What each clue weighs, in points: ten points for each tenfold by which chance is ruled out.

A clue that one payment in a thousand would show by chance is worth some thirty points. Clues of different kinds
(what was written, who paid, how much) add up; contradictions take off. The sums are measured, not believed:
`python -m benchmarks matching` prints how many links of each sum are wrong, and docs/matching.md keeps the table.
"""

LINK_FROM_POINTS = 80
"""The sum from which a payment is linked without a person, where the client sets nothing else."""

LEAD_POINTS = 20
"""How far the best way must be ahead of every other."""

SURE_POINTS = 100
"""From here on new facts are not expected to change a link; below, each run looks again."""

TOLERANCE_CENTS = 5
"""How much too little closes an invoice all the same, where the client sets nothing else."""

# What was written.
REFERENCE = 85
"""A payment reference with check digits that are right: nobody types another's by accident."""
PLAIN_REFERENCE = 60
"""A payment reference of the client's own making, without check digits."""
NUMBER = 60
"""A whole invoice number of five signs or more."""
NUMBER_LIKE_A_DAY = 30
"""A whole number that can be read as a day close to the payment, with no word for an invoice before it."""
NUMBER_IN_DOUBT = 30
"""A whole number beside letters or digits that it does not have, or after a word for something else."""
NUMBER_REWRITTEN = 45
"""A whole number of which zeros inside were dropped or the year was shortened: `26-12` for 2026-0012."""
SHORT_NUMBER_CALLED = 25
"""A whole number of at most four signs after a word for an invoice."""
SHORT_NUMBER = 10
CARRIED = 45
"""The end of a number beside a whole one of the same account: `2026-0012/13`."""
RANGE = 40
"""A number between two that a range names, of the same account: `0012 t/m 0015`."""
TAIL_OF_FOUR, TAIL_OF_THREE, TAIL_OF_TWO, TAIL_OF_ONE = 35, 30, 20, 15
"""The end of a number, among the invoices of an account that is known otherwise; of one sign only when called so."""
TYPO = 25
"""A number that differs in one sign or one swap, among the invoices of an account that is known otherwise."""
STYLE_KNOWN = 10
"""An end or a slip, where a person said before that this debtor writes so."""
ORDER = 40
DEBTOR_NUMBER_CALLED, DEBTOR_NUMBER = 35, 15
"""The debtor's number with the client, after a word for it and without."""
EACH_MORE, NAMED_MOST = 10, 80
"""A second and third number of the same account make a slip less likely, up to a point."""
LEFT_OUT = -15
"""A number that was written and is not paid: perhaps it was no number."""
OWN_NUMBER_NOT_PAID = -45
"""The payer wrote a whole number of this very debtor, of this amount, and this way pays another."""
OWN_NUMBER_OF_OTHER_AMOUNT = -20
"""The same, where the amount is not that of the number: an old one, perhaps."""
ANOTHER_FITS_EXACTLY = -30
"""A part or too much of what was named, while another invoice of the debtor asks exactly this."""
SLIP_OF_THE_PAYER = -40
"""One of two debtors' numbers is a slip away from a number of the payer himself."""
ANOTHERS_NUMBER = -15
"""The payer wrote a whole number of an invoice that this way does not pay."""

PAID_AND_OF_OTHER_AMOUNT = 40
"""What a number of a paid invoice is worth at most, where the amount is not that invoice's."""
ANOTHERS_NUMBER_AND_AMOUNT = -35
"""A number of another's, where the amount too is what that invoice asks: who pays may owe as much himself."""
SLIP_AND_ANOTHERS_NUMBER = -60
"""A slip for a number of the debtor, where what is written is the whole number of another's invoice of this amount."""
PAID_WHILE_ANOTHER_FITS = 10
"""The same, where the debtor has an open invoice of exactly this amount: an old transfer used again."""
UNKNOWN_NUMBER = -25
"""A number like our invoice numbers, which the book does not have, beside a way that nothing written names."""
ANOTHER_END = -25
"""The end of a number after a word for an invoice, beside a way that pays no invoice which ends so."""
ANOTHER_END_BUT_EXACT = -10
"""The same, where nothing else can be meant by the amount: a number of the payer's own books, perhaps."""
ANOTHER_MONTH = -25
"""A month or day that is that of another invoice of the debtor, open or paid, beside a way that nothing names."""
ANOTHER_MONTH_BUT_EXACT = -10
"""The same, where no invoice of that time asked this amount: a month that was worked is billed in the next."""
ANOTHER_NAMED_BUT_EXACT = -10
"""The name of another debtor, who never asked this amount, beside a way that fits to the cent."""
END_AND_NAME_OF_ANOTHER = -60
"""The name of another debtor beside a slip or the end of a number: `412 T. Vos`."""
ANOTHERS_DEBTOR_NUMBER = -35
"""The number of another debtor, beside a way that nothing names."""
NUMBER_OR_DAY = -30
"""A number that can be a day, where another invoice of the debtor asks exactly this."""
EXCEPTION_NOT_UNDERSTOOD = -120
"""It says that something is not paid, and not clearly what: `alles behalve 412`."""
PAID_IN_ADVANCE = -50
"""A word for money that is no invoice yet: a deposit, an offer, a gift."""
MONTH_WRITTEN = 20
"""A month by its name, which is that of one invoice of the debtor."""
MONTH_OF_DUE = 10
"""The same, where it is the month in which it is due, and another invoice is of that month itself."""
DAY_WRITTEN, DAY_OF_ANOTHERS_DUE = 25, 10
"""The day of one invoice of the debtor, by number or by name of its month; less where another is due on that day."""

# Who paid.
IBAN_KNOWN, IBAN_LEARNED_ONCE, IBAN_SHARED = 40, 30, 15
MANDATE = 50
NAME_SAME, NAME_SHARED, NAME_ALIKE, SURNAME, NAME_WRITTEN = 30, 15, 20, 10, 15
IBAN_SHARED_BY_MANY, NAME_SHARED_BY_MANY = 5, 5
NAME_SAME_COMMON, NAME_LEARNED_ONCE, NAME_ALIKE_COMMON, NAME_RESEMBLES = 20, 20, 10, 10
"""A common surname with one initial has many bearers outside the book too."""
SURNAME_COMMON, SURNAME_OF_FAMILY = 0, 5
"""A surname that many bear says nothing; a rare one with another first name is often a partner or a child."""
WORD_KNOWN, WORD_KNOWN_ONCE = 20, 10
"""A word or number that earlier payments of this account had too, and those of no other."""
PAYER_MOST = 70
"""All that speaks of who paid together: an own bank account and an own name are not independent."""
PAYER_IS_PERHAPS_ANOTHER = -15
"""The payer bears another debtor's name, but it is a name that more people bear."""
PAID_FOR_ANOTHER = -30
"""The payment says for whom it is made, and that is another debtor of this client."""
RELATIVE_ASKS_AS_MUCH = -30
"""The payer is not the debtor, and a debtor whose name is like the payer's asks exactly as much: a parent of two."""
PAYER_IS_NAMESAKE = -10
"""The payer is another debtor of this client with the same surname: perhaps one household or one owner."""
PAYER_STRANGE = -5
"""The payer is called quite otherwise, and is nobody we know."""
PAYER_IS_ANOTHER = -30
"""The payer is another debtor of this client."""
PAYER_IS_ANOTHER_BUT_EXACT = -10
"""The same, where the amount is to the cent what is asked and the payer owes no such amount."""

# How much.
AMOUNT_EXACT = 30
AMOUNT_EXACT_LIKE_A_NEIGHBOURS = 10
"""Exact, but an invoice whose number is a slip away asks the same amount of another, or one of the payer's namesake."""
ALL_OPEN, ALL_BUT_ONE, SOME_OF_ITS_INVOICES = 25, 20, 15
"""The amount is the sum of several invoices that were not named."""
BLOCKED_PART, DISCOUNT_IN_TIME, CREDIT_NETTED = 30, 30, 25
SOME_OF_MANY = 5
"""The same among many: by chance some of ten invoices make any amount."""
SMALL_DIFFERENCE, BANK_CHARGE, PAYOUT_FEE = 20, 10, 20
NEXT_WRITTEN = 10
"""Invoices that follow those that are named, where the payer wrote `en volgende`."""
NEARLY = 15
"""Not exact, but near one invoice of the debtor and no other: only to put that way first when a person is asked."""
PART, PART_ROUND = -5, 0
PART_SAID = 15
"""A part, and a word that says so: `2e termijn`, `deelbetaling`."""
MORE = -10
