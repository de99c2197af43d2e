package kontor.gateway.problem;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import tools.jackson.databind.json.JsonMapper;

/** The list of all problems ({@code problems.yaml} of the contracts), and how one is written as RFC 9457 JSON. */
@Component
public class Problems {

    private static final String LIST = "problems.yaml";
    private static final JsonMapper JSON = JsonMapper.shared();

    private final Map<String, ProblemEntry> entries;

    Problems() {
        this.entries = Collections.unmodifiableMap(read());
    }

    Collection<ProblemEntry> all() {
        return entries.values();
    }

    Optional<ProblemEntry> find(String code) {
        return Optional.ofNullable(entries.get(code));
    }

    /** The body of a refusal. */
    public byte[] write(Refusal refusal, String instance, String correlationId) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("type", "/problems/" + refusal.code().code());
        body.put("title", title(refusal.code()));
        body.put("code", refusal.code().code());
        body.put("status", refusal.status());
        body.put("detail", refusal.detail());
        body.put("instance", instance);
        body.put("correlationId", correlationId);
        return JSON.writeValueAsBytes(body);
    }

    private String title(ProblemCode code) {
        return find(code.code()).map(ProblemEntry::title).orElse(code.code());
    }

    private static Map<String, ProblemEntry> read() {
        try (InputStream list = new ClassPathResource(LIST).getInputStream()) {
            List<Map<String, Object>> rows = new Yaml(new SafeConstructor(new LoaderOptions())).load(list);
            Map<String, ProblemEntry> entries = new LinkedHashMap<>();
            for (Map<String, Object> row : rows) {
                ProblemEntry entry = JSON.convertValue(row, ProblemEntry.class);
                entries.put(entry.code(), entry);
            }
            return entries;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
