package kontor.importer.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import kontor.importer.community.CommunityFile;
import kontor.importer.community.SmallCommunity;
import kontor.importer.source.Community;
import kontor.importer.source.People;
import kontor.importer.source.Table;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CommunityReaderTests {

    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

    @TempDir
    private Path folder;

    @Test
    void readsEveryTable() {
        Community community = CommunityReader.read(SmallCommunity.write(folder.resolve("shop.db")), NOW);

        assertThat(Table.values())
                .allSatisfy(table -> assertThat(community.read(table)).isPositive());
        assertThat(community.people().users())
                .contains(new People.User(
                        4, Instant.parse("2020-01-04T09:00:00.25Z"), "Dana", "Weiss", true, false, null));
        assertThat(community.goods().products().getLast().barcode()).isNull();
        assertThat(community.notes()).isEmpty();
    }

    @Test
    void neverChangesTheFile() throws IOException {
        Path file = SmallCommunity.write(folder.resolve("shop 100%?#.db"));
        byte[] before = Files.readAllBytes(file);

        CommunityReader.read(file, NOW);

        assertThat(Files.readAllBytes(file)).isEqualTo(before);
        assertThat(folder.toFile().list()).containsExactly("shop 100%?#.db");
    }

    @Test
    void saysWhichTablesOfOldAreLeftAside() {
        Path file = SmallCommunity.write(
                folder.resolve("shop.db"),
                schema -> schema + "; create table refunds (id integer); insert into refunds values (1), (2);"
                        + "create table payoffs (id integer)");

        assertThat(CommunityReader.read(file, NOW).notes())
                .singleElement()
                .asString()
                .startsWith("The table refunds with 2 rows is left aside");
    }

    @Test
    void refusesWhatIsNoDatabase() throws IOException {
        Path text = Files.writeString(folder.resolve("shop.db"), "id;name\n1;Mate\n");
        Path empty = Files.createFile(folder.resolve("empty.db"));

        assertThat(refusal(text)).endsWith("is not an SQLite database.");
        assertThat(refusal(empty)).endsWith("is not an SQLite database.");
        assertThat(refusal(folder)).endsWith("is no file that can be read.");
        assertThat(refusal(folder.resolve("none.db"))).endsWith("is no file that can be read.");
    }

    @Test
    void refusesAFileThatIsCutOffOrDamaged() throws IOException {
        byte[] whole = Files.readAllBytes(SmallCommunity.write(folder.resolve("shop.db")));
        Path head = Files.write(folder.resolve("head.db"), Arrays.copyOf(whole, 40));
        Path half = Files.write(folder.resolve("half.db"), Arrays.copyOf(whole, whole.length / 2));
        Arrays.fill(whole, whole.length / 2, whole.length / 2 + 9_000, (byte) 0x5a);
        Path spoiled = Files.write(folder.resolve("spoiled.db"), whole);

        assertThat(refusal(head)).contains("damaged");
        assertThat(refusal(half)).contains("damaged");
        assertThat(refusal(spoiled)).contains("damaged");
    }

    @Test
    void refusesAFileThatIsStillInUse() throws IOException {
        Path file = SmallCommunity.write(folder.resolve("shop.db"));
        Files.write(folder.resolve("shop.db-wal"), "frames".getBytes(StandardCharsets.UTF_8));

        assertThat(refusal(file)).contains("is in use or was not closed (shop.db-wal lies beside it)");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            'admin_id integer references users (id),' | '' | purchases has no column admin_id; upgrade it
            'seller_id integer not null references users (id),' | '' | replenishmentcollections has no column seller_id
            ', is_for_sale boolean not null default 1' | '' | tags has no column is_for_sale; upgrade it
            'table replenishmentrevoke' | 'table other' | the table replenishmentrevoke is missing; upgrade it
            'create table users' | 'create table persons' | the table users is missing; upgrade it
            """)
    void refusesAnOlderSchemaAndNamesWhatIsMissing(String part, String instead, String sentence) {
        Path file = folder.resolve("shop.db");
        CommunityFile.create(file, schema -> schema.replace(part, instead)).close();

        assertThat(refusal(file)).contains(sentence).contains("alembic upgrade head");
    }

    @Test
    void refusesADatabaseOfSomethingElse() {
        Path file = folder.resolve("shop.db");
        CommunityFile.create(file, schema -> "create table notes (id integer)").close();

        assertThat(refusal(file)).contains("not one of shop-db2");
    }

    @Test
    void refusesAViewInThePlaceOfATable() {
        Path file = folder.resolve("shop.db");
        SmallCommunity.write(file);
        try (CommunityFile changed = CommunityFile.open(file)) {
            changed.execute("alter table deposits rename to kept");
            changed.execute("create view deposits as select * from kept");
        }

        assertThat(refusal(file))
                .isEqualTo("The database is not one of shop-db2: deposits is a view there, not a table.");
    }

    private String refusal(Path file) {
        Refused refused = catchThrowableOfType(Refused.class, () -> CommunityReader.read(file, NOW));
        assertThat(refused).as("refused").isNotNull();
        return String.valueOf(refused.getMessage());
    }
}
