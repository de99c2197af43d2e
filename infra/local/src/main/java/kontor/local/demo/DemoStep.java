package kontor.local.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import kontor.local.stack.Console;
import kontor.local.stack.Folders;

/** Loads the demo data that the stack has not loaded yet, also where an older one has loaded what there was then. */
public final class DemoStep {

    /** What the mark stands for that is empty, from when there was nothing else to load. */
    private static final String FIRST = FirstShop.NAME;

    private final Path mark;
    private final Console console;
    private final Iterable<DemoData> all;

    public DemoStep(Folders folders, Console console) {
        this(folders, console, ServiceLoader.load(DemoData.class));
    }

    DemoStep(Folders folders, Console console, Iterable<DemoData> all) {
        this.mark = folders.state().resolve("demo-loaded");
        this.console = console;
        this.all = all;
    }

    public void run(Shop shop) {
        try {
            List<String> loaded = loaded();
            for (DemoData data : all) {
                if (!loaded.contains(data.name())) {
                    long begun = System.nanoTime();
                    data.load(shop);
                    loaded.add(data.name());
                    Files.write(mark, loaded);
                    console.about(
                            "demo data",
                            "loaded (%s)".formatted(data.name()),
                            Duration.ofNanos(System.nanoTime() - begun));
                }
            }
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }

    private List<String> loaded() throws IOException {
        if (!Files.exists(mark)) {
            return new ArrayList<>();
        }
        List<String> names = Files.readAllLines(mark);
        return new ArrayList<>(names.isEmpty() ? List.of(FIRST) : names);
    }
}
