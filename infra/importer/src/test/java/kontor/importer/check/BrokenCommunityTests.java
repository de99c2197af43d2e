package kontor.importer.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Path;
import java.time.Instant;
import kontor.importer.community.CommunityFile;
import kontor.importer.community.SmallCommunity;
import kontor.importer.reading.CommunityReader;
import kontor.importer.reading.Refused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

class BrokenCommunityTests {

    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

    @TempDir
    private Path folder;

    @Test
    void findsNothingInAGoodOne() {
        Path file = SmallCommunity.write(folder.resolve("shop.db"));

        assertThat(Inspection.inspect(CommunityReader.read(file, NOW))).isNotEmpty();
    }

    @ParameterizedTest
    @CsvFileSource(resources = "/broken-communities.csv", delimiter = '|', numLinesToSkip = 1)
    void namesTableAndRow(String change, String sentence) {
        // Such rows come from other programs, and from tables that were less strict.
        Path file = SmallCommunity.write(folder.resolve("shop.db"), BrokenCommunityTests::lax);
        try (CommunityFile changed = CommunityFile.open(file)) {
            changed.execute(change);
        }

        assertThat(refusal(file).getMessage()).isEqualTo(sentence);
    }

    @Test
    void namesTwentyOfMany() {
        Path file = SmallCommunity.write(folder.resolve("shop.db"));
        try (CommunityFile changed = CommunityFile.open(file)) {
            for (int i = 0; i < 30; i++) {
                changed.execute("insert into deposits values (null, '2020-01-06 09:00:00', 2, 1, 0, 'cash', 0)");
            }
        }

        Refused refused = refusal(file);
        assertThat(refused).hasMessage("deposits row 4: amount is 0.");
        assertThat(refused.further())
                .hasSize(20)
                .contains("deposits row 23: amount is 0")
                .endsWith("and 10 more");
    }

    @Test
    void namesTheRowThatBreaksARuleOfItsTable() {
        Path file = SmallCommunity.write(folder.resolve("shop.db"), BrokenCommunityTests::lax);
        try (CommunityFile changed = CommunityFile.open(file)) {
            changed.execute("update users set lastname = null where id = 2");
            changed.execute("pragma writable_schema = on");
            changed.execute("update sqlite_schema set sql = replace(sql, 'lastname varchar(32)', "
                    + "'lastname varchar(32) not null') where name = 'users'");
        }

        assertThat(refusal(file)).hasMessage("users row 2: lastname is missing.");
    }

    private static String lax(String schema) {
        return schema.replace("not null unique", "").replace(" unique", "").replace(" not null", "");
    }

    private static Refused refusal(Path file) {
        Refused refused =
                catchThrowableOfType(Refused.class, () -> Inspection.inspect(CommunityReader.read(file, NOW)));
        assertThat(refused).as("refused").isNotNull();
        return refused;
    }
}
