package kontor.local.letter;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kontor.local.service.Service;
import kontor.local.stack.Console;
import kontor.local.stack.Http;
import kontor.local.stack.Ports;
import kontor.local.stack.Trouble;
import tools.jackson.databind.json.JsonMapper;

/**
 * Gives dead letters to the very consumer that failed, on its service's management port, and notes it once that has
 * taken them. A note that is lost costs nothing: the inbox drops what it has had.
 */
final class Replay {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String TAKEN = "applied";

    private final DeadLetters letters;
    private final Ports ports;
    private final Console console;

    Replay(DeadLetters letters, Ports ports, Console console) {
        this.letters = letters;
        this.ports = ports;
        this.console = console;
    }

    /** 0 if the consumer has it, now or since before; 1 if not, or if a correction came too late. */
    int one(Place place, Correction correction) {
        DeadLetter letter = letters.one(place);
        Optional<Instant> before = letters.replayed(place);
        if (before.isPresent()) {
            console.say("%s was already replayed at %s; nothing was done.".formatted(place, before.get()));
            return correction.isNone() ? 0 : 1;
        }
        return give(letter, correction) ? 0 : 1;
    }

    /** All that are open, each for itself: a letter that is not taken keeps no other one. */
    int all(String topic) {
        List<DeadLetter> open = letters.overview(Optional.of(topic)).open();
        int taken = 0;
        for (DeadLetter letter : open) {
            taken += give(letter, Correction.NONE) ? 1 : 0;
        }
        console.say("%d of %d dead letters were taken.".formatted(taken, open.size()));
        return taken == open.size() ? 0 : 1;
    }

    private boolean give(DeadLetter letter, Correction correction) {
        Place given = correction.isNone() ? letter.place() : letters.correct(letter, correction);
        String outcome = tell(letter.service(), given);
        if (outcome.equals(TAKEN)) {
            letters.noteReplayed(letter);
            console.say("%s was taken by %s.".formatted(letter.place(), letter.consumer()));
            return true;
        }
        console.say("%s was not taken by %s: %s".formatted(letter.place(), letter.consumer(), outcome));
        return false;
    }

    private String tell(Service service, Place place) {
        String body = JSON.writeValueAsString(Map.of(
                "topic", place.topic(),
                "partition", Integer.toString(place.partition()),
                "offset", Long.toString(place.offset())));
        HttpResponse<String> answer =
                Http.send(Http.to("http://localhost:%d/actuator/deadletters".formatted(service.managementPort(ports)))
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build());
        if (answer.statusCode() != 200) {
            throw new Trouble("%s answered %d; see infra/logs %s."
                    .formatted(service.name(), answer.statusCode(), service.name()));
        }
        return JSON.readTree(answer.body()).required("outcome").stringValue();
    }
}
