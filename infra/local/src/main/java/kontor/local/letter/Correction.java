package kontor.local.letter;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import kontor.local.stack.Trouble;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * What an operator changes of a record that nobody can ever read. Its key and its other headers stay, its id above all:
 * by it the inbox knows that this is the event that it has not had yet.
 *
 * @param headers by name, those of the envelope only
 */
record Correction(Optional<byte[]> body, Map<String, String> headers) {

    static final Correction NONE = new Correction(Optional.empty(), Map.of());

    private static final Pattern HEADER = Pattern.compile("(ce_[a-z]+)=(.+)");
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    /** From {@code --body FILE} and any number of {@code --header NAME=VALUE}. */
    static Correction of(List<String> options) {
        Optional<byte[]> body = Optional.empty();
        Map<String, String> headers = new TreeMap<>();
        for (Iterator<String> words = options.iterator(); words.hasNext(); ) {
            String option = words.next();
            if (!words.hasNext()) {
                throw new Trouble(LetterCommand.USAGE);
            }
            String value = words.next();
            switch (option) {
                case "--body" -> body = Optional.of(read(Path.of(value)));
                case "--header" -> {
                    var parts = HEADER.matcher(value);
                    if (!parts.matches()) {
                        throw new Trouble("'%s' is no header of an event, such as ce_sequence=7.".formatted(value));
                    }
                    headers.put(parts.group(1), parts.group(2));
                }
                default -> throw new Trouble(LetterCommand.USAGE);
            }
        }
        return new Correction(body, headers);
    }

    boolean isNone() {
        return body.isEmpty() && headers.isEmpty();
    }

    Headers applyTo(Headers original) {
        Headers corrected = new RecordHeaders(original);
        headers.forEach((name, value) -> corrected.remove(name).add(name, value.getBytes(StandardCharsets.UTF_8)));
        return corrected;
    }

    private static byte[] read(Path file) {
        try {
            byte[] body = Files.readAllBytes(file);
            if (!JSON.readTree(body).isObject()) {
                throw new Trouble("%s is no JSON object.".formatted(file));
            }
            return body;
        } catch (IOException unreadable) {
            throw new Trouble("%s cannot be read.".formatted(file), unreadable);
        } catch (JacksonException broken) {
            throw new Trouble("%s is no JSON (%s).".formatted(file, broken.getOriginalMessage()), broken);
        }
    }
}
