package kontor.bench;

import java.util.Arrays;
import java.util.List;
import kontor.local.stack.Folders;
import kontor.local.stack.Trouble;

/** The command {@code infra/bench}: the name of a benchmark, then its options. */
public final class BenchCommand {

    private BenchCommand() {}

    public static void main(String[] arguments) {
        List<String> words = Arrays.asList(arguments);
        try {
            if (words.isEmpty() || !words.getFirst().equals("shelf")) {
                throw new Trouble("Usage: " + ShelfOptions.USAGE);
            }
            ShelfOptions options = ShelfOptions.parse(words.subList(1, words.size()));
            new ShelfBench(RunningShop.find(Folders.from(System.getenv())), options, System.out).run();
        } catch (Trouble trouble) {
            System.err.println(trouble.getMessage());
            System.exit(1);
        }
    }
}
