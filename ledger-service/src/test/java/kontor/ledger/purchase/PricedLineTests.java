package kontor.ledger.purchase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import kontor.ledger.account.Money;
import kontor.ledger.product.KnownProduct;
import kontor.ledger.product.Price;
import kontor.platform.Rejection;
import kontor.platform.rejection.AmountOutOfRange;
import kontor.platform.security.KnownMember;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class PricedLineTests {

    private static final Instant NOW = Instant.parse("2026-05-10T16:20:05Z");
    private static final UUID BEN = UUID.fromString("0199c0de-0001-7000-8000-0000000000be");

    private static final Goods TEA = new Goods(true, true, false, 180);
    private static final Buyer FINE = new Buyer(true, true, false);

    record Buyer(boolean verified, boolean active, boolean system) {

        KnownMember member() {
            return new KnownMember(
                    BEN,
                    "s",
                    "Ben",
                    null,
                    "VERIFIED",
                    verified,
                    NOW,
                    active,
                    system,
                    false,
                    0,
                    true,
                    1L,
                    "Member",
                    -1L,
                    null,
                    4);
        }
    }

    record Goods(boolean active, boolean forSale, boolean withdrawn, long price) {

        KnownProduct product() {
            return new KnownProduct(7, active, forSale, true, Price.of(price, BigDecimal.ZERO), withdrawn, 3);
        }
    }

    /** L-10 in its order: each row breaks its own rule and all later ones, so the first failure must win. */
    static Stream<Arguments> failures() {
        Instant tomorrow = NOW.plus(Duration.ofDays(1));
        Goods worst = new Goods(false, false, false, 999);
        return Stream.of(
                Arguments.of(null, null, tomorrow, false, "unknown-reference"),
                Arguments.of(new Buyer(false, false, true), null, tomorrow, false, "member-not-verified"),
                Arguments.of(new Buyer(true, false, true), null, tomorrow, false, "member-not-active"),
                Arguments.of(new Buyer(true, true, true), null, tomorrow, false, "system-member"),
                Arguments.of(FINE, null, tomorrow, false, "in-future"),
                Arguments.of(FINE, null, null, false, "unknown-reference"),
                Arguments.of(FINE, new Goods(true, true, true, 180), null, false, "unknown-reference"),
                Arguments.of(FINE, worst, null, false, "product-inactive"),
                Arguments.of(FINE, new Goods(true, false, false, 999), null, false, "product-not-for-sale"),
                Arguments.of(FINE, new Goods(true, true, false, 999), null, false, "price-changed"),
                // What an admin may, and what not even he may (L-8).
                Arguments.of(new Buyer(false, false, true), null, tomorrow, true, "member-not-verified"),
                Arguments.of(new Buyer(true, false, true), null, tomorrow, true, "member-not-active"),
                Arguments.of(new Buyer(true, true, true), null, tomorrow, true, "in-future"),
                Arguments.of(new Buyer(true, true, true), null, null, true, "unknown-reference"),
                Arguments.of(new Buyer(true, true, true), worst, null, true, "price-changed"));
    }

    @ParameterizedTest
    @MethodSource("failures")
    void givesTheFirstFailure(
            @Nullable Buyer buyer, @Nullable Goods goods, @Nullable Instant at, boolean isByAdmin, String code) {
        assertThatThrownBy(() -> judge(buyer, goods, line(1, 180L, at), isByAdmin))
                .asInstanceOf(InstanceOfAssertFactories.type(Rejection.class))
                .extracting(Rejection::code)
                .isEqualTo(code);
    }

    static Stream<Arguments> accepted() {
        return Stream.of(
                Arguments.of(FINE, TEA, null, false),
                Arguments.of(FINE, TEA, NOW, true),
                Arguments.of(FINE, TEA, NOW.minusSeconds(1), true),
                Arguments.of(new Buyer(true, true, true), new Goods(false, false, false, 180), null, true));
    }

    @ParameterizedTest
    @MethodSource("accepted")
    void acceptsWhatTheRulesAllow(Buyer buyer, Goods goods, @Nullable Instant at, boolean isByAdmin) {
        PricedLine priced = judge(buyer, goods, line(3, null, at), isByAdmin);

        assertThat(priced.total()).isEqualTo(new Money(540));
        assertThat(priced.at()).isEqualTo(at == null ? NOW : at);
    }

    @Test
    void tellsTheNewPrice() {
        assertThatThrownBy(() -> judge(FINE, TEA, line(1, 179L, null), false))
                .asInstanceOf(InstanceOfAssertFactories.type(Rejection.class))
                .extracting(Rejection::facts)
                .asInstanceOf(InstanceOfAssertFactories.MAP)
                .containsEntry("unitPriceMinor", 180L);
    }

    @Test
    void splitsTheTotalIntoNetAndVat() {
        KnownProduct beans = new KnownProduct(7, true, true, true, Price.of(249, new BigDecimal("27")), false, 6);
        PricedLine priced = PricedLine.judge(line(4, 316L, null), FINE.member(), beans, false, NOW);

        assertThat(priced.total()).isEqualTo(new Money(1_264));
        assertThat(priced.net()).isEqualTo(new Money(996));
        assertThat(priced.vat()).isEqualTo(new Money(268));
    }

    @Test
    void refusesATotalOutOfRange() {
        Goods dear = new Goods(true, true, false, 1_000_000);

        assertThatThrownBy(() -> judge(FINE, dear, line(10_000, null, null), false))
                .isInstanceOf(AmountOutOfRange.class);
    }

    @Test
    void refusesACartOutOfRange() {
        PricedLine dear = judge(FINE, new Goods(true, true, false, 900_000), line(10_000, null, null), false);

        assertThatThrownBy(() -> new Pricing.Cart(NOW, List.of(dear, dear))).isInstanceOf(AmountOutOfRange.class);
    }

    @Test
    void booksCreditsBeforeDebits() {
        PricedLine tea = judge(FINE, TEA, line(1, null, null), false);
        PricedLine bottle = judge(FINE, new Goods(true, true, false, -40), line(1, null, null), false);

        assertThat(new Pricing.Cart(NOW, List.of(tea, bottle)).byBuyer().get(BEN))
                .containsExactly(bottle, tea);
    }

    private static PricedLine judge(
            @Nullable Buyer buyer, @Nullable Goods goods, MakePurchase.Line line, boolean isByAdmin) {
        return PricedLine.judge(
                line, buyer == null ? null : buyer.member(), goods == null ? null : goods.product(), isByAdmin, NOW);
    }

    private static MakePurchase.Line line(int amount, @Nullable Long expected, @Nullable Instant at) {
        return new MakePurchase.Line(0, BEN, "/memberId", 7, amount, expected, at);
    }
}
