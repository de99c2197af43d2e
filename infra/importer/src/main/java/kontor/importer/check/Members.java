package kontor.importer.check;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import kontor.importer.reading.Findings;
import kontor.importer.source.Community;
import kontor.importer.source.People;
import kontor.importer.source.Shelf;
import kontor.importer.source.Table;

/** Who is verified, once and with a rank; and only a verified user has a rank, buys, pays in or sells. */
final class Members {

    private final Findings findings;
    private final Map<Long, Long> verifications = new HashMap<>();

    private Members(Findings findings) {
        this.findings = findings;
    }

    static void check(Community community, Findings findings) {
        Members members = new Members(findings);
        members.verifications(community.people());
        members.rights(community.people());
        members.shelf(community.shelf());
    }

    private void verifications(People people) {
        for (People.Verification row : people.verifications()) {
            Long other = verifications.putIfAbsent(row.userId(), row.id());
            if (other != null) {
                findings.add(
                        Table.USER_VERIFICATIONS,
                        row.id(),
                        "user %d was verified before in row %d".formatted(row.userId(), other));
            }
        }
        for (People.User user : people.users()) {
            if (user.verified() != verifications.containsKey(user.id())) {
                findings.add(
                        Table.USERS,
                        user.id(),
                        user.verified()
                                ? "it is verified, but userverifications has no row for it"
                                : "it is not verified, but userverifications has a row for it");
            }
        }
    }

    private void rights(People people) {
        Set<Long> ranked = new HashSet<>();
        for (People.RankUpdate row : people.rankUpdates()) {
            ranked.add(row.userId());
            require(row.userId(), Table.RANK_UPDATES, row.id());
        }
        for (People.User user : people.users()) {
            if (user.verified() && !ranked.contains(user.id())) {
                findings.add(Table.USERS, user.id(), "it is verified, but rankupdates gives it no rank");
            }
        }
    }

    private void shelf(Shelf shelf) {
        shelf.deposits().forEach(row -> require(row.userId(), Table.DEPOSITS, row.id()));
        shelf.purchases().forEach(row -> require(row.userId(), Table.PURCHASES, row.id()));
        shelf.collections().forEach(row -> require(row.sellerId(), Table.REPLENISHMENT_COLLECTIONS, row.id()));
    }

    private void require(long user, Table table, long row) {
        if (!verifications.containsKey(user)) {
            findings.add(table, row, "user %d is not verified".formatted(user));
        }
    }
}
