package kontor.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** After all journeys every statement holds, and a shop that was stopped still has what it had, also grown wider. */
@Order(100)
@ExtendWith(ShopExtension.class)
class ClosingCheckIT {

    private final Shop shop;

    ClosingCheckIT(Shop shop) {
        this.shop = shop;
    }

    @Test
    void everythingHoldsAlsoAfterStoppingAndStarting() {
        Community community = Community.of(shop);
        String member = community.member("Kept", "Member");
        community.deposit(member, 700);

        Command.Result down = shop.run("down");
        assertThat(down.status()).as(down.output()).isZero();
        shop.upWide();

        assertThat(Community.of(shop).credit(member)).isEqualTo(700);
        // From here on the check compares what reporting computes from all that the journeys have left on the topics.
        Command.Result reporting = shop.run("report", "start", "--no-build");
        assertThat(reporting.status()).as(reporting.output()).isZero();
        new Reports(shop).caughtUp();
        Command.Result check = shop.run("check");
        assertThat(check.status()).as(check.output()).isZero();
    }
}
