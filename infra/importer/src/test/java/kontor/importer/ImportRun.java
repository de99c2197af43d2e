package kontor.importer;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import kontor.importer.calls.Progress;
import kontor.importer.shop.FakeShop;

/** The command as a test calls it: against a shop in memory, and what it said. */
record ImportRun(FakeShop shop, List<String> said) {

    private static final Instant NOW = Instant.parse("2100-01-01T00:00:00Z");

    boolean of(Path file, String... more) {
        List<String> arguments = new ArrayList<>(List.of("community", file.toString()));
        arguments.addAll(List.of(more));
        Progress progress = new Progress() {
            @Override
            public void begin(String what, int rows) {}

            @Override
            public void done(int rows) {}

            @Override
            public void say(String line) {
                said.add(line);
            }
        };
        ImportOptions options = ImportOptions.parse(arguments);
        return new CommunityImport(options, shop.client(), progress, shop.pauses()::add).run(NOW);
    }
}
