package kontor.ledger.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AccountTests {

    /** L-3 as a table: credit, floor, amount, accepted. */
    @ParameterizedTest
    @CsvSource({
        "-900, -1500, -600, true", // equality passes
        "-900, -1500, -601, false",
        "-1500, -1500, -60, false",
        "-1500, -1500, 40, true",
        "-1700, -1500, 100, false", // below the limit already, and the result does not reach it
        "-1700, -1500, 0, false", // even at cost 0
        "-1700, -1500, 200, true",
        "-1700, , -999999, true", // no limit is never refused
        "100, 100, -1, false", // a positive limit is a minimum balance
        "101, 100, -1, true",
    })
    void refusesOnlyAResultBelowTheFloor(long credit, @Nullable Long floor, long amount, boolean isAccepted) {
        Account account = new Account(1, "owner", credit, floor);

        assertThat(account.bears(new Money(amount))).isEqualTo(isAccepted);
        if (isAccepted) {
            assertThat(account.change(new Money(amount), true)).isEqualTo(credit + amount);
        } else {
            assertThatThrownBy(() -> account.change(new Money(amount), true)).isInstanceOf(InsufficientCredit.class);
            assertThat(account.balanceMinor()).isEqualTo(credit);
        }
    }

    @Test
    void ignoresTheFloorWhereNothingIsChecked() {
        Account account = new Account(1, "owner", -1_500, -1_500L);

        assertThat(account.change(new Money(-5_000), false)).isEqualTo(-6_500);
    }

    @Test
    void countsItsEntries() {
        Account account = new Account(1, "owner", 0, null);

        account.change(new Money(5), false);
        account.change(new Money(0), false);
        account.change(new Money(-5), false);

        assertThat(account.version()).isEqualTo(2);
    }

    @Test
    void showsTheFloorInACheckedEntryOnly() {
        LockedAccount account = new LockedAccount(new Account(1, "owner", 0, -10L));

        assertThat(account.change(1, new Money(-5), true).floorMinor()).isEqualTo(-10);
        assertThat(account.change(2, new Money(-50), false).floorMinor()).isNull();
    }
}
