package kontor.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kontor.local.service.Instance;
import kontor.local.stack.Http;
import kontor.local.stack.Trouble;

/** Moves the clocks of all services forward together, or back to the present (G-18). */
final class ClockMove {

    private static final Pattern MOVE = Pattern.compile("\\+(\\d{1,6})([smhdw])");

    private final Stack stack;

    ClockMove(Stack stack) {
        this.stack = stack;
    }

    int run(List<String> arguments) {
        if (arguments.size() != 1) {
            throw new Trouble("Say how far: infra/clock +14d (s, m, h, d or w), or infra/clock reset.");
        }
        Duration offset =
                arguments.getFirst().equals("reset") ? Duration.ZERO : present().plus(parse(arguments.getFirst()));
        // A service that starts from now on reads the file; those that run are told.
        keep(offset);
        boolean all = true;
        for (Instance instance : stack.instances()) {
            all &= instance.service().isGateway() || tell(instance, offset);
        }
        stack.console().say("The services live %s the present.".formatted(offset.isZero() ? "in" : offset + " after"));
        return all ? 0 : 1;
    }

    static Duration parse(String move) {
        Matcher matcher = MOVE.matcher(move);
        if (!matcher.matches()) {
            throw new Trouble("'%s' is no move of a clock; say +14d (s, m, h, d or w) or reset.".formatted(move));
        }
        long amount = Long.parseLong(matcher.group(1));
        return switch (matcher.group(2)) {
            case "s" -> Duration.ofSeconds(amount);
            case "m" -> Duration.ofMinutes(amount);
            case "h" -> Duration.ofHours(amount);
            case "d" -> Duration.ofDays(amount);
            default -> Duration.ofDays(Math.multiplyExact(7, amount));
        };
    }

    private Duration present() {
        Path file = stack.folders().clockOffset();
        try {
            return Files.exists(file) ? Duration.parse(Files.readString(file).strip()) : Duration.ZERO;
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }

    private void keep(Duration offset) {
        try {
            if (offset.isZero()) {
                Files.deleteIfExists(stack.folders().clockOffset());
            } else {
                Files.writeString(stack.folders().clockOffset(), offset + "\n");
            }
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }

    private boolean tell(Instance instance, Duration offset) {
        String address = "http://localhost:%d/actuator/clock".formatted(instance.managementPort(stack.ports()));
        try {
            HttpResponse<String> response = Http.send(Http.to(address)
                    .header("Content-Type", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofString("{\"offset\":\"%s\"}".formatted(offset)))
                    .build());
            if (response.statusCode() < 300) {
                return true;
            }
            stack.console().about(instance.name(), "did not move its clock: status " + response.statusCode());
        } catch (Trouble silent) {
            stack.console().about(instance.name(), "does not answer; it moves its clock when it starts");
        }
        return false;
    }
}
