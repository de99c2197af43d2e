package kontor.gateway.testing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** A connection on which a test writes whatever bytes it likes. */
public final class RawHttp implements AutoCloseable {

    /** Everything the server sent, and whether it closed the connection afterwards. */
    public record Answer(String text, boolean closed) {

        private static final Pattern STATUS = Pattern.compile("HTTP/1\\.1 (\\d{3})[^\\r\\n]*\\r\\n");

        /** The status of each answer on the connection, in order. */
        public List<Integer> statuses() {
            return STATUS.matcher(text)
                    .results()
                    .map((MatchResult status) -> Integer.valueOf(status.group(1)))
                    .toList();
        }
    }

    private final Socket socket;

    public RawHttp(int port) {
        try {
            socket = new Socket(InetAddress.getLoopbackAddress(), port);
            socket.setTcpNoDelay(true);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Writes with CRLF where the text has a line feed. */
    public RawHttp lines(String text) {
        return exactly(text.replace("\n", "\r\n"));
    }

    public RawHttp exactly(String text) {
        try {
            socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().flush();
            return this;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** False once the other side has gone. */
    public boolean takes(String text) {
        try {
            exactly(text);
            return true;
        } catch (UncheckedIOException gone) {
            return false;
        }
    }

    /** Reads until the server closes the connection or is silent for so long. */
    public Answer read(Duration silence) {
        ByteArrayOutputStream read = new ByteArrayOutputStream();
        boolean closed = false;
        try {
            socket.setSoTimeout(Math.toIntExact(silence.toMillis()));
            InputStream input = socket.getInputStream();
            byte[] buffer = new byte[8192];
            for (int count = input.read(buffer); count >= 0; count = input.read(buffer)) {
                read.write(buffer, 0, count);
            }
            closed = true;
        } catch (SocketTimeoutException silent) {
            closed = false;
        } catch (SocketException reset) {
            closed = true;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return new Answer(read.toString(StandardCharsets.ISO_8859_1), closed);
    }

    /** Reads until the server closes the connection; gives up after a while. */
    public Answer read() {
        return read(Duration.ofSeconds(20));
    }

    /** Reads until so many answers have begun. */
    public Answer readAnswers(int count) {
        StringBuilder text = new StringBuilder();
        Answer sofar = new Answer("", false);
        long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (sofar.statuses().size() < count && !sofar.closed() && System.nanoTime() < end) {
            Answer more = read(Duration.ofMillis(100));
            text.append(more.text());
            sofar = new Answer(text.toString(), more.closed());
        }
        return sofar;
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
