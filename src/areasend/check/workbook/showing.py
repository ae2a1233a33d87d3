"""What text a plain number format must show for a value: half up, as spreadsheet programs round."""

from decimal import ROUND_HALF_UP, Decimal

from areasend.check.workbook.model import NumberFormat

# Beyond this many digits programs switch to exponents, which no plain format predicts.
MAX_DIGITS = 15
MAX_DECIMALS = 10


def shown_number(value: Decimal, style: NumberFormat) -> str:
    """
    >>> shown_number(Decimal("1234.5"), NumberFormat(decimals=0, grouping=True))
    '1,235'
    >>> shown_number(Decimal("0.285"), NumberFormat(decimals=0, percent=True))
    '29%'
    >>> shown_number(Decimal("7.0"), NumberFormat(decimals=None))
    '7'
    """
    if abs(value.adjusted()) > MAX_DIGITS or (style.decimals or 0) > MAX_DECIMALS:
        return format(value, "f") if value else "0"
    shown = value * 100 if style.percent else value
    if style.decimals is not None:
        shown = shown.quantize(Decimal(1).scaleb(-style.decimals), rounding=ROUND_HALF_UP)
    else:
        shown = shown.normalize()
    if not shown:
        shown = abs(shown)
    text = format(shown, ",f" if style.grouping else "f")
    percent = "%" if style.percent and "%" not in style.suffix else ""
    return f"{style.prefix}{text}{percent}{style.suffix}"
