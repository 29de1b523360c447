"""What the weights say to each other: what may be linked by itself, and what never."""

from voldaan.domain.matching import weights
from voldaan.domain.matching.weights import AMOUNT_EXACT, LINK_FROM_POINTS, NUMBER, SURE_POINTS


def test_a_whole_number_and_its_amount_are_enough_also_from_a_stranger() -> None:
    assert NUMBER + AMOUNT_EXACT + weights.PAYER_STRANGE >= LINK_FROM_POINTS
    assert NUMBER + AMOUNT_EXACT + weights.PAYER_IS_ANOTHER_BUT_EXACT >= LINK_FROM_POINTS


def test_a_reference_with_check_digits_is_enough_by_itself_for_a_part() -> None:
    assert weights.REFERENCE + weights.PART >= LINK_FROM_POINTS
    assert weights.PLAIN_REFERENCE + weights.PART_ROUND < LINK_FROM_POINTS


def test_no_number_is_enough_without_an_amount_or_a_payer() -> None:
    assert NUMBER < LINK_FROM_POINTS
    assert NUMBER + weights.PART_ROUND < LINK_FROM_POINTS
    assert weights.NAMED_MOST + weights.PART < LINK_FROM_POINTS


def test_no_amount_is_enough_without_a_sure_payer_or_a_whole_number() -> None:
    for clue in (
        weights.TAIL_OF_FOUR,
        weights.TYPO,
        weights.SHORT_NUMBER_CALLED,
        weights.ORDER,
        weights.NUMBER_LIKE_A_DAY,
        weights.DEBTOR_NUMBER_CALLED,
        weights.IBAN_KNOWN,
        weights.NAME_SAME,
    ):
        assert clue + AMOUNT_EXACT < LINK_FROM_POINTS


def test_who_paid_is_never_enough_and_a_payer_of_one_price_is() -> None:
    assert weights.PAYER_MOST < LINK_FROM_POINTS
    assert weights.IBAN_KNOWN + weights.NAME_SAME + AMOUNT_EXACT >= LINK_FROM_POINTS
    assert weights.IBAN_LEARNED_ONCE + weights.NAME_LEARNED_ONCE + AMOUNT_EXACT >= LINK_FROM_POINTS
    assert weights.IBAN_SHARED + weights.NAME_SHARED + AMOUNT_EXACT < LINK_FROM_POINTS


def test_another_debtor_is_not_linked_but_to_the_cent() -> None:
    for amount in (weights.SMALL_DIFFERENCE, weights.PART_ROUND, weights.MORE):
        assert NUMBER + amount + weights.PAYER_IS_ANOTHER < LINK_FROM_POINTS


def test_what_contradicts_takes_off_and_what_is_shared_is_worth_less() -> None:
    assert all(value < 0 for name, value in vars(weights).items() if name.startswith("PAYER_IS_"))
    assert weights.IBAN_SHARED_BY_MANY < weights.IBAN_SHARED < weights.IBAN_LEARNED_ONCE < weights.IBAN_KNOWN
    assert weights.NAME_SHARED_BY_MANY < weights.NAME_SHARED < weights.NAME_SAME_COMMON < weights.NAME_SAME
    assert (
        weights.TAIL_OF_ONE
        < weights.TAIL_OF_TWO
        < weights.TAIL_OF_THREE
        < weights.TAIL_OF_FOUR
        < weights.CARRIED
    )


def test_a_link_that_is_looked_at_again_had_fewer_points_than_a_sure_one() -> None:
    assert LINK_FROM_POINTS < SURE_POINTS <= NUMBER + AMOUNT_EXACT + weights.IBAN_KNOWN
