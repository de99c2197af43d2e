package kontor.local.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.ServiceLoader;
import kontor.local.stack.Console;
import kontor.local.stack.Folders;

/** Loads demo data when the stack has none yet and the class path has a loader. */
public final class DemoStep {

    private final Path mark;
    private final Console console;

    public DemoStep(Folders folders, Console console) {
        this.mark = folders.state().resolve("demo-loaded");
        this.console = console;
    }

    public void run(Shop shop) {
        Optional<DemoData> loader = ServiceLoader.load(DemoData.class).findFirst();
        if (loader.isEmpty() || Files.exists(mark)) {
            return;
        }
        long begun = System.nanoTime();
        loader.get().load(shop);
        try {
            Files.createFile(mark);
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
        console.about("demo data", "loaded", Duration.ofNanos(System.nanoTime() - begun));
    }
}
