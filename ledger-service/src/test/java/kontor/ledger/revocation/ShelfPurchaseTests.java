package kontor.ledger.revocation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import java.util.stream.Stream;
import kontor.ledger.community.CommunityFact;
import kontor.ledger.purchase.EnteredVia;
import kontor.ledger.purchase.PurchaseView;
import kontor.platform.Rejection;
import kontor.platform.messaging.EventJson;
import kontor.platform.web.RequestKey;
import kontor.testkit.EventSchema;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ShelfPurchaseTests {

    private static final Instant NOW = Instant.parse("2026-05-11T07:10:00Z");
    private static final UUID BEN = UUID.fromString("0199c0de-0001-7000-8000-0000000000be");
    private static final UUID ADA = UUID.fromString("0199c0de-0000-7000-8000-00000000ada0");

    /** L-12 and L-13 in their order: revoked now, wished, revocable, entered by an admin, switched by an admin. */
    @ParameterizedTest
    @CsvSource({
        "false, true, true, false, false, ",
        "true, false, true, false, false, ",
        "false, true, true, true, true, ",
        "false, false, false, true, false, already-in-state",
        "true, true, false, true, false, already-in-state",
        "false, true, false, true, false, not-revocable",
        "false, true, false, false, true, not-revocable",
        "true, false, false, false, true, not-revocable",
        "false, true, true, true, false, entered-by-admin",
        "true, false, true, true, false, entered-by-admin",
    })
    void isSwitchedAsTheRulesSay(
            boolean revoked,
            boolean wished,
            boolean isRevocable,
            boolean isAdmins,
            boolean isByAdmin,
            @Nullable String code) {
        ShelfPurchase purchase = new ShelfPurchase(view(revoked, isAdmins ? ADA : null));
        SwitchPurchase command = new SwitchPurchase(
                new RequestKey("c", "o", "k", "f"), 4711, isByAdmin ? ADA : BEN, isByAdmin, wished, null);

        if (code == null) {
            assertThatCode(() -> purchase.switchTo(command, isRevocable, NOW)).doesNotThrowAnyException();
            assertThat(purchase.view().revoked()).isEqualTo(wished);
            assertThat(purchase.view().version()).isEqualTo(2);
        } else {
            assertThatThrownBy(() -> purchase.switchTo(command, isRevocable, NOW))
                    .asInstanceOf(InstanceOfAssertFactories.type(Rejection.class))
                    .extracting(Rejection::code)
                    .isEqualTo(code);
            assertThat(purchase.view().version()).isEqualTo(1);
        }
    }

    /** Whoever entered it, and whatever the product is now (G-40). */
    @Test
    void isTakenOverAsItWasSwitched() {
        ShelfPurchase purchase = new ShelfPurchase(view(false, ADA));
        CommunityFact.PurchaseSwitched revoked =
                new CommunityFact.PurchaseSwitched("8", NOW.minusSeconds(60), "7", true, BEN);

        purchase.takeOver(revoked);

        assertThat(purchase.view().revoked()).isTrue();
        assertThatThrownBy(() -> purchase.takeOver(revoked))
                .asInstanceOf(InstanceOfAssertFactories.type(Rejection.class))
                .extracting(Rejection::code)
                .isEqualTo("already-in-state");
    }

    static Stream<PurchaseSwitched> facts() {
        return Stream.of(
                new PurchaseSwitched.ShelfPurchaseRevoked(
                        4711, BEN, 1051, 4, 1264, NOW, NOW, BEN, "wrong bag", 2, false),
                new PurchaseSwitched.ShelfPurchaseReapplied(4711, BEN, 1051, 4, 1264, NOW, NOW, ADA, null, 3, true));
    }

    @ParameterizedTest
    @MethodSource("facts")
    void fitsItsContract(PurchaseSwitched event) {
        String type = event instanceof PurchaseSwitched.ShelfPurchaseRevoked ? "revoked" : "reapplied";

        EventSchema.of("kontor.ledger.shelf-purchase-%s.v1".formatted(type)).assertValid(EventJson.write(event));
    }

    @Test
    void showsARateWithoutTrailingZeros() {
        assertThat(new ShelfPurchase(view(false, null)).view().vatPercentage()).hasToString("27");
    }

    private static PurchaseView view(boolean revoked, @Nullable UUID adminId) {
        return new PurchaseView(
                4711,
                901,
                NOW,
                NOW,
                BEN,
                1051,
                6,
                4,
                249,
                new BigDecimal("27.00"),
                316,
                1_264,
                adminId,
                adminId == null ? EnteredVia.SELF : EnteredVia.ADMIN,
                null,
                revoked,
                null,
                null,
                1);
    }
}
