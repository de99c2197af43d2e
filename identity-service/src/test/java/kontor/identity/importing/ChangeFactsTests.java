package kontor.identity.importing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import kontor.identity.admin.MemberAdminChanged;
import kontor.identity.importing.ChangeRow.Kind;
import kontor.identity.importing.ImportEvents.Fact;
import kontor.identity.rank.RankBook.Held;
import kontor.identity.rank.RankTerms;
import kontor.identity.verification.MemberRankChanged;
import kontor.identity.verification.MemberVerified;
import org.assertj.core.api.ThrowingConsumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ChangeFactsTests {

    private static final UUID MARY = new UUID(0, 1);
    private static final UUID NOAH = new UUID(0, 2);
    private static final Instant NINE = Instant.parse("2019-03-01T09:00:00Z");
    private static final Map<Long, Held> RANKS = Map.of(
            1L, new Held(1, new RankTerms("Member", -2000L, false, true)),
            2L, new Held(2, new RankTerms("Alumni", null, false, false)));

    @Test
    void tellsTheRankOfTheSameInstantWithTheVerification() {
        List<Fact> facts = facts(rank(MARY, NINE, 2), verification(MARY, NINE), rank(MARY, NINE.plusSeconds(1), 1));

        assertThat(facts).extracting(Fact::event).satisfiesExactly(verifiedWith(2), rankedWith(1));
    }

    @Test
    void verifiesWithTheRankInForce() {
        List<Fact> facts = facts(
                rank(MARY, NINE.minusSeconds(2), 1),
                rank(MARY, NINE.minusSeconds(1), 2),
                verification(MARY, NINE),
                rank(MARY, NINE.plusSeconds(1), 1));

        assertThat(facts)
                .extracting(Fact::event)
                .satisfiesExactly(rankedWith(1), rankedWith(2), verifiedWith(2), rankedWith(1));
    }

    @Test
    void verifiesWithTheFirstRankIfThereWasNoneBefore() {
        List<Fact> facts = facts(verification(MARY, NINE), rank(MARY, NINE.plusMillis(5), 2), rank(NOAH, NINE, 1));

        assertThat(facts).extracting(Fact::event).satisfiesExactly(verifiedWith(2), rankedWith(2), rankedWith(1));
    }

    @Test
    void takesTheLaterRowOfOneInstant() {
        List<Fact> facts = facts(rank(MARY, NINE, 1), rank(MARY, NINE, 2), verification(MARY, NINE));

        assertThat(facts).extracting(Fact::event).satisfiesExactly(rankedWith(1), verifiedWith(2));
    }

    @Test
    void namesWhoDidIt() {
        ChangeRow flag = new ChangeRow(Kind.ADMIN, "7", MARY, NINE, NOAH, null, true);

        assertThat(facts(flag)).containsExactly(new Fact(MARY, NINE, new MemberAdminChanged(MARY, true, NOAH, NINE)));
    }

    private static List<Fact> facts(ChangeRow... rows) {
        return ChangeFacts.of(List.of(rows), RANKS);
    }

    private static ChangeRow verification(UUID member, Instant at) {
        return row(Kind.VERIFICATION, member, at, null);
    }

    private static ChangeRow rank(UUID member, Instant at, long rankId) {
        return row(Kind.RANK, member, at, rankId);
    }

    private static ChangeRow row(Kind kind, UUID member, Instant at, @Nullable Long rankId) {
        return new ChangeRow(kind, kind + "-" + at + rankId, member, at, NOAH, rankId, null);
    }

    private static ThrowingConsumer<Object> verifiedWith(long rankId) {
        return event -> assertThat(((MemberVerified) event).rankId()).isEqualTo(rankId);
    }

    private static ThrowingConsumer<Object> rankedWith(long rankId) {
        return event -> assertThat(((MemberRankChanged) event).rankId()).isEqualTo(rankId);
    }
}
