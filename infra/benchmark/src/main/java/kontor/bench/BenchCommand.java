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
            if (words.isEmpty()) {
                throw new Trouble("Usage: " + BenchOptions.USAGE);
            }
            run(BenchOptions.parse(words.getFirst(), words.subList(1, words.size())));
        } catch (Trouble trouble) {
            System.err.println(trouble.getMessage());
            System.exit(1);
        }
    }

    private static void run(BenchOptions options) {
        RunningShop shop = RunningShop.find(Folders.from(System.getenv()));
        switch (options.benchmark()) {
            case "shelf" -> new ShelfBench(Bench.of(shop, options, System.out, "ledger")).run();
            case "orders" -> new OrdersBench(Bench.of(shop, options, System.out, "order", "catalog")).run();
            case "market" -> new MarketBench(Bench.of(shop, options, System.out, "order", "catalog", "ledger")).run();
            case "chat" -> new ChatBench(Bench.of(shop, options, System.out, "chat")).run();
            case "scale" -> new ScaleBench(Bench.of(shop, options, System.out, "ledger")).run();
            default ->
                throw new Trouble(
                        "There is no benchmark '%s'. Usage: %s".formatted(options.benchmark(), BenchOptions.USAGE));
        }
    }
}
