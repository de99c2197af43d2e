package kontor.bench.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/** Streams of server-sent events, held open and read by one thread. */
public final class OpenStreams implements AutoCloseable {

    /** More at once would be refused by the gateway's bulkhead, which is there for that. */
    private static final int OPENING_MOST = 100;

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final URI server;
    private final String path;
    private final Consumer<String> data;
    private final Selector selector;
    private final Thread thread;
    private final ByteBuffer in = ByteBuffer.allocateDirect(256 * 1024);
    private final AtomicInteger begun = new AtomicInteger();
    private final AtomicInteger ended = new AtomicInteger();
    private int asked;
    private volatile boolean closing;

    /** @param data is told the data of each event, on the thread that reads */
    public OpenStreams(URI server, String path, Consumer<String> data) {
        this.server = server;
        this.path = path;
        this.data = data;
        try {
            this.selector = Selector.open();
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
        this.thread = Thread.ofPlatform().name("streams").daemon().start(this::read);
    }

    /** Opens one more; its own answer is not waited for, but those of earlier ones are while there are too many. */
    public void open(String token) {
        awaitAnswers();
        asked++;
        String request = """
                GET %s HTTP/1.1\r
                Host: %s\r
                Authorization: Bearer %s\r
                Accept: text/event-stream\r
                \r
                """.formatted(path, server.getAuthority(), token);
        try {
            SocketChannel channel = SocketChannel.open(new InetSocketAddress(server.getHost(), server.getPort()));
            channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
            ByteBuffer out = ByteBuffer.wrap(request.getBytes(StandardCharsets.US_ASCII));
            while (out.hasRemaining()) {
                channel.write(out);
            }
            channel.configureBlocking(false);
            channel.register(selector, SelectionKey.OP_READ, new StreamLines(data));
            selector.wakeup();
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }

    private void awaitAnswers() {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (asked - begun.get() - ended.get() >= OPENING_MOST && System.nanoTime() < end) {
            LockSupport.parkNanos(1_000_000);
        }
    }

    /** How many were answered with 200. */
    public int begun() {
        return begun.get();
    }

    /** How many were refused or have ended. */
    public int ended() {
        return ended.get();
    }

    private void read() {
        try {
            while (!closing) {
                selector.select(this::read, 100);
            }
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }

    private void read(SelectionKey key) {
        StreamLines lines = (StreamLines) key.attachment();
        boolean isNew = lines.status() == 0;
        try {
            in.clear();
            if (((SocketChannel) key.channel()).read(in) < 0) {
                throw new IOException("closed by the server");
            }
            lines.take(in.flip());
            if (isNew && lines.status() == 200) {
                begun.incrementAndGet();
            } else if (isNew && lines.status() != 0) {
                throw new IOException("answered " + lines.status());
            }
        } catch (IOException gone) {
            ended.incrementAndGet();
            close(key);
        }
    }

    private static void close(SelectionKey key) {
        try {
            key.channel().close();
        } catch (IOException ignored) {
            // Nothing more is expected of it.
        }
    }

    @Override
    public void close() {
        closing = true;
        selector.wakeup();
        try {
            thread.join();
            selector.keys().forEach(OpenStreams::close);
            selector.close();
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
