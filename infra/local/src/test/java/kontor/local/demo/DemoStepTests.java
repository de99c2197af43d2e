package kontor.local.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import kontor.local.stack.Console;
import kontor.local.stack.Folders;
import kontor.local.stack.Trouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoStepTests {

    private static final Shop SHOP = new Shop(URI.create("http://localhost"), "", login -> "", line -> {});

    @TempDir
    private Path state;

    private final List<String> loaded = new ArrayList<>();

    @Test
    void loadsEverythingOnceAndInOrder() {
        run("shop", "retail");
        run("shop", "retail");

        assertThat(loaded).containsExactly("shop", "retail");
    }

    @Test
    void loadsWhatCameAfterAnOlderShop() throws IOException {
        Files.createFile(state.resolve("demo-loaded"));

        run("shop", "retail");
        run("shop", "retail", "market");

        assertThat(loaded).containsExactly("retail", "market");
    }

    @Test
    void goesOnWhereItFailed() {
        assertThatThrownBy(() -> run("shop", "broken", "market")).isInstanceOf(Trouble.class);
        run("shop", "retail", "market");

        assertThat(loaded).containsExactly("shop", "retail", "market");
    }

    @Test
    void findsTheShopBeforeItsTradesAndTheHelpWithThem() {
        assertThat(ServiceLoader.load(DemoData.class))
                .extracting(DemoData::name)
                .containsExactly("shop", "retail", "market", "support");
    }

    private void run(String... names) {
        List<DemoData> all = new ArrayList<>();
        for (String name : names) {
            all.add(new Recorded(name, loaded));
        }
        Console silent = new Console(new PrintStream(OutputStream.nullOutputStream()));
        new DemoStep(new Folders(state, state, state), silent, all).run(SHOP);
    }

    private record Recorded(String name, List<String> loaded) implements DemoData {

        @Override
        public void load(Shop shop) {
            if (name.equals("broken")) {
                throw new Trouble("It broke.");
            }
            loaded.add(name);
        }
    }
}
