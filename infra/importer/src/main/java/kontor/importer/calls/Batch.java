package kontor.importer.calls;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import kontor.importer.calls.Tally.Outcome;
import kontor.local.stack.Trouble;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Sends rows of one kind in requests of bounded size. The key of a request comes from its content, so that an import
 * that is run again gets the earlier answers. Members and goods reach the other services within seconds; until then a
 * reference that is not known is asked for again, under a further key, because the refusal is kept with the first.
 */
public final class Batch {

    private static final int ROWS_MAX = 500;
    private static final int BYTES_MAX = 200 * 1024;
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final int KEYS_MAX = 1_000;

    private final JsonMapper json = JsonMapper.shared();
    private final ShopClient shop;
    private final String source;
    private final String path;
    private final String list;
    private final int rowsMax;
    private final List<Row> waiting = new ArrayList<>();
    private int bytes;

    /** Of {@value #ROWS_MAX} rows a request, in its field {@code list}. */
    public Batch(ShopClient shop, String source, String path, String list) {
        this(shop, source, path, list, ROWS_MAX);
    }

    /** Of as many rows a request as the shop takes, or should do in one transaction. */
    public Batch(ShopClient shop, String source, String path, String list, int rowsMax) {
        this.shop = shop;
        this.source = source;
        this.path = path;
        this.list = list;
        this.rowsMax = rowsMax;
    }

    /**
     * A row on its way.
     *
     * @param then gets the id in the shop and what became of the row
     */
    public record Row(Map<String, Object> content, BiConsumer<String, Outcome> then) {}

    /** Rows that the shop wants to see in one request. */
    public void add(Row... rows) {
        int size = 0;
        for (Row row : rows) {
            size += json.writeValueAsBytes(row.content()).length + 1;
        }
        if (!waiting.isEmpty() && (waiting.size() + rows.length > rowsMax || bytes + size > BYTES_MAX)) {
            send();
        }
        waiting.addAll(List.of(rows));
        bytes += size;
    }

    /** Sends what still waits. */
    public void send() {
        if (waiting.isEmpty()) {
            return;
        }
        List<Map<String, Object>> contents = waiting.stream().map(Row::content).toList();
        Map<String, Object> body = new java.util.LinkedHashMap<>();
        body.put("source", source);
        body.put(list, contents);
        settle(ask(json.writeValueAsString(body)));
        waiting.clear();
        bytes = 0;
    }

    private Answer ask(String body) {
        Patience patience = new Patience(shop.pace(), PATIENCE);
        String key = key(path, body);
        for (int n = 1; n <= KEYS_MAX; n++) {
            Answer answer = shop.post(path, n == 1 ? key : key + "-" + n, body);
            if (answer.isSuccess()) {
                return answer;
            }
            boolean mayPass = answer.code().equals("unknown-reference");
            if (!answer.replayed() && (!mayPass || patience.isOver())) {
                throw refused(answer);
            }
            if (!answer.replayed()) {
                patience.rest();
            }
        }
        throw new Trouble("%s gives nothing but earlier refusals.".formatted(path));
    }

    private Trouble refused(Answer answer) {
        return new Trouble("The shop refused rows %s of %s (%d %s): %s What was imported before stays."
                .formatted(
                        waiting.stream()
                                .limit(1)
                                .map(row -> "from " + row.content().get("externalId"))
                                .findFirst()
                                .orElse(""),
                        list,
                        answer.status(),
                        answer.code(),
                        answer.complaint()));
    }

    private void settle(Answer answer) {
        JsonNode results = answer.body().required("results");
        if (results.size() != waiting.size()) {
            throw new Trouble("%s answered %d results for %d rows.".formatted(path, results.size(), waiting.size()));
        }
        // An answer that was there before the first attempt is the work of an earlier import.
        boolean isEarlier = answer.replayed() && answer.attempts() == 1;
        for (int i = 0; i < waiting.size(); i++) {
            JsonNode result = results.get(i);
            Row row = waiting.get(i);
            if (!result.required("externalId").asString().equals(row.content().get("externalId"))) {
                throw new Trouble("%s answered in another order than it was asked.".formatted(path));
            }
            Outcome outcome = isEarlier
                    ? Outcome.UNCHANGED
                    : Outcome.valueOf(result.required("outcome").asString());
            row.then().accept(result.required("id").asString(), outcome);
        }
    }

    /** Made from what is sent, so that the same rows give the same key. */
    public static String key(String path, String body) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(path.getBytes(StandardCharsets.UTF_8));
            return "import-" + HexFormat.of().formatHex(digest.digest(body.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
