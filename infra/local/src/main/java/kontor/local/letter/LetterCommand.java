package kontor.local.letter;

import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import kontor.local.stack.Console;
import kontor.local.stack.Ports;
import kontor.local.stack.Trouble;
import org.apache.kafka.common.KafkaException;

/** {@code infra/dlt}: lists dead letters, shows one, gives one or all of a topic to the consumer that failed. */
public final class LetterCommand {

    static final String USAGE = """
            Usage: infra/dlt list [TOPIC]
                   infra/dlt show PLACE [--body]
                   infra/dlt replay PLACE [--body FILE] [--header NAME=VALUE]...
                   infra/dlt replay --all TOPIC
            A topic is one of dead letters, such as kontor.catalog.packaging.v1-dlt; a place is what its list names.""";

    private final Ports ports;
    private final Console console;

    public LetterCommand(Ports ports, Console console) {
        this.ports = ports;
        this.console = console;
    }

    /** 0 when it did what was asked; 1 when a letter was not taken. */
    public int run(List<String> arguments) {
        Iterator<String> words = arguments.iterator();
        String word = words.hasNext() ? words.next() : "";
        List<String> rest = arguments.stream().skip(1).toList();
        try (DeadLetters letters = new DeadLetters(ports)) {
            return switch (word) {
                case "list" -> list(letters, rest);
                case "show" -> show(letters, rest);
                case "replay" -> replay(new Replay(letters, ports, console), rest);
                default -> throw new Trouble(USAGE);
            };
        } catch (KafkaException cause) {
            throw new Trouble("Kafka does not answer (%s); see infra/status.".formatted(cause.getMessage()), cause);
        }
    }

    private int list(DeadLetters letters, List<String> arguments) {
        if (arguments.size() > 1) {
            throw new Trouble(USAGE);
        }
        Optional<String> topic = arguments.stream().findFirst();
        LetterList list = new LetterList(letters.overview(topic));
        (topic.isPresent() ? list.each() : list.summary()).forEach(console::say);
        return 0;
    }

    private int show(DeadLetters letters, List<String> arguments) {
        boolean isBodyOnly = arguments.size() == 2 && arguments.get(1).equals("--body");
        if (arguments.size() != 1 && !isBodyOnly) {
            throw new Trouble(USAGE);
        }
        DeadLetter letter = letters.one(Place.of(arguments.getFirst()));
        if (!isBodyOnly) {
            LetterView.of(letter, letters.replayed(letter.place())).forEach(console::say);
        } else if (letter.body() != null) {
            System.out.writeBytes(letter.body());
            System.out.flush();
        }
        return 0;
    }

    private static int replay(Replay replay, List<String> arguments) {
        if (arguments.isEmpty()) {
            throw new Trouble(USAGE);
        }
        if (!arguments.getFirst().equals("--all")) {
            Correction correction = Correction.of(arguments.stream().skip(1).toList());
            return replay.one(Place.of(arguments.getFirst()), correction);
        }
        if (arguments.size() != 2) {
            throw new Trouble(USAGE);
        }
        return replay.all(arguments.get(1));
    }
}
