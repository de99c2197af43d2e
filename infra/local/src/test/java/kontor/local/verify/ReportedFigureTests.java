package kontor.local.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import kontor.local.stack.Folders;
import kontor.local.stack.Ports;
import kontor.local.stack.Secrets;
import kontor.local.stack.Texts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

class ReportedFigureTests {

    private static final String TEXT = """
            -- R-3: glasses.
            -- table: glasses
            -- key: day, bar
            -- value: glasses, litres
            -- control: bar
            select day at time zone '{zone}', 1
            """;

    @TempDir
    private Path folder;

    @Test
    void readsWhatIsComparedWithWhat() {
        ReportedFigure figure = ReportedFigure.of(TEXT, reader());

        assertThat(figure.statement()).isEqualTo("R-3: glasses.");
        assertThat(figure.place()).isEqualTo("bar, reporting");
        assertThat(figure.key()).containsExactly("day", "bar");
        assertThat(figure.sql()).isEqualTo("select day at time zone 'UTC', 1\n");
        assertThatThrownBy(() -> ReportedFigure.of(TEXT.replace("-- key", "-- keys"), reader()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void addsUpRowsThatTheServiceDoesNotTellApart() {
        ReportedFigure figure = ReportedFigure.of(TEXT, reader());

        assertThat(figure.added(JsonMapper.shared().readTree("""
                        [{"day":"d","bar":"x","colour":"red","glasses":1,"litres":2},
                         {"day":"d","bar":"x","colour":"white","glasses":3,"litres":-4},
                         {"day":"d","bar":"y","colour":"red","glasses":5,"litres":6}]
                        """)))
                .containsExactlyInAnyOrderEntriesOf(Map.of("d|x", "4|-2", "d|y", "5|6"));
    }

    @Test
    void canReadAllFiguresOfTheShop() {
        assertThat(Texts.in(Path.of("src/main/resources/figures"), ".sql"))
                .isNotEmpty()
                .allSatisfy(text -> ReportedFigure.of(text, reader()));
    }

    @Test
    void isNotAskedWhereReportingWasNotStarted() {
        assertThat(reader().isWanted()).isFalse();
    }

    @Test
    void isNotPassedOverWhereReportingHasDied() throws IOException {
        Files.createDirectories(folder.resolve("run"));
        Files.writeString(folder.resolve("run/reporting.pid"), """
                pid=1
                started=2026-01-01T00:00:00Z
                state=READY
                since=2026-01-01T00:00:00Z
                url=http://localhost:1
                wave=1
                signal=TERM
                limit=PT1S
                """);

        assertThat(reader().isWanted()).isTrue();
    }

    private FigureReader reader() {
        Folders folders = new Folders(folder, folder, folder);
        return new FigureReader(folders, Ports.from(Map.of()), Secrets.of(folders));
    }
}
