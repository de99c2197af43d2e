package kontor.importer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import kontor.importer.ImportOptions.Kind;
import kontor.local.stack.Trouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ImportOptionsTests {

    @Test
    void takesWhatItIsTold() {
        List<String> arguments =
                List.of("community", "--pictures", "uploads", "shop.db", "--dry-run", "--log-ins", "new.csv");

        assertThat(ImportOptions.parse(arguments))
                .isEqualTo(new ImportOptions(
                        Kind.COMMUNITY,
                        Path.of("shop.db"),
                        true,
                        Optional.of(Path.of("uploads")),
                        Optional.of(Path.of("new.csv"))));
    }

    @Test
    void takesAFolder() {
        assertThat(ImportOptions.parse(List.of("retail", "--dry-run", "data")))
                .isEqualTo(new ImportOptions(Kind.RETAIL, Path.of("data"), true, Optional.empty(), Optional.empty()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "market shop.db",
                "retail",
                "retail folder other",
                "retail folder --pictures uploads",
                "retail folder --log-ins new.csv",
                "community",
                "community a.db b.db",
                "community --fast a.db",
                "community a.db --pictures"
            })
    void refusesWhatItDoesNotUnderstand(String arguments) {
        assertThatThrownBy(() -> ImportOptions.parse(List.of(arguments.split(" "))))
                .isInstanceOf(Trouble.class)
                .hasMessageContaining(ImportOptions.USAGE);
    }
}
