package kontor.reporting.books;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import kontor.platform.security.KnownMember;
import kontor.reporting.figure.Reading;
import kontor.reporting.figure.Row;
import kontor.reporting.figure.Sum;
import kontor.reporting.ledger.Transfers;
import kontor.reporting.newest.States;
import org.jspecify.annotations.Nullable;

/** Members' credit, each with the newest name and rank. */
final class Credits {

    private static final String FORMER = "former members";

    private Credits() {}

    /** Sums of a group of members. */
    record Group(long members, long owed, long debts) {

        static final Group NONE = new Group(0, 0, 0);

        Group plus(long credit) {
            return new Group(
                    members + 1, Math.addExact(owed, Math.max(0, credit)), Math.addExact(debts, Math.max(0, -credit)));
        }

        Row row(Row head) {
            return head.with("members", members).with("owedMinor", owed).with("debtsMinor", debts);
        }
    }

    /** By member; those who are anonymised are one row. */
    static List<Row> byMember(Reading reading) {
        Map<String, KnownMember> members = reading.newest(States.MEMBERS);
        List<Row> rows = new ArrayList<>();
        long former = 0;
        for (Sum sum : reading.sums(Transfers.BALANCES, "MEMBER")) {
            @Nullable KnownMember member = members.get(sum.key("owner"));
            if (member == null || member.status().equals("ANONYMISED")) {
                former = Math.addExact(former, sum.value());
            } else {
                rows.add(Row.of()
                        .with("memberId", sum.key("owner"))
                        .with("name", member.displayName())
                        .with("creditMinor", sum.value()));
            }
        }
        if (former != 0) {
            rows.add(Row.of().with("memberId", "").with("name", FORMER).with("creditMinor", former));
        }
        return rows;
    }

    static List<Row> byRank(Reading reading) {
        Map<String, KnownMember> members = reading.newest(States.MEMBERS);
        Map<String, Group> ranks = new TreeMap<>();
        for (Sum sum : reading.sums(Transfers.BALANCES, "MEMBER")) {
            @Nullable KnownMember member = members.get(sum.key("owner"));
            String rank = member == null ? "" : Objects.requireNonNullElse(member.rankName(), "");
            ranks.put(rank, ranks.getOrDefault(rank, Group.NONE).plus(sum.value()));
        }
        return ranks.entrySet().stream()
                .map(rank -> rank.getValue().row(Row.of().with("rank", rank.getKey())))
                .toList();
    }

    static List<Row> total(Reading reading) {
        Group all = Group.NONE;
        for (Sum sum : reading.sums(Transfers.BALANCES, "MEMBER")) {
            all = all.plus(sum.value());
        }
        return List.of(all.row(Row.of()));
    }
}
