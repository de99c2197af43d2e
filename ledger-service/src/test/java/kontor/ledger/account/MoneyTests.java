package kontor.ledger.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import kontor.platform.rejection.AmountOutOfRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MoneyTests {

    @ParameterizedTest
    @ValueSource(longs = {0, 1, -1, Money.MOST_MINOR, -Money.MOST_MINOR})
    void holdsAmountsInRange(long minor) {
        assertThat(new Money(minor).minor()).isEqualTo(minor);
    }

    @ParameterizedTest
    @ValueSource(longs = {Money.MOST_MINOR + 1, -Money.MOST_MINOR - 1, Long.MAX_VALUE, Long.MIN_VALUE})
    void refusesAmountsBeyond(long minor) {
        assertThatThrownBy(() -> new Money(minor)).isInstanceOf(AmountOutOfRange.class);
    }

    @Test
    void refusesResultsBeyond() {
        Money most = new Money(Money.MOST_MINOR);

        assertThatThrownBy(() -> most.plus(new Money(1))).isInstanceOf(AmountOutOfRange.class);
        assertThatThrownBy(() -> most.times(10_000)).isInstanceOf(AmountOutOfRange.class);
        assertThatThrownBy(() -> most.negated().minus(new Money(1))).isInstanceOf(AmountOutOfRange.class);
    }

    @Test
    void reckonsWithSigns() {
        assertThat(new Money(-40).times(3)).isEqualTo(new Money(-120));
        assertThat(new Money(5).minus(new Money(7))).isEqualTo(new Money(-2));
        assertThat(new Money(0).isZero()).isTrue();
    }
}
