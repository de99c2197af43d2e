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
        return new CommunityImport(options("community", file, more), shop.client(), progress(), shop.pauses()::add)
                .run(NOW);
    }

    boolean ofRetail(Path folder, String... more) {
        return new RetailImport(options("retail", folder, more), shop.client(), progress(), shop.pauses()::add)
                .run(NOW);
    }

    private static ImportOptions options(String kind, Path source, String... more) {
        List<String> arguments = new ArrayList<>(List.of(kind, source.toString()));
        arguments.addAll(List.of(more));
        return ImportOptions.parse(arguments);
    }

    private Progress progress() {
        return new Progress() {
            @Override
            public void begin(String what, int rows) {}

            @Override
            public void done(int rows) {}

            @Override
            public void say(String line) {
                said.add(line);
            }
        };
    }
}
