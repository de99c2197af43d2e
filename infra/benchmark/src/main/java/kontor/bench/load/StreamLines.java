package kontor.bench.load;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.Consumer;

/** Takes an endless chunked HTTP/1.1 answer apart as its bytes come in, into the lines of its body. */
final class StreamLines {

    private static final int LONGEST = 64 * 1024;
    private static final byte[] DATA = "data: ".getBytes(StandardCharsets.US_ASCII);

    /** What the next byte belongs to. */
    private enum Part {
        HEAD,
        SIZE,
        BODY,
        BEHIND
    }

    private final Consumer<String> data;
    private final StringBuilder frame = new StringBuilder();
    private byte[] line = new byte[1024];
    private int length;
    private Part part = Part.HEAD;
    private int status;
    private long left;

    /** @param data is told what stands behind {@code data: }, by line */
    StreamLines(Consumer<String> data) {
        this.data = data;
    }

    /** 0 until the first line of the answer has come. */
    int status() {
        return status;
    }

    /** Takes all that is in the buffer. */
    void take(ByteBuffer in) throws IOException {
        while (in.hasRemaining()) {
            switch (part) {
                case HEAD -> takeHead(in);
                case SIZE -> takeSize(in);
                case BODY -> takeBody(in);
                case BEHIND -> takeBehind(in);
            }
        }
    }

    private void takeHead(ByteBuffer in) throws IOException {
        if (!isFrameWhole(in)) {
            return;
        }
        String text = frame.toString().strip();
        frame.setLength(0);
        if (status == 0) {
            status = Integer.parseInt(text.split(" ", 3)[1]);
        } else if (text.isEmpty()) {
            part = Part.SIZE;
        }
    }

    private void takeSize(ByteBuffer in) throws IOException {
        if (isFrameWhole(in)) {
            left = Long.parseLong(frame.toString().strip(), 16);
            frame.setLength(0);
            if (left == 0) {
                throw new IOException("the stream has ended");
            }
            part = Part.BODY;
        }
    }

    /** A line may go on in the next chunk. */
    private void takeBody(ByteBuffer in) throws IOException {
        while (left > 0 && in.hasRemaining()) {
            left--;
            byte next = in.get();
            if (next == '\n') {
                tell();
                length = 0;
            } else {
                append(next);
            }
        }
        if (left == 0) {
            part = Part.BEHIND;
        }
    }

    /** The line end behind a chunk; it is no part of a line of the body. */
    private void takeBehind(ByteBuffer in) {
        if (in.get() == '\n') {
            part = Part.SIZE;
        }
    }

    private void tell() {
        for (int i = 0; i < DATA.length; i++) {
            if (i >= length || line[i] != DATA[i]) {
                return;
            }
        }
        data.accept(new String(line, DATA.length, length - DATA.length, StandardCharsets.UTF_8));
    }

    /** A line of the head, or the size of a chunk; kept apart from the body, whose lines may be unfinished then. */
    private boolean isFrameWhole(ByteBuffer in) throws IOException {
        while (in.hasRemaining()) {
            char next = (char) in.get();
            if (next == '\n') {
                return true;
            }
            if (frame.length() == LONGEST) {
                throw new IOException("a line is too long");
            }
            frame.append(next);
        }
        return false;
    }

    private void append(byte next) throws IOException {
        if (length == LONGEST) {
            throw new IOException("a line is too long");
        }
        if (length == line.length) {
            line = Arrays.copyOf(line, 2 * length);
        }
        line[length++] = next;
    }
}
