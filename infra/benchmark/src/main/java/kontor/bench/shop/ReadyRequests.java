package kontor.bench.shop;

import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import kontor.bench.load.Numbers;
import kontor.bench.load.Requests;

/**
 * Ready-made requests of many callers: only the number in the key and in the correlation id is written anew, and the
 * address of what follows upon an answer. Each connection acts for callers of its own, so that no two requests under
 * way wait for the same account.
 */
public final class ReadyRequests implements Requests {

    /** Correlation ids are this and a number of {@link Numbers#WIDTH} digits. */
    public static final String CORRELATION = "bench-";

    private static final int OK = 200;
    private static final int CREATED = 201;
    private static final long NUMBERS_PER_RUN = 100_000_000;
    private static final String NUMBER = "0".repeat(Numbers.WIDTH);

    private final URI server;
    private final Wish wish;
    private final int connections;
    private final String key;
    private final List<List<Prepared>> prepared = new ArrayList<>();
    private final List<Prepared> followUps = new ArrayList<>();
    private final int[] turns;
    private final int[] callers;
    private long base;

    /**
     * What is asked for.
     *
     * @param head the request line without its version, then further lines
     * @param bodies those of a caller by his number; he sends them in turn
     * @param then what follows once it is created
     */
    public record Wish(String head, List<String> headers, IntFunction<List<String>> bodies, Optional<FollowUp> then) {

        public Wish(String head, List<String> headers, IntFunction<List<String>> bodies) {
            this(head, headers, bodies, Optional.empty());
        }
    }

    /** A POST to a place below what was created, such as {@code /payment}. */
    public record FollowUp(String place, String body) {}

    /** A whole request and where its two numbers are. */
    private record Prepared(ByteBuffer bytes, int keyAt, int correlationAt) {}

    /** @param series makes the keys differ from those of any other run of the program */
    public ReadyRequests(URI server, Wish wish, int connections, String series) {
        this.server = server;
        this.wish = wish;
        this.connections = connections;
        this.key = "bench-" + series + "-";
        this.turns = new int[connections];
        this.callers = new int[connections];
    }

    /** What is answered to each step if all goes well. */
    List<Integer> wantedStatuses() {
        return wish.then().isPresent() ? List.of(CREATED, OK) : List.of(CREATED);
    }

    /** Builds the requests anew, for other tokens. */
    public void use(List<String> tokens) {
        if (tokens.size() < connections) {
            throw new IllegalArgumentException(
                    "%d connections need as many callers and there are %d".formatted(connections, tokens.size()));
        }
        prepared.clear();
        followUps.clear();
        for (int caller = 0; caller < tokens.size(); caller++) {
            String token = tokens.get(caller);
            prepared.add(wish.bodies().apply(caller).stream()
                    .map(body -> prepare(wish.head(), token, body))
                    .toList());
            wish.then().ifPresent(then -> followUps.add(prepare(then.place(), token, then.body())));
        }
    }

    /** @param begin of the request line, or what of it is known before */
    private Prepared prepare(String begin, String token, String body) {
        List<String> lines = new ArrayList<>(List.of(
                begin + " HTTP/1.1",
                "Host: " + server.getAuthority(),
                "Authorization: Bearer " + token,
                "Content-Type: application/json",
                "Accept: application/json"));
        lines.addAll(wish.headers());
        lines.addAll(List.of(
                "Idempotency-Key: " + key + NUMBER,
                "X-Correlation-Id: " + CORRELATION + NUMBER,
                "Content-Length: " + body.length(),
                "",
                body));
        String request = String.join("\r\n", lines);
        int keyAt = request.indexOf(key + NUMBER) + key.length();
        int correlationAt = request.indexOf(CORRELATION + NUMBER, keyAt + Numbers.WIDTH) + CORRELATION.length();
        return new Prepared(ByteBuffer.wrap(request.getBytes(StandardCharsets.US_ASCII)), keyAt, correlationAt);
    }

    /** Starts a run: its numbers follow none that were used before. */
    public void startRun() {
        base += NUMBERS_PER_RUN;
    }

    /** The number that the request of that sequence carries. */
    public long numberOf(long sequence) {
        return base + sequence;
    }

    @Override
    public void put(int connection, long sequence, ByteBuffer out) {
        int own = (prepared.size() - connection + connections - 1) / connections;
        int turn = turns[connection]++;
        callers[connection] = connection + turn % own * connections;
        List<Prepared> ofCaller = prepared.get(callers[connection]);
        put(ofCaller.get(turn / own % ofCaller.size()), sequence, out);
    }

    /** By the same caller; its key is the same number, which is another key for another path. */
    @Override
    public void putNext(int connection, long sequence, URI location, ByteBuffer out) {
        out.put(("POST " + location.getRawPath()).getBytes(StandardCharsets.US_ASCII));
        put(followUps.get(callers[connection]), sequence, out);
    }

    private void put(Prepared request, long sequence, ByteBuffer out) {
        int begin = out.position();
        int length = request.bytes().limit();
        out.put(begin, request.bytes(), 0, length).position(begin + length);
        Numbers.put(out, begin + request.keyAt(), numberOf(sequence));
        Numbers.put(out, begin + request.correlationAt(), numberOf(sequence));
    }
}
