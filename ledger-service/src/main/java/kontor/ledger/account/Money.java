package kontor.ledger.account;

import kontor.platform.rejection.AmountOutOfRange;

/** An amount in minor units of the shop's currency, within the range of G-8; {@code amount-out-of-range} beyond. */
public record Money(long minor) {

    public static final long MOST_MINOR = 9_999_999_999L;

    public static final Money ZERO = new Money(0);

    public Money {
        if (minor > MOST_MINOR || minor < -MOST_MINOR) {
            throw new AmountOutOfRange();
        }
    }

    public Money plus(Money other) {
        return new Money(minor + other.minor);
    }

    public Money minus(Money other) {
        return new Money(minor - other.minor);
    }

    public Money times(int factor) {
        // In range times an int fits a long, so the product is judged as it is.
        return new Money(minor * factor);
    }

    public Money negated() {
        return new Money(-minor);
    }

    public boolean isZero() {
        return minor == 0;
    }
}
