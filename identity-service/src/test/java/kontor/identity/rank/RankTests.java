package kontor.identity.rank;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RankTests {

    private static final Instant NOW = Instant.parse("2026-05-03T09:00:00Z");
    private static final RankTerms GUEST = new RankTerms("Guest", -500L, false, true);

    @Test
    void takesOverWhatDiffers() {
        Rank rank = new Rank(GUEST, NOW);

        assertThat(rank.edit(GUEST, NOW)).isFalse();
        assertThat(rank.version()).isEqualTo(1);
    }

    /** Negative, zero, positive or none (I-10). */
    @ParameterizedTest
    @CsvSource({
        "Guest, -9999999999, false, true",
        "Guest, 0, false, true",
        "Guest, 5, true, true",
        "Guest, , false, false"
    })
    void mayHaveAnyLimitOrNone(String name, Long limit, boolean systemUser, boolean active) {
        Rank rank = new Rank(GUEST, NOW);
        RankTerms wanted = new RankTerms(name, limit, systemUser, active);

        assertThat(rank.edit(wanted, NOW)).isTrue();

        assertThat(rank.terms()).isEqualTo(wanted);
        assertThat(rank.version()).isEqualTo(2);
    }
}
