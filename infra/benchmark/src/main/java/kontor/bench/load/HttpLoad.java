package kontor.bench.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.TreeMap;
import kontor.bench.measure.Outcome;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;

/**
 * One run of operations over kept connections by one thread. An operation is one request, or several that follow upon
 * each other. Latencies of an open loop count from the moment it was due, even if no connection was free then.
 */
public final class HttpLoad {

    /** How long the last answers are waited for. */
    private static final long PATIENCE_NANOS = Duration.ofSeconds(10).toNanos();

    private final InetSocketAddress server;
    private final int connections;
    private final List<Integer> wantedStatuses;
    private final Requests requests;
    private final Replies replies;

    /** @param wantedStatuses of the answer to each step of an operation */
    public HttpLoad(URI server, int connections, List<Integer> wantedStatuses, Requests requests, Replies replies) {
        this.server = new InetSocketAddress(server.getHost(), server.getPort());
        this.connections = connections;
        this.wantedStatuses = List.copyOf(wantedStatuses);
        this.requests = requests;
        this.replies = replies;
    }

    /**
     * Sends requests until the time is over and waits for their answers.
     *
     * @param duration of what counts, after the lead-in
     */
    public Outcome run(Pace pace, Duration duration) {
        try (Selector selector = Selector.open()) {
            return new Run(selector, pace, duration).go();
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }

    private final class Run {

        private final Selector selector;
        private final Pace pace;
        private final Deque<Exchange> idle = new ArrayDeque<>();
        private final Histogram latencies = Outcome.emptyHistogram();
        private final TreeMap<String, Long> errors = new TreeMap<>();
        private final long begin = System.nanoTime();
        private final long counted;
        private final long end;
        private long sequence;
        private long done;
        private int underWay;

        Run(Selector selector, Pace pace, Duration duration) {
            this.selector = selector;
            this.pace = pace;
            this.counted = begin + pace.leadInNanos();
            this.end = counted + duration.toNanos();
            for (int number = 0; number < connections; number++) {
                idle.addLast(new Exchange(number, server, selector));
            }
        }

        Outcome go() throws IOException {
            long last = counted;
            while (true) {
                sendDue();
                long now = System.nanoTime();
                if ((underWay == 0 && isOver(now)) || now - end > PATIENCE_NANOS) {
                    break;
                }
                selector.select(this::advance, Math.max(1, millisToWait(now)));
                last = System.nanoTime();
            }
            if (underWay > 0) {
                errors.merge("no answer", (long) underWay, Long::sum);
            }
            selector.keys().forEach(key -> ((Exchange) key.attachment()).close());
            return new Outcome(done, Duration.ofNanos(last - counted), errors, latencies);
        }

        private boolean isOver(long now) {
            return switch (pace) {
                case Pace.Closed closed -> now >= end;
                case Pace.Open open -> begin + open.dueNanos(sequence) >= end;
            };
        }

        private void sendDue() {
            while (!idle.isEmpty()) {
                long now = System.nanoTime();
                long due = switch (pace) {
                    case Pace.Closed closed -> now;
                    case Pace.Open open -> begin + open.dueNanos(sequence);
                };
                if (due > now || due >= end) {
                    return;
                }
                send(idle.removeFirst(), due);
            }
        }

        private void send(Exchange exchange, long due) {
            underWay++;
            try {
                exchange.send(requests, sequence++, due);
            } catch (IOException failed) {
                fail(exchange, failed);
            }
        }

        /** The selector waits in whole milliseconds; what becomes due in between leaves a little late and counts so. */
        private long millisToWait(long now) {
            return switch (pace) {
                case Pace.Closed closed -> 100;
                case Pace.Open open ->
                    idle.isEmpty() ? 100 : Math.min(100, (begin + open.dueNanos(sequence) - now) / 1_000_000);
            };
        }

        private void advance(SelectionKey key) {
            Exchange exchange = (Exchange) key.attachment();
            boolean wasBusy = exchange.isBusy();
            try {
                Reply reply = exchange.advance(key);
                if (reply != null) {
                    answered(exchange, reply);
                }
            } catch (IOException failed) {
                if (wasBusy) {
                    fail(exchange, failed);
                } else {
                    // An idle connection may end: the next request opens another.
                    exchange.close();
                }
            }
        }

        private void answered(Exchange exchange, Reply reply) throws IOException {
            boolean isWanted = reply.status() == wantedStatuses.get(exchange.step());
            if (isWanted && exchange.step() + 1 < wantedStatuses.size()) {
                exchange.sendNext(requests, URI.create(reply.location()));
                return;
            }
            underWay--;
            idle.addLast(exchange);
            if (isWanted && exchange.since() >= counted) {
                done++;
                Outcome.record(latencies, System.nanoTime() - exchange.since());
            }
            if (!isWanted) {
                errors.merge(Integer.toString(reply.status()), 1L, Long::sum);
            }
            replies.on(exchange.sequence(), reply.status());
        }

        private void fail(Exchange exchange, IOException failed) {
            underWay--;
            exchange.close();
            idle.addLast(exchange);
            @Nullable String said = failed.getMessage();
            errors.merge(said == null ? failed.getClass().getSimpleName() : said, 1L, Long::sum);
        }
    }
}
