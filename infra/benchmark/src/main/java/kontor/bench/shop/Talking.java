package kontor.bench.shop;

import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kontor.bench.load.HttpLoad;
import kontor.bench.load.OpenStreams;
import kontor.bench.load.Pace;
import kontor.bench.load.Replies;
import kontor.bench.load.Requests;
import kontor.bench.measure.Contestant;
import kontor.bench.measure.Outcome;
import kontor.bench.measure.Pause;
import kontor.local.stack.Trouble;
import org.HdrHistogram.Histogram;

/**
 * Members writing to each other at a fixed rate while all of them listen. An operation is a delivery: a message that
 * came out of one stream, its latency counted from the moment at which it was due to be sent.
 */
public final class Talking implements Contestant, AutoCloseable {

    private static final String STREAM = "/api/v1/chat/stream";
    private static final int WRITERS = 16;
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration LOOK_AGAIN = Duration.ofMillis(20);
    private static final int CREATED = 201;

    /** The text of a message of the benchmark: the run it belongs to and when it was due, in nanoseconds. */
    private static final Pattern TEXT = Pattern.compile("\"text\":\"bench (\\d+) (-?\\d+)\"");

    private final Place place;
    private final Supplier<List<String>> freshTokens;
    private final Circles circles;
    private final Load load;
    private Histogram latencies = Outcome.emptyHistogram();
    private long run;
    private List<String> tokens = List.of();
    private OpenStreams streams;

    /** Who talks with whom: conversations, and in each the numbers of its members. */
    public record Circles(List<Long> ids, int members) {}

    /**
     * How much.
     *
     * @param streamsPerMember that each member has open
     * @param messagesPerSecond of all together
     */
    public record Load(int streamsPerMember, double messagesPerSecond) {

        long deliveriesOf(long messages, Circles circles) {
            return messages * circles.members() * streamsPerMember;
        }
    }

    /** A server with the operations of the chat.
     *
     * @param placesFreeAfter when it has noticed that readers are gone, and lets as many come anew */
    public record Place(String name, URI server, Duration placesFreeAfter) {}

    /** @param freshTokens of all members, in the order of their conversations */
    public Talking(Place place, Supplier<List<String>> freshTokens, Circles circles, Load load) {
        this.place = place;
        this.freshTokens = freshTokens;
        this.circles = circles;
        this.load = load;
        this.streams = new OpenStreams(place.server(), STREAM, this::hear);
    }

    @Override
    public String name() {
        return place.name();
    }

    /** A stream ends with its token, so all are opened anew with new ones. */
    @Override
    public void prepare() {
        List<String> fresh = freshTokens.get();
        int wanted = fresh.size() * load.streamsPerMember();
        if (fresh.equals(tokens) && streams.ended() == 0) {
            return;
        }
        streams.close();
        streams = new OpenStreams(place.server(), STREAM, this::hear);
        Pause.take(tokens.isEmpty() ? Duration.ZERO : place.placesFreeAfter());
        tokens = fresh;
        for (int number = 0; number < load.streamsPerMember(); number++) {
            tokens.forEach(streams::open);
        }
        await(() -> streams.begun() + streams.ended() >= wanted);
        if (streams.begun() < wanted || streams.ended() > 0) {
            throw new Trouble("Of %d streams, %d were opened and %d have ended."
                    .formatted(wanted, streams.begun(), streams.ended()));
        }
    }

    @Override
    public Outcome run(Duration duration) {
        Requests messages = new Messages(startRun());
        Outcome sent = new HttpLoad(place.server(), WRITERS, List.of(CREATED), messages, Replies.IGNORED)
                .run(new Pace.Open(load.messagesPerSecond()), duration);
        long expected = load.deliveriesOf(sent.done(), circles);
        await(() -> heard().getTotalCount() >= expected);
        Histogram latencies = heard();
        long arrived = latencies.getTotalCount();
        TreeMap<String, Long> errors = new TreeMap<>(sent.errors());
        if (arrived != expected) {
            errors.put("deliveries missing or doubled", Math.abs(expected - arrived));
        }
        return new Outcome(arrived, sent.took(), errors, latencies);
    }

    private synchronized long startRun() {
        latencies = Outcome.emptyHistogram();
        return ++run;
    }

    private synchronized Histogram heard() {
        return latencies.copy();
    }

    private static void await(BooleanSupplier isThere) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!isThere.getAsBoolean() && System.nanoTime() < end) {
            Pause.take(LOOK_AGAIN);
        }
    }

    /** What is left of a run before counts for none. */
    private synchronized void hear(String data) {
        Matcher text = TEXT.matcher(data);
        if (text.find() && Long.parseLong(text.group(1)) == run) {
            Outcome.record(latencies, System.nanoTime() - Long.parseLong(text.group(2)));
        }
    }

    /** The messages of a run: the conversations take turns, and in each its members. */
    private final class Messages implements Requests {

        private final long ofRun;
        private long begin;

        Messages(long ofRun) {
            this.ofRun = ofRun;
        }

        @Override
        public void put(int connection, long sequence, ByteBuffer out) {
            long now = System.nanoTime();
            if (sequence == 0) {
                begin = now;
            }
            long due = Math.min(now, begin + Math.round(sequence * 1e9 / load.messagesPerSecond()));
            int circle = Math.toIntExact(sequence % circles.ids().size());
            int member = Math.toIntExact(sequence / circles.ids().size() % circles.members());
            String body =
                    "{\"clientMessageId\":\"%s\",\"text\":\"bench %d %d\"}".formatted(UUID.randomUUID(), ofRun, due);
            String head = """
                    POST /api/v1/conversations/%d/messages HTTP/1.1\r
                    Host: %s\r
                    Authorization: Bearer %s\r
                    Content-Type: application/json\r
                    Accept: application/json\r
                    Content-Length: %d\r
                    \r
                    %s""".formatted(
                            circles.ids().get(circle),
                            place.server().getAuthority(),
                            tokens.get(circle * circles.members() + member),
                            body.length(),
                            body);
            out.put(head.getBytes(StandardCharsets.US_ASCII));
        }
    }

    @Override
    public void close() {
        streams.close();
    }
}
