package kontor.importer.fact;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import kontor.importer.community.CommunityFile;
import kontor.importer.community.GeneratedCommunity;
import kontor.importer.community.SmallCommunity;
import kontor.importer.reading.CommunityReader;
import kontor.importer.source.Community;
import kontor.importer.source.Shelf;
import kontor.importer.source.Table;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FactStreamTests {

    private static final Instant NOW = Instant.parse("2100-01-01T00:00:00Z");

    @TempDir
    private Path folder;

    @Test
    void tellsEverythingInTheOrderOfTime() {
        List<Fact> facts = FactStream.of(read(SmallCommunity.write(folder.resolve("shop.db"))));

        assertThat(facts).extracting(Fact::at).isSorted();
        assertThat(facts).hasSize(19);
        assertThat(facts)
                .filteredOn(fact -> fact.table() == Table.PURCHASE_REVOKES)
                .singleElement()
                .isInstanceOfSatisfying(
                        Fact.Switched.class,
                        change -> assertThat(change.actorId()).isEqualTo(2));
    }

    @Test
    void letsAThingComeBeforeItsSwitchesWhateverItsDate() {
        assertThat(order("""
                update replenishmentcollections set timestamp = '2020-05-01 00:00:00.000000' where id = 2
                """, Table.REPLENISHMENT_COLLECTIONS, 2, 3))
                .containsExactly(
                        "replenishmentcollections 2", "replenishmentrevoke 2", "replenishmentcollectionrevoke 1");
    }

    @Test
    void revokesTheWholeAfterItsLastLineAndAppliesItBeforeItsFirst() {
        assertThat(order("""
                insert into replenishmentrevoke values (3, '2020-03-13 10:00:00', 0, 1, 3),
                    (4, '2020-03-13 10:00:00', 1, 1, 3);
                insert into replenishmentcollectionrevoke values (2, '2020-03-13 10:00:00', 0, 1, 2),
                    (3, '2020-03-13 10:00:00', 1, 1, 2)
                """, Table.REPLENISHMENT_COLLECTIONS, 2, 3))
                .containsExactly(
                        "replenishmentcollections 2",
                        "replenishmentrevoke 2",
                        "replenishmentcollectionrevoke 1",
                        "replenishmentcollectionrevoke 2",
                        "replenishmentrevoke 3",
                        "replenishmentrevoke 4",
                        "replenishmentcollectionrevoke 3");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void endsWithTheCreditsOfTheSource(long start) {
        Community community = read(GeneratedCommunity.write(folder.resolve("shop.db"), start, 50, 1_000));
        Ledger ledger = new Ledger();

        FactStream.of(community).forEach(ledger::apply);

        Map<Long, Long> expected = new HashMap<>();
        Set<Long> live = new HashSet<>();
        Map<Long, Long> sellers = new HashMap<>();
        Shelf shelf = community.shelf();
        shelf.deposits().stream()
                .filter(row -> !row.revoked())
                .forEach(row -> expected.merge(row.userId(), row.amountMinor(), Long::sum));
        shelf.purchases().stream()
                .filter(row -> !row.revoked())
                .forEach(row -> expected.merge(row.userId(), -row.amount() * row.unitPriceMinor(), Long::sum));
        shelf.collections().forEach(row -> sellers.put(row.id(), row.sellerId()));
        shelf.collections().stream().filter(row -> !row.revoked()).forEach(row -> live.add(row.id()));
        shelf.lines().stream()
                .filter(row -> !row.revoked() && live.contains(row.collectionId()))
                .forEach(row ->
                        expected.merge(sellers.getOrDefault(row.collectionId(), 0L), row.totalPriceMinor(), Long::sum));
        expected.forEach((user, credit) ->
                assertThat(ledger.credits().get(user)).as("user %d", user).isEqualTo(credit));
    }

    private List<String> order(String change, Table table, long thing, long line) {
        Path file = SmallCommunity.write(folder.resolve("shop.db"));
        try (CommunityFile changed = CommunityFile.open(file)) {
            for (String statement : change.split(";\n", -1)) {
                changed.execute(statement);
            }
        }
        return FactStream.of(read(file)).stream()
                .filter(fact -> fact.table() == table
                        ? fact.id() == thing
                        : fact instanceof Fact.Switched(Shelf.Switch row, long actor)
                                && ((row.table() == Table.COLLECTION_REVOKES && row.thingId() == thing)
                                        || (row.table() == Table.REPLENISHMENT_REVOKES && row.thingId() == line)))
                .map(fact -> fact.table().title() + " " + fact.id())
                .toList();
    }

    private static Community read(Path file) {
        return CommunityReader.read(file, NOW);
    }
}
