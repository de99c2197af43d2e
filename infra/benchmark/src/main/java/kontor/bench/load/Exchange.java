package kontor.bench.load;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import org.jspecify.annotations.Nullable;

/** A kept connection with at most one request under way. */
final class Exchange {

    private static final int LONGEST = 64 * 1024;

    private final int number;
    private final InetSocketAddress server;
    private final Selector selector;
    private final ByteBuffer out = ByteBuffer.allocateDirect(LONGEST);
    private final ByteBuffer in = ByteBuffer.allocate(LONGEST);
    private @Nullable SocketChannel channel;
    private long sequence;
    private long since;
    private int step;
    private boolean isBusy;

    Exchange(int number, InetSocketAddress server, Selector selector) {
        this.number = number;
        this.server = server;
        this.selector = selector;
    }

    boolean isBusy() {
        return isBusy;
    }

    long sequence() {
        return sequence;
    }

    /** When the operation under way was due. */
    long since() {
        return since;
    }

    /** Which step of the operation is under way, from 0. */
    int step() {
        return step;
    }

    void send(Requests requests, long nextSequence, long due) throws IOException {
        sequence = nextSequence;
        since = due;
        step = 0;
        out.clear();
        requests.put(number, sequence, out);
        send();
    }

    /** The next step of the same operation. */
    void sendNext(Requests requests, URI location) throws IOException {
        step++;
        out.clear();
        requests.putNext(number, sequence, location, out);
        send();
    }

    private void send() throws IOException {
        isBusy = true;
        out.flip();
        in.clear();
        write(connected());
    }

    private SocketChannel connected() throws IOException {
        SocketChannel open = channel;
        if (open == null) {
            open = SocketChannel.open(server);
            open.setOption(StandardSocketOptions.TCP_NODELAY, true);
            open.configureBlocking(false);
            open.register(selector, SelectionKey.OP_READ, this);
            channel = open;
        }
        return open;
    }

    private void write(SocketChannel open) throws IOException {
        open.write(out);
        int wanted = out.hasRemaining() ? SelectionKey.OP_READ | SelectionKey.OP_WRITE : SelectionKey.OP_READ;
        SelectionKey key = open.keyFor(selector);
        if (key.interestOps() != wanted) {
            key.interestOps(wanted);
        }
    }

    /** The answer, once it is complete. Throws if the connection ended before. */
    @Nullable
    Reply advance(SelectionKey key) throws IOException {
        SocketChannel open = connected();
        if (key.isWritable()) {
            write(open);
        }
        if (!key.isReadable()) {
            return null;
        }
        if (open.read(in) < 0) {
            throw new IOException("closed by the server");
        }
        Reply reply = isBusy ? Reply.in(in.array(), in.position()) : null;
        if (reply == null) {
            if (!in.hasRemaining() || !isBusy) {
                throw new IOException("more than was asked for");
            }
            return null;
        }
        isBusy = false;
        if (reply.isLast()) {
            close();
        }
        return reply;
    }

    void close() {
        isBusy = false;
        try {
            if (channel != null) {
                channel.close();
            }
        } catch (IOException ignored) {
            // Nothing more is expected of it.
        }
        channel = null;
    }
}
