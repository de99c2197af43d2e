package kontor.bench.shop;

import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import kontor.bench.load.Numbers;
import kontor.bench.load.Requests;

/**
 * Purchases as ready-made requests: only the number in the key and in the correlation id is written anew. Each
 * connection buys for members of its own, so that no two requests under way wait for the same account.
 */
public final class Purchases implements Requests {

    /** Correlation ids are this and a number of {@link Numbers#WIDTH} digits. */
    public static final String CORRELATION = "bench-";

    private static final long NUMBERS_PER_RUN = 100_000_000;
    private static final String NUMBER = "0".repeat(Numbers.WIDTH);

    private final URI server;
    private final List<Good> goods;
    private final int connections;
    private final String key;
    private final List<Prepared> prepared = new ArrayList<>();
    private final int[] turns;
    private int members;
    private long base;

    /** A whole request and where its two numbers are. */
    private record Prepared(ByteBuffer bytes, int keyAt, int correlationAt) {}

    /** @param series makes the keys differ from those of any other run of the program */
    public Purchases(URI server, List<Good> goods, int connections, String series) {
        this.server = server;
        this.goods = goods;
        this.connections = connections;
        this.key = "bench-" + series + "-";
        this.turns = new int[connections];
    }

    /** Builds the requests anew, for other tokens. */
    public void use(List<String> tokens) {
        if (tokens.size() < connections) {
            throw new IllegalArgumentException(
                    "%d connections need as many members and there are %d".formatted(connections, tokens.size()));
        }
        prepared.clear();
        members = tokens.size();
        for (String token : tokens) {
            for (Good good : goods) {
                prepared.add(prepare(token, good));
            }
        }
    }

    private Prepared prepare(String token, Good good) {
        String body = "{\"lines\":[{\"productId\":%d,\"amount\":1}]}".formatted(good.productId());
        String request = String.join(
                "\r\n",
                "POST /api/v1/shelf-purchases HTTP/1.1",
                "Host: " + server.getAuthority(),
                "Authorization: Bearer " + token,
                "Content-Type: application/json",
                "Accept: application/json",
                "Idempotency-Key: " + key + NUMBER,
                "X-Correlation-Id: " + CORRELATION + NUMBER,
                "Content-Length: " + body.length(),
                "",
                body);
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
        int own = (members - connection + connections - 1) / connections;
        int turn = turns[connection]++;
        int member = connection + turn % own * connections;
        Prepared request = prepared.get(member * goods.size() + turn / own % goods.size());
        int length = request.bytes().limit();
        out.put(0, request.bytes(), 0, length).position(length);
        Numbers.put(out, request.keyAt(), numberOf(sequence));
        Numbers.put(out, request.correlationAt(), numberOf(sequence));
    }
}
