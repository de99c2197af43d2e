package kontor.bench;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import kontor.local.stack.Trouble;

/**
 * What a benchmark can be told.
 *
 * @param benchmark {@code shelf}, {@code orders}, {@code market}, {@code chat} or {@code scale}
 * @param seconds length of one run
 * @param rounds how often each contestant is measured
 * @param members who buy
 * @param connections how many purchases are under way at once
 * @param json where the figures go besides the folder of the stack
 * @param streams of the chat
 */
record BenchOptions(
        String benchmark, int seconds, int rounds, int members, int connections, Optional<Path> json, Streams streams) {

    static final String USAGE = "infra/bench shelf|orders|market|chat|scale [--seconds N] [--rounds N] [--members N]"
            + " [--connections N] [--streams N] [--deliveries N] [--json FILE]";

    /** What H2 asks for.
     *
     * @param open at once
     * @param deliveriesPerSecond to all of them together */
    record Streams(int open, int deliveriesPerSecond) {

        static final Streams OF_THE_GOAL = new Streams(500, 10_000);
    }

    static BenchOptions parse(String benchmark, List<String> arguments) {
        int seconds = 10;
        int rounds = 3;
        // Five streams are as many as a member may have.
        int members = benchmark.equals("chat") ? 100 : 96;
        int connections = 32;
        int open = Streams.OF_THE_GOAL.open();
        int deliveries = Streams.OF_THE_GOAL.deliveriesPerSecond();
        Optional<Path> json = Optional.empty();
        Iterator<String> words = arguments.iterator();
        while (words.hasNext()) {
            String word = words.next();
            switch (word) {
                case "--seconds" -> seconds = number(word, words, 1, 600);
                case "--rounds" -> rounds = number(word, words, 1, 50);
                case "--members" -> members = number(word, words, 1, 500);
                case "--connections" -> connections = number(word, words, 1, 500);
                case "--streams" -> open = number(word, words, 100, 5_000);
                case "--deliveries" -> deliveries = number(word, words, 100, 1_000_000);
                case "--json" -> json = Optional.of(Path.of(value(word, words)));
                default -> throw new Trouble("'%s' is not known. Usage: %s".formatted(word, USAGE));
            }
        }
        if (members < connections) {
            throw new Trouble(
                    "Each connection buys for members of its own: give at least %d members.".formatted(connections));
        }
        return new BenchOptions(benchmark, seconds, rounds, members, connections, json, new Streams(open, deliveries));
    }

    Duration length() {
        return Duration.ofSeconds(seconds);
    }

    private static int number(String word, Iterator<String> words, int least, int most) {
        String value = value(word, words);
        try {
            int number = Integer.parseInt(value);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException notANumber) {
            // Answered below, like a number out of range.
        }
        throw new Trouble("%s wants a number from %d to %d.".formatted(word, least, most));
    }

    private static String value(String word, Iterator<String> words) {
        if (!words.hasNext()) {
            throw new Trouble("%s wants a value. Usage: %s".formatted(word, USAGE));
        }
        return words.next();
    }
}
