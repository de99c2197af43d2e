package kontor.bench.yardstick;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The least that can be done: one thread takes messages and writes each to the streams of its conversation. It checks
 * and stores nothing, and the caller is the number he sends in place of a token.
 */
public final class BareFanOut implements AutoCloseable {

    private static final Pattern STREAM =
            Pattern.compile("GET \\S+ HTTP/1\\.1\r\n.*?Bearer (\\d+)\r\n.*?\r\n\r\n", Pattern.DOTALL);
    private static final Pattern MESSAGE = Pattern.compile(
            "POST /api/v1/conversations/(\\d+)/messages HTTP/1\\.1\r\n.*?Content-Length: (\\d+)\r\n\r\n",
            Pattern.DOTALL);
    private static final byte[] OPENED =
            ascii("HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nTransfer-Encoding: chunked\r\n\r\n");
    private static final byte[] CREATED = ascii("HTTP/1.1 201 Created\r\nContent-Length: 0\r\n\r\n");
    private static final int LONGEST = 64 * 1024;

    private final int members;
    private final List<List<SocketChannel>> streams;
    private final Selector selector;
    private final ServerSocketChannel door;
    private final Thread thread;
    private int told;
    private volatile boolean closing;

    /**
     * Starts it.
     *
     * @param circles how many conversations there are, their ids from 0
     * @param members of each, the callers' numbers being in the order of the conversations
     */
    public BareFanOut(int circles, int members) {
        this.members = members;
        this.streams = IntStream.range(0, circles)
                .<List<SocketChannel>>mapToObj(circle -> new ArrayList<>())
                .toList();
        try {
            selector = Selector.open();
            door = ServerSocketChannel.open().bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1024);
            door.configureBlocking(false);
            door.register(selector, SelectionKey.OP_ACCEPT);
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
        thread = Thread.ofPlatform().name("bare-fan-out").daemon().start(this::serve);
    }

    public URI address() {
        return URI.create("http://127.0.0.1:" + door.socket().getLocalPort());
    }

    /** What callers send in place of tokens. */
    public List<String> tokens() {
        return IntStream.range(0, members * streams.size())
                .mapToObj(Integer::toString)
                .toList();
    }

    private void serve() {
        try {
            while (!closing) {
                selector.select(this::advance, 100);
            }
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }

    private void advance(SelectionKey key) {
        try {
            if (key.isAcceptable()) {
                accept();
            } else {
                read((SocketChannel) key.channel(), (ByteBuffer) key.attachment());
            }
        } catch (IOException gone) {
            close(key);
        }
    }

    private void accept() throws IOException {
        @Nullable SocketChannel client = door.accept();
        if (client != null) {
            client.configureBlocking(false);
            client.setOption(StandardSocketOptions.TCP_NODELAY, true);
            client.register(selector, SelectionKey.OP_READ, ByteBuffer.allocate(LONGEST));
        }
    }

    private void read(SocketChannel client, ByteBuffer in) throws IOException {
        if (client.read(in) < 0) {
            throw new IOException("the client is gone");
        }
        String request = StandardCharsets.US_ASCII.decode(in.duplicate().flip()).toString();
        Matcher stream = STREAM.matcher(request);
        Matcher message = MESSAGE.matcher(request);
        if (stream.lookingAt()) {
            in.clear();
            streams.get(Integer.parseInt(stream.group(1)) / members).add(client);
            write(client, OPENED);
        } else if (message.lookingAt() && request.length() >= message.end() + Integer.parseInt(message.group(2))) {
            in.clear();
            write(client, CREATED);
            tell(streams.get(Integer.parseInt(message.group(1))), request.substring(message.end()));
        }
    }

    private void tell(List<SocketChannel> circle, String body) throws IOException {
        String event = "id: %d\nevent: message\ndata: %s\n\n".formatted(++told, body);
        byte[] chunk = ascii("%x\r\n%s\r\n".formatted(event.length(), event));
        circle.removeIf(stream -> !stream.isOpen());
        for (SocketChannel stream : circle) {
            write(stream, chunk);
        }
    }

    /** What a reader does not take at once is waited for: there is nobody else to serve. */
    private static void write(SocketChannel client, byte[] bytes) throws IOException {
        ByteBuffer out = ByteBuffer.wrap(bytes);
        while (out.hasRemaining()) {
            client.write(out);
        }
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
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
            selector.keys().forEach(BareFanOut::close);
            selector.close();
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
