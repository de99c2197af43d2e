package kontor.catalog.listing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import kontor.catalog.core.ListingStatus;
import kontor.catalog.core.ShipFrom;
import kontor.platform.Rejection;
import kontor.platform.Rejection.Fault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ListingTests {

    private static final Instant NOW = Instant.parse("2026-06-01T08:30:00Z");
    private static final UUID SELLER = UUID.fromString("0199c0de-0002-7000-8000-0000000000e1");
    private static final ShipFrom HOME = new ShipFrom("Sami", "Kossuth tér 3", "9021", "Győr", "HU", "+36 1 555");

    /** Section 3: every state with every wish of its seller, with pieces reserved and without. */
    @ParameterizedTest
    @CsvSource({
        "DRAFT,  0, DRAFT,  already-in-state",
        "DRAFT,  0, ACTIVE, ACTIVE",
        "DRAFT,  0, CLOSED, CLOSED",
        "ACTIVE, 0, DRAFT,  DRAFT",
        "ACTIVE, 1, DRAFT,  in-use",
        "ACTIVE, 0, ACTIVE, already-in-state",
        "ACTIVE, 0, CLOSED, CLOSED",
        "ACTIVE, 1, CLOSED, CLOSED",
        "CLOSED, 0, DRAFT,  not-allowed-in-state",
        "CLOSED, 1, DRAFT,  not-allowed-in-state",
        "CLOSED, 0, ACTIVE, not-allowed-in-state",
        "CLOSED, 1, ACTIVE, not-allowed-in-state",
        "CLOSED, 0, CLOSED, already-in-state",
    })
    void keepsTheTable(ListingStatus from, int reserved, ListingStatus to, String outcome) {
        Listing listing = standing(from, reserved);

        assertThat(outcomeOf(listing, to)).isEqualTo(outcome);
        assertThat(listing.reserved()).isEqualTo(reserved);
    }

    private static String outcomeOf(Listing listing, ListingStatus to) {
        try {
            switch (to) {
                case DRAFT -> listing.hide(NOW);
                case ACTIVE -> listing.publish(true, NOW);
                case CLOSED -> listing.close(SELLER, NOW);
            }
            return listing.status().name();
        } catch (Rejection refusal) {
            return refusal.code();
        }
    }

    @Test
    void namesEverythingThatIsMissing() {
        Listing blank = new Listing(ListingForm.blank(), SELLER, NOW);

        Rejection refusal = catchThrowableOfType(Rejection.class, () -> blank.publish(false, NOW));

        assertThat(refusal.code()).isEqualTo("listing-incomplete");
        assertThat(refusal.faults())
                .extracting(Fault::pointer)
                .containsExactly("/title", "/unitPriceMinor", "/weightG", "/shipFrom", "/quantity", "/sellerId");
        assertThat(blank.status()).isEqualTo(ListingStatus.DRAFT);
    }

    @Test
    void countsEachChangeAndNoOther() {
        Listing listing = standing(ListingStatus.ACTIVE, 0);
        long before = listing.version();

        assertThat(listing.edit(listing.form(), NOW)).isFalse();
        assertThat(listing.version()).isEqualTo(before);
        assertThat(listing.edit(form(7), NOW)).isTrue();
        assertThat(listing.version()).isEqualTo(before + 1);
    }

    @Test
    void keepsWhatIsReserved() {
        Listing listing = standing(ListingStatus.ACTIVE, 2);

        assertThatThrownBy(() -> listing.edit(form(1), NOW)).hasMessageContaining("2 pieces");
        assertThat(listing.edit(form(2), NOW)).isTrue();
        assertThat(listing.available()).isZero();
        assertThatThrownBy(() -> listing.hold(1, NOW)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> listing.release(3, NOW)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> listing.ship(3, NOW)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void staysCompleteWhileItIsActive() {
        Listing listing = standing(ListingStatus.ACTIVE, 0);

        assertThatThrownBy(() -> listing.edit(ListingForm.blank(), NOW)).isInstanceOf(ListingIncomplete.class);
        assertThat(listing.form()).isEqualTo(form(5));
        assertThatCode(() -> listing.edit(form(0), NOW)).doesNotThrowAnyException();
        assertThat(listing.isSoldOut()).isTrue();
    }

    @Test
    void isSoldOutWithTheLastPieceThatIsShipped() {
        Listing listing = standing(ListingStatus.ACTIVE, 5);

        listing.ship(3, NOW);
        assertThat(listing.isSoldOut()).isFalse();
        assertThat(listing.quantity()).isEqualTo(2);
        assertThat(listing.reserved()).isEqualTo(2);
        listing.ship(2, NOW);

        assertThat(listing.isSoldOut()).isTrue();
    }

    @Test
    void goesOnWithWhatIsHeldAfterItWasClosed() {
        Listing listing = standing(ListingStatus.CLOSED, 3);

        listing.release(1, NOW);
        listing.ship(2, NOW);

        assertThat(listing.reserved()).isZero();
        assertThat(listing.quantity()).isEqualTo(3);
        assertThat(listing.status()).isEqualTo(ListingStatus.CLOSED);
        assertThatThrownBy(() -> listing.hold(1, NOW)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void forgetsWhereItsSellerLived() {
        Listing open = standing(ListingStatus.ACTIVE, 1);
        Listing closed = standing(ListingStatus.CLOSED, 0);
        Listing blank = new Listing(ListingForm.blank(), SELLER, NOW);
        blank.close(SELLER, NOW);

        assertThat(open.loseSeller(NOW)).contains("close-listing");
        assertThat(closed.loseSeller(NOW)).contains("forget-address");
        assertThat(blank.loseSeller(NOW)).isEmpty();

        assertThat(open.status()).isEqualTo(ListingStatus.CLOSED);
        assertThat(List.of(Optional.ofNullable(open.shipFrom()), Optional.ofNullable(closed.shipFrom())))
                .containsOnly(Optional.of(new ShipFrom("-", "-", "-", "-", "HU", null)));
        assertThat(open.loseSeller(NOW)).as("once more").isEmpty();
    }

    /** INV-13, whatever comes in which order; what was refused has changed nothing. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 5, 8, 13, 21, 34, 55, 89})
    void neverPromisesMoreThanThereIs(long start) {
        Random chance = new Random(start);
        Listing listing = standing(ListingStatus.ACTIVE, 0);

        for (int step = 0; step < 500; step++) {
            String before = figures(listing);
            try {
                change(listing, chance.nextInt(6), chance.nextInt(6));
            } catch (Rejection | IllegalStateException ignored) {
                assertThat(figures(listing)).isEqualTo(before);
            }

            assertThat(listing.reserved()).as("start %d", start).isBetween(0, listing.quantity());
            assertThat(listing.status() == ListingStatus.DRAFT && listing.reserved() > 0)
                    .isFalse();
        }
    }

    private static void change(Listing listing, int kind, int pieces) {
        switch (kind) {
            case 0 -> listing.hold(pieces, NOW);
            case 1 -> listing.release(pieces, NOW);
            case 2 -> listing.ship(pieces, NOW);
            case 3 -> listing.edit(form(pieces), NOW);
            case 4 -> listing.hide(NOW);
            default -> listing.publish(true, NOW);
        }
    }

    private static String figures(Listing listing) {
        return "%s %d/%d %d".formatted(listing.status(), listing.reserved(), listing.quantity(), listing.version());
    }

    private static Listing standing(ListingStatus status, int reserved) {
        Listing listing = new Listing(form(5), SELLER, NOW);
        if (status != ListingStatus.DRAFT) {
            listing.publish(true, NOW);
        }
        if (reserved > 0) {
            listing.hold(reserved, NOW);
        }
        if (status == ListingStatus.CLOSED) {
            listing.close(SELLER, NOW);
        }
        return listing;
    }

    private static ListingForm form(int pieces) {
        return new ListingForm("Cup", null, null, "Blue.", 1845L, pieces, 320, null, HOME, List.of(1L, 2L));
    }
}
