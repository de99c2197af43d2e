package kontor.e2e;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a member hears live (H-10). A stream that is cut goes on behind its last event, at the next door that opens. */
final class LiveStream implements AutoCloseable {

    private static final String PATH = "/api/v1/chat/stream";
    private static final Duration PAUSE = Duration.ofMillis(200);
    private static final Duration OPENING = Duration.ofSeconds(20);

    /** An event: its number, what kind it is of, and what it says. */
    record Heard(String id, String name, JsonNode data) {

        /** Whether it is about that conversation. */
        private boolean isOf(long conversation) {
            return data.path("conversationId").asLong(0) == conversation;
        }
    }

    private final List<Client> doors;
    private final List<Heard> heard = new CopyOnWriteArrayList<>();
    private final List<Integer> refusals = new CopyOnWriteArrayList<>();
    private final AtomicInteger openings = new AtomicInteger();
    private final CountDownLatch isOpen = new CountDownLatch(1);
    private volatile String lastId = "";
    private volatile boolean isOver;
    private volatile @Nullable InputStream body;

    private LiveStream(List<Client> doors) {
        this.doors = List.copyOf(doors);
    }

    /** Listens from now on. */
    static LiveStream of(List<Client> doors) {
        LiveStream stream = new LiveStream(doors);
        Thread.ofVirtual().name("stream").start(stream::listen);
        try {
            if (!stream.isOpen.await(OPENING.toSeconds(), TimeUnit.SECONDS)) {
                stream.close();
                throw new AssertionError("No stream was opened; refusals: " + stream.refusals);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
        return stream;
    }

    private void listen() {
        for (int turn = 0; !isOver; turn++) {
            try {
                follow(doors.get(turn % doors.size()));
            } catch (IOException | UncheckedIOException cut) {
                // The next door is tried.
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
    }

    private void follow(Client door) throws IOException {
        HttpResponse<InputStream> response = door.follow(PATH, lastId);
        try (InputStream events = response.body()) {
            if (response.statusCode() == 200) {
                body = events;
                openings.incrementAndGet();
                isOpen.countDown();
                read(new BufferedReader(new InputStreamReader(events, StandardCharsets.UTF_8)));
            } else if (response.statusCode() < 500) {
                refusals.add(response.statusCode());
            }
        }
    }

    /** An event that was cut in the middle was not heard; one that has nothing but an id only moves the place. */
    private void read(BufferedReader lines) throws IOException {
        String id = lastId;
        String name = "message";
        List<String> data = new ArrayList<>();
        for (@Nullable String line = lines.readLine(); line != null && !isOver; line = lines.readLine()) {
            if (line.isEmpty()) {
                lastId = id;
                if (!data.isEmpty()) {
                    heard.add(new Heard(id, name, JsonMapper.shared().readTree(String.join("\n", data))));
                }
                name = "message";
                data.clear();
                continue;
            }
            int colon = line.indexOf(':');
            String value = line.substring(colon + 1).stripLeading();
            switch (colon < 0 ? line : line.substring(0, colon)) {
                case "id" -> id = value;
                case "event" -> name = value;
                case "data" -> data.add(value);
                default -> {} // a heartbeat, or how long to wait before coming back
            }
        }
    }

    /** The numbers of the messages of a conversation, as often and in the order in which they came. */
    List<Long> numbers(long conversation) {
        return messages(conversation).stream()
                .map(message -> message.required("seq").asLong())
                .toList();
    }

    List<String> texts(long conversation) {
        return messages(conversation).stream()
                .map(message -> message.required("text").asString())
                .toList();
    }

    private List<JsonNode> messages(long conversation) {
        return heard.stream()
                .filter(event -> event.name().equals("message") && event.isOf(conversation))
                .map(Heard::data)
                .toList();
    }

    /** What else was heard of a conversation, such as who joined. */
    List<String> news(long conversation) {
        return heard.stream()
                .filter(event -> !event.name().equals("message") && event.isOf(conversation))
                .map(Heard::name)
                .toList();
    }

    /** Of all that was heard of a conversation. */
    List<String> ids(long conversation) {
        return heard.stream()
                .filter(event -> event.isOf(conversation))
                .map(Heard::id)
                .toList();
    }

    /** Statuses of answers that were no stream, other than for want of the service. */
    List<Integer> refusals() {
        return List.copyOf(refusals);
    }

    int openings() {
        return openings.get();
    }

    @Override
    public void close() {
        isOver = true;
        @Nullable InputStream open = body;
        if (open != null) {
            try {
                open.close();
            } catch (IOException alreadyCut) {
                // Nothing is left to close.
            }
        }
    }
}
