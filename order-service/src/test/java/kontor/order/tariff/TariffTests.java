package kontor.order.tariff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import kontor.order.offer.Packaging;
import kontor.platform.rejection.WrongOrder;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TariffTests {

    private static final Instant NOW = Instant.parse("2026-06-01T12:00:00Z");
    private static final Duration DAY = Duration.ofDays(1);

    /** From Hungary to Hungary and Austria, up to 10 kg and 600 x 400 x 200 mm. */
    private static final Tariff.Reach REACH =
            new Tariff.Reach("Magyar Posta", "Parcel M", "HU", List.of("HU", "AT"), 10_000, 600, 400, 200, true);

    private static Tariff valid(Instant from, @Nullable Instant to) {
        return new Tariff(REACH, 540, from, to, true);
    }

    private static Parcel parcel(String from, String to, long weight, int length, int width, int height) {
        return new Parcel(from, to, weight, new Packaging(3, length, width, height, 210, true));
    }

    @ParameterizedTest
    @CsvSource({
        "HU, HU, 10000, 600, 400, 200, true",
        "HU, AT, 1, 1, 1, 1, true",
        "AT, HU, 1, 1, 1, 1, false",
        "HU, DE, 1, 1, 1, 1, false",
        "HU, AT, 10001, 1, 1, 1, false",
        "HU, AT, 99999999999, 1, 1, 1, false",
        "HU, AT, 1, 601, 400, 200, false",
        "HU, AT, 1, 600, 401, 200, false",
        "HU, AT, 1, 600, 400, 201, false",
        "HU, AT, 1, 200, 600, 400, true",
        "HU, AT, 1, 400, 200, 600, true",
        "HU, AT, 1, 201, 201, 201, false",
        "HU, AT, 1, 200, 400, 601, false",
        "HU, AT, 1, 590, 590, 1, false",
    })
    void takesParcelsOfItsCountriesWeightAndSizes(
            String from, String to, long weight, int length, int width, int height, boolean fits) {
        assertThat(valid(NOW, null).fits(parcel(from, to, weight, length, width, height), NOW))
                .isEqualTo(fits);
    }

    /** The order in which the sizes of a tariff were written does not count either. */
    @Test
    void comparesSizesByLength() {
        Tariff.Reach turned = new Tariff.Reach("Carrier", "Name", "HU", List.of("HU"), 10_000, 200, 600, 400, false);
        Tariff tariff = new Tariff(turned, 540, NOW, null, true);

        assertThat(tariff.fits(parcel("HU", "HU", 1, 600, 400, 200), NOW)).isTrue();
        assertThat(tariff.fits(parcel("HU", "HU", 1, 601, 1, 1), NOW)).isFalse();
    }

    @Test
    void holdsFromItsStartToItsEnd() {
        Parcel parcel = parcel("HU", "AT", 1, 1, 1, 1);
        Tariff tariff = valid(NOW, NOW.plus(DAY));

        assertThat(tariff.fits(parcel, NOW)).isTrue();
        assertThat(tariff.fits(parcel, NOW.minusNanos(1_000))).isFalse();
        assertThat(tariff.fits(parcel, NOW.plus(DAY).minusNanos(1_000))).isTrue();
        assertThat(tariff.fits(parcel, NOW.plus(DAY))).isFalse();
        assertThat(new Tariff(REACH, 540, NOW, null, false).fits(parcel, NOW)).isFalse();
    }

    @Test
    void endsAfterItBegins() {
        assertThatThrownBy(() -> valid(NOW, NOW)).isInstanceOf(WrongOrder.class);
        assertThatThrownBy(() -> valid(NOW, NOW.minus(DAY))).isInstanceOf(WrongOrder.class);
    }

    @Test
    void retiresNow() {
        assertThat(valid(NOW.minus(DAY), null).retired(NOW)).isEqualTo(ended(NOW.minus(DAY), NOW));
        assertThat(valid(NOW.minus(DAY), NOW.plus(DAY)).retired(NOW)).isEqualTo(ended(NOW.minus(DAY), NOW));
    }

    @Test
    void keepsTheTimesOfWhatHasNotBegunOrHasEnded() {
        assertThat(valid(NOW.plus(DAY), null).retired(NOW)).isEqualTo(ended(NOW.plus(DAY), null));
        assertThat(valid(NOW.minus(DAY), NOW).retired(NOW)).isEqualTo(ended(NOW.minus(DAY), NOW));
        assertThat(valid(NOW, null).retired(NOW)).isEqualTo(ended(NOW, null));
    }

    @Test
    void isFollowedFromNowOrFromWhenItWouldHaveBegun() {
        Tariff running = valid(NOW.minus(DAY), null);
        Tariff coming = valid(NOW.plus(DAY), null);

        assertThat(running.followedBy(priced(running, 590), NOW)).isEqualTo(new Tariff(REACH, 590, NOW, null, true));
        assertThat(coming.followedBy(priced(coming, 590), NOW))
                .isEqualTo(new Tariff(REACH, 590, NOW.plus(DAY), null, true));
    }

    /** What has ended cannot be followed without another end. */
    @Test
    void isNotFollowedByWhatHasEnded() {
        Tariff over = valid(NOW.minus(DAY), NOW);

        assertThatThrownBy(() -> over.followedBy(priced(over, 590), NOW)).isInstanceOf(WrongOrder.class);
    }

    private static Tariff priced(Tariff tariff, long priceMinor) {
        return new Tariff(tariff.reach(), priceMinor, tariff.validFrom(), tariff.validTo(), tariff.active());
    }

    private static Tariff ended(Instant from, @Nullable Instant to) {
        return new Tariff(REACH, 540, from, to, false);
    }
}
